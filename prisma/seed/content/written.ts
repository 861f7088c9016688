/** Articles that are being written. */
export const written = [
  {
    category: "correo-electronico",
    step: null,
    daysAgo: 3,
    title: "Firmar sus correos con el logotipo de la empresa",
    summary: "Cómo poner una firma con imagen en el correo web y en Outlook.",
    tags: ["firma", "outlook"],
    body: "## Antes de empezar\n\nTenga a la mano el logotipo en PNG, de no más de 300 píxeles de ancho.\n\n## En el correo web\n\n1. Entre en **Configuración** y elija **Identidades**.\n2. Elija su dirección y active **Firma HTML**.",
  },
  {
    category: "hosting-y-sitios-web",
    step: "submit",
    daysAgo: 6,
    title: "Cambiar la versión de PHP de su sitio",
    summary: "Qué revisar antes de cambiar de versión, y cómo volver a la anterior.",
    tags: ["php", "cpanel"],
    body: "## Antes de empezar\n\nDescargue un respaldo y revise que su tema y sus complementos admitan la versión nueva.\n\n## Pasos\n\n1. Entre en cPanel y abra **MultiPHP Manager**.\n2. Elija el dominio y la versión, y pulse **Aplicar**.\n3. Abra su sitio y recorra las páginas principales.\n\n## Si algo falla\n\nElija de nuevo la versión anterior: el cambio es inmediato.",
  },
  {
    category: "facturacion-y-pagos",
    step: "plan",
    daysAgo: 4,
    title: "Cómo pagar durante el cierre de fin de año",
    summary: "Qué días se aplican los pagos y cuándo se emiten las facturas en diciembre.",
    tags: ["pagos", "factura"],
    body: "## Pagos\n\nLas transferencias que llegan en día inhábil se aplican el siguiente día hábil.\n\n## Facturas\n\nLas facturas se emiten con la fecha en que se aplica el pago.",
  },
] as const;
