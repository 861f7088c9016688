export type SeedFaqEntry = { slug: string; question: string; answer: string; articleSlug?: string };

export type SeedFaqGroup = { slug: string; name: string; position: number; entries: SeedFaqEntry[] };

export const faqGroups: SeedFaqGroup[] = [
  {
    slug: "tickets",
    name: "Tickets y tiempos",
    position: 1,
    entries: [
      {
        slug: "como-levanto-un-ticket",
        question: "¿Cómo levanto un ticket?",
        answer: `Elija **Levantar un ticket** en la página de inicio. Escoja el departamento, diga con qué producto tiene el problema y cuéntenos qué pasa. Incluya el texto del error, tal como aparece.

Recibirá un número de seguimiento. Con él puede ver la respuesta y contestar desde **Ver tickets existentes**.`,
        articleSlug: "escribir-un-buen-ticket",
      },
      {
        slug: "cuanto-tardan-en-responder",
        question: "¿Cuánto tardan en responder?",
        answer: `Depende de la prioridad del ticket. Dentro de cada ticket verá la fecha y la hora límite de nuestra respuesta y cómo se calculó. Los fines de semana y los días festivos no cuentan.

Los plazos de cada prioridad están en **Políticas de soporte técnico**, en «Tiempos de respuesta».`,
      },
      {
        slug: "puedo-pedir-soporte-por-whatsapp",
        question: "¿Puedo pedir soporte por WhatsApp, teléfono o correo?",
        answer: `No. Esos medios sirven para asuntos generales y ventas, pero lo que llega por ahí no se registra como solicitud de soporte y nadie queda encargado de responderlo.

Con un ticket, su caso tiene un responsable, una fecha límite y un historial que usted puede consultar.`,
      },
      {
        slug: "puedo-tener-dos-tickets-del-mismo-tema",
        question: "Nadie me ha contestado, ¿levanto otro ticket?",
        answer: `Por favor no. Un segundo ticket sobre el mismo tema retrasa la respuesta y no se atiende por separado.

Abra su ticket original y agregue ahí la información nueva. Ahí mismo puede ver quién debe actuar y para cuándo.`,
      },
      {
        slug: "mi-ticket-dice-en-espera-de-usted",
        question: "¿Qué significa que mi ticket espera mi respuesta?",
        answer: `Que ya le contestamos y nos falta un dato o una confirmación suya para continuar. Mientras tanto, el tiempo de respuesta no corre.

Abra el ticket, lea el último mensaje y conteste ahí mismo. En cuanto lo haga, el turno vuelve a ser nuestro.`,
      },
      {
        slug: "puedo-reabrir-un-ticket",
        question: "El problema volvió, ¿puedo reabrir el ticket?",
        answer: `Sí, mientras aparezca como **resuelto**. Elija **Reabrir** y cuéntenos qué volvió a pasar.

Si ya aparece como **cerrado**, levante uno nuevo y mencione el número del anterior, para que tengamos los antecedentes.`,
      },
    ],
  },
  {
    slug: "correo",
    name: "Correo electrónico",
    position: 2,
    entries: [
      {
        slug: "datos-para-configurar-mi-correo",
        question: "¿Qué datos necesito para configurar mi correo?",
        answer: `Cambie \`suempresa.example\` por su dominio:

| Dato | Valor |
| --- | --- |
| Usuario | su correo completo |
| Servidor de entrada (IMAP) | mail.suempresa.example, puerto 993, SSL/TLS |
| Servidor de salida (SMTP) | mail.suempresa.example, puerto 465, SSL/TLS |

El servidor de salida también lleva usuario y contraseña.`,
        articleSlug: "correo-en-outlook",
      },
      {
        slug: "por-que-me-regresan-los-correos",
        question: "¿Por qué me regresan los correos que envío?",
        answer: `El mensaje que recibe de vuelta trae un número que dice la causa. Si empieza con **5**, el rechazo es definitivo; si empieza con **4**, el servidor lo intentará de nuevo por su cuenta.

Copie ese texto completo en su ticket: suele bastar para encontrar el problema.`,
        articleSlug: "entender-rebotes",
      },
      {
        slug: "mis-correos-caen-en-spam",
        question: "¿Por qué mis correos caen en spam?",
        answer: `Casi siempre porque el servidor que recibe no puede comprobar que el mensaje es suyo. Tres registros de su dominio lo prueban: SPF, DKIM y DMARC. Revise que los tres existan y que incluyan todos los servicios desde los que envía.`,
        articleSlug: "correo-en-spam",
      },
      {
        slug: "mi-buzon-esta-lleno",
        question: "Borré correos y mi buzón sigue lleno, ¿por qué?",
        answer: `Porque lo borrado pasa a la **Papelera**, que también ocupa espacio. Vacíela y revise además **Enviados**, donde se guardan los archivos que usted manda.`,
        articleSlug: "buzon-lleno",
      },
    ],
  },
  {
    slug: "dominios-y-sitios",
    name: "Dominios y sitios web",
    position: 3,
    entries: [
      {
        slug: "cuanto-tarda-un-cambio-de-dns",
        question: "¿Cuánto tarda en verse un cambio de DNS?",
        answer: `De unos minutos a 24 horas; en casos poco comunes, hasta 48. Durante ese tiempo es normal que unas personas vean el sitio nuevo y otras el anterior.`,
        articleSlug: "propagacion-dns",
      },
      {
        slug: "se-vencio-mi-dominio",
        question: "Se venció mi dominio, ¿lo perdí?",
        answer: `Por lo general no. Después del vencimiento suele haber un periodo de gracia en el que solo usted puede renovarlo. Actúe cuanto antes: pasado ese periodo, recuperarlo cuesta más, y después puede comprarlo cualquier persona.`,
        articleSlug: "renovar-dominio",
      },
      {
        slug: "mi-sitio-dice-no-seguro",
        question: "Mi sitio dice «No es seguro», ¿me hackearon?",
        answer: `Casi nunca. Lo más común es que el certificado SSL haya vencido o que la página pida alguna imagen sin cifrado. Las dos cosas tienen arreglo rápido.`,
        articleSlug: "renovar-certificado-ssl",
      },
      {
        slug: "pueden-restaurar-un-respaldo",
        question: "Borré algo por error, ¿pueden recuperarlo?",
        answer: `Es posible si existe un respaldo anterior al error. Díganos qué se perdió y cuándo fue la última vez que lo vio bien. Entre más pronto nos avise, mejor, porque los respaldos antiguos se reemplazan.`,
        articleSlug: "respaldos-y-restauracion",
      },
    ],
  },
  {
    slug: "facturas-y-polizas",
    name: "Facturas, pagos y pólizas",
    position: 4,
    entries: [
      {
        slug: "como-obtengo-mi-factura",
        question: "¿Cómo obtengo mi factura?",
        answer: `Levante un ticket en **Facturación** con su RFC, nombre o razón social, código postal fiscal, régimen y uso del CFDI, tal como aparecen en su Constancia de Situación Fiscal. Pídala dentro del mismo mes en que pagó.`,
        articleSlug: "obtener-factura-cfdi",
      },
      {
        slug: "ya-pague-y-sigue-pendiente",
        question: "Ya pagué y sigue apareciendo pendiente, ¿qué hago?",
        answer: `Si pagó sin la referencia del aviso, el pago no se aplica solo. Levante un ticket en **Facturación** con la fecha, el importe y el comprobante.`,
        articleSlug: "pagar-y-reportar-pago",
      },
      {
        slug: "cuando-me-cobran-un-servicio",
        question: "¿Me van a cobrar por levantar un ticket?",
        answer: `No. Levantar un ticket de asistencia no tiene costo. Si lo que pide es un servicio con póliza o por evento, primero recibe una estimación o una cotización. Nada se realiza ni se cobra hasta que usted la autoriza dentro del ticket.`,
        articleSlug: "que-es-una-poliza",
      },
      {
        slug: "que-pasa-si-mi-servicio-ya-vencio",
        question: "Mi servicio ya terminó, ¿todavía tengo soporte?",
        answer: `Un producto que ya terminó, o que usted canceló, no tiene soporte, salvo que un contrato especial o una póliza lo incluya. Escríbanos de todos modos: le diremos qué opciones hay.`,
      },
    ],
  },
  {
    slug: "softlik",
    name: "Softlik",
    position: 5,
    entries: [
      {
        slug: "cambiar-softlik-de-computadora",
        question: "¿Cómo paso Softlik a otra computadora?",
        answer: `Libere la licencia en la computadora anterior y actívela en la nueva. Si la anterior ya no enciende, levante un ticket en **Softlik** y la liberamos nosotros.`,
        articleSlug: "softlik-activar-licencia",
      },
      {
        slug: "softlik-no-timbra",
        question: "Softlik no timbra mis facturas, ¿pierdo los folios?",
        answer: `No. Un folio se consume solo cuando el timbrado termina bien. Guarde sus facturas sin timbrar, siga trabajando y tímbrelas juntas cuando vuelva el servicio.`,
        articleSlug: "softlik-folios",
      },
    ],
  },
];
