/** A ticket with a quote, and what became of it. Days count back from the day of the seed; `lines` are codes of the rate card and what is typed beside them. */
export type SeedQuote = {
  requester: string;
  department: string;
  subject: string;
  body: string;
  daysAgo: number;
  basis: "event" | "contract";
  lines: { code: string; quantity: string; discount?: string; reason?: string }[];
  scope: string;
  exclusions?: string;
  validDays?: number;
  /** "superseded" is followed by a second quote, with one more line, that waits. */
  becomes: "draft" | "sent" | "authorised" | "declined" | "expired" | "superseded";
  /** Of a refusal. */
  reason?: string;
  /** What the desk wrote once it was answered. */
  reply?: string;
};

export const quotes: SeedQuote[] = [
  {
    requester: "lucia@sonrisaclara.example", department: "dominios-y-hosting", daysAgo: 1, basis: "event", becomes: "draft",
    subject: "La página de la clínica redirige a anuncios", body: "Al abrir la página desde el celular aparecen anuncios de casinos. Necesitamos que la limpien y que quede protegida.",
    lines: [{ code: "HOS-LIMPIEZA", quantity: "1" }], scope: "Limpieza de los archivos y de la base de datos del sitio, cambio de contraseñas y cierre de la vulnerabilidad por la que entraron.",
  },
  {
    requester: "ana@acme.example", department: "correo-electronico", daysAgo: 2, basis: "event", becomes: "sent",
    subject: "Migrar seis buzones de la sucursal Querétaro", body: "La sucursal tiene seis buzones con otro proveedor y queremos traerlos al correo de acme.example con sus mensajes.",
    lines: [{ code: "COR-MIGRA", quantity: "6", discount: "500", reason: "Por volumen" }, { code: "COR-CONFIG", quantity: "6" }],
    scope: "Migración de seis buzones con sus carpetas y mensajes, y configuración de un equipo por persona.", exclusions: "Equipos que no enciendan o sin conexión a internet.",
  },
  {
    requester: "ana@acme.example", department: "desarrollo", daysAgo: 1, basis: "contract", becomes: "sent",
    subject: "Agregar el reporte de existencias por sucursal", body: "En el control de inventario necesitamos un reporte de existencias por sucursal que se descargue en Excel.",
    lines: [{ code: "DES-HORA", quantity: "1:30" }], scope: "Reporte de existencias por sucursal con filtro por fecha y descarga en Excel.", exclusions: "Cambios en la captura de entradas y salidas.",
  },
  {
    requester: "bruno@globex.example", department: "dominios-y-hosting", daysAgo: 5, basis: "event", becomes: "authorised",
    subject: "Restaurar el sitio a como estaba el lunes", body: "Un cambio del lunes borró las fotos del catálogo. Queremos el respaldo del domingo por la noche.",
    lines: [{ code: "HOS-RESPALDO", quantity: "1" }], scope: "Restauración de los archivos y la base de datos del respaldo del domingo.",
    reply: "Gracias por autorizarla. Ya estamos preparando el respaldo del domingo; le aviso al terminar.",
  },
  {
    requester: "ana@acme.example", department: "desarrollo", daysAgo: 6, basis: "contract", becomes: "authorised",
    subject: "Etiquetas con código de barras en el inventario", body: "Queremos imprimir etiquetas con código de barras desde la ficha de cada herramienta del control de inventario.",
    lines: [{ code: "DES-HORA", quantity: "2:00" }], scope: "Botón de impresión en la ficha, etiqueta de 50 por 25 mm con código de barras y nombre.",
    reply: "Empezamos con el diseño de la etiqueta. Mañana por la tarde le comparto una prueba.",
  },
  {
    requester: "pilar@eltintero.example", department: "desarrollo", daysAgo: 9, basis: "event", becomes: "declined", reason: "El precio está fuera de nuestro presupuesto de este año. Lo retomamos en enero.",
    subject: "Pasarela de pago nueva en la tienda", body: "Queremos cobrar en meses sin intereses en la tienda en línea.",
    lines: [{ code: "WEB-TIENDA", quantity: "12" }], scope: "Integración de la pasarela, pruebas con tarjetas y puesta en marcha.",
    reply: "De acuerdo, lo retomamos en enero. Dejo el ticket abierto para tenerlo presente.",
  },
  {
    requester: "rosa@robles-asociados.example", department: "softlik", daysAgo: 24, basis: "event", becomes: "expired", validDays: 10,
    subject: "Capacitar a tres personas en Softlik", body: "Entran tres contadores nuevos y necesitan capacitación de Softlik antes del cierre.",
    lines: [{ code: "SFT-CAPACITA", quantity: "2" }], scope: "Dos sesiones en línea de dos horas para tres personas.",
  },
  {
    requester: "bruno@globex.example", department: "soporte-tecnico", daysAgo: 3, basis: "event", becomes: "superseded",
    subject: "Configurar el correo en los equipos del almacén", body: "Son cuatro equipos nuevos del almacén. Después supimos que también hay una tableta.",
    lines: [{ code: "COR-CONFIG", quantity: "4" }], scope: "Configuración del correo en los equipos del almacén y prueba de envío.",
  },
];

export const USUAL_TERMS = "Pago por transferencia a los 15 días naturales de la fecha de la factura.";
