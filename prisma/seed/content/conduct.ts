export type SeedMessage = { by: string; hoursAgo: number; department: string; product: string; subject: string; body: string; answer: string };

/** The first warning and the second one. */
export const COURTESY = [
  "Estimado Cliente:\n\nSu mensaje contiene expresiones que nuestra política de conducta no permite. Entendemos que hay un problema por resolver y lo seguimos atendiendo.\n\nLe pedimos que nos escriba con cortesía; nosotros haremos lo mismo. Esta es la primera advertencia.",
  "Estimado Cliente:\n\nEsta es la segunda advertencia por el lenguaje de un mensaje suyo. Conforme a nuestra política de conducta, un administrador puede suspender por un tiempo el levantamiento de tickets de su cuenta.\n\nSeguimos atendiendo su asunto.",
];

export const open: SeedMessage = {
  by: "gerardo@mueblessabino.example",
  hoursAgo: 26,
  department: "dominios-y-hosting",
  product: "sabino-hosting",
  subject: "El catálogo de salas no carga las fotos",
  body: "Desde ayer el catálogo de salas sale sin fotos y ya perdimos dos ventas. Son unos inútiles, siempre es lo mismo con ustedes. Arréglenlo hoy.",
  answer: "Buen día, Gerardo. El disco de su plan se había llenado y las fotos nuevas no se guardaban. Liberamos 3 GB de respaldos viejos y el catálogo ya las muestra. Lamentamos las molestias.",
};

export const dismissed: SeedMessage & { comment: string; note: string } = {
  by: "silvia@mueblessabino.example",
  hoursAgo: 75,
  department: "correo-electronico",
  product: "sabino-correo",
  subject: "No llegan los pedidos del formulario",
  body: "Llevo tres días esperando una respuesta por teléfono y nadie me explica nada. Me parece una falta de seriedad. Los pedidos del formulario no llegan a ventas@mueblessabino.example.",
  answer: "Buen día, Silvia. Los avisos del formulario caían en la carpeta de spam del buzón de ventas. Ya autorizamos al remitente y le reenviamos los catorce pedidos.",
  comment: "Nos acusa de falta de seriedad",
  note: "Se queja de la demora, con razón y sin insultar a nadie.",
};

export const warned: SeedMessage & { note: string } = {
  by: "omar@mueblessabino.example",
  hoursAgo: 130,
  department: "correo-electronico",
  product: "sabino-correo",
  subject: "Alta del buzón de la bodega",
  body: "Pedí el buzón bodega desde el lunes. No sean pendejos, son cinco minutos de trabajo.",
  answer: "Buen día, Omar. El buzón bodega@mueblessabino.example ya existe. Le mandamos la clave de acceso por separado.",
  note: "Insulto directo al equipo.",
};

export const suspended: { messages: SeedMessage[]; reason: string; appeal: string } = {
  messages: [
    {
      by: "raul@mueblessabino.example",
      hoursAgo: 240,
      department: "dominios-y-hosting",
      product: "sabino-hosting",
      subject: "Cambio de la versión de PHP",
      body: "Les dije que la tienda necesita PHP 8.3 y la dejaron en 8.1. Son unos imbéciles.",
      answer: "Buen día, Raúl. La tienda ya corre con PHP 8.3 y revisamos que el carrito funcione.",
    },
    {
      by: "raul@mueblessabino.example",
      hoursAgo: 96,
      department: "dominios-y-hosting",
      product: "sabino-hosting",
      subject: "Certificado vencido en la página de facturas",
      body: "El navegador dice que el certificado de facturas.mueblessabino.example venció. Bola de idiotas, ¿para qué les pagamos?",
      answer: "Buen día, Raúl. Renovamos el certificado y quedó automático. La página ya abre sin aviso.",
    },
  ],
  reason: "Insultó al equipo de soporte en dos tickets, después de una primera advertencia.",
  appeal: "Reconozco que me expresé mal y me disculpo con Elena. Soy el único que da seguimiento al sitio y dos semanas sin poder escribir nos afectan mucho. Les pido que la suspensión sea más corta.",
};
