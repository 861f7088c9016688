export const categories = [
  {
    slug: "correo-electronico",
    name: "Correo electrónico",
    description: "Configure su correo, entienda los rebotes y logre que sus mensajes lleguen.",
    position: 1,
  },
  {
    slug: "dominios-y-dns",
    name: "Dominios y DNS",
    description: "Renovar, transferir y apuntar su dominio a donde debe.",
    position: 2,
  },
  {
    slug: "hosting-y-sitios-web",
    name: "Hosting y sitios web",
    description: "cPanel, archivos, respaldos, WordPress y los errores más comunes de un sitio.",
    position: 3,
  },
  {
    slug: "seguridad",
    name: "Seguridad",
    description: "Certificados SSL, contraseñas, correos falsos y qué hacer si su sitio fue atacado.",
    position: 4,
  },
  {
    slug: "facturacion-y-pagos",
    name: "Facturación y pagos",
    description: "Cómo pagar, cómo avisarnos de su pago y cómo obtener su factura.",
    position: 5,
  },
  {
    slug: "softlik",
    name: "Softlik",
    description: "Licencias, folios, respaldos y actualizaciones de nuestro software administrativo.",
    position: 6,
  },
  {
    slug: "uso-de-la-mesa-de-ayuda",
    name: "Uso de la mesa de ayuda",
    description: "Cómo levantar un buen ticket, qué es una póliza y cómo se autorizan los servicios.",
    position: 7,
  },
] as const;
