export const departments = [
  {
    slug: "soporte-tecnico",
    name: "Soporte técnico",
    description: "Sitios que fallan o van lentos, WordPress, seguridad y dudas técnicas en general.",
    position: 1,
  },
  {
    slug: "dominios-y-hosting",
    name: "Dominios y hosting",
    description: "Dominios, DNS, certificados SSL, respaldos, cPanel y el servidor donde vive su sitio.",
    position: 2,
  },
  {
    slug: "correo-electronico",
    name: "Correo electrónico",
    description: "Envío y recepción, buzones, contraseñas, rebotes y configuración en celular o computadora.",
    position: 3,
  },
  {
    slug: "facturacion",
    name: "Facturación",
    description: "Facturas (CFDI), datos fiscales, avisos de pago, renovaciones y contratación de pólizas.",
    position: 4,
    isOpenToAll: true,
    isEssential: true,
  },
  {
    slug: "desarrollo",
    name: "Desarrollo",
    description: "Fallas y cambios en los sistemas y las páginas que hicimos a su medida.",
    position: 5,
  },
  {
    slug: "softlik",
    name: "Softlik",
    description: "Licencias, folios, respaldos y actualizaciones de nuestro software administrativo.",
    position: 6,
  },
] as const;
