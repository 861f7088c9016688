/** Work that the demonstration's customers authorised, and how far it has come; the oldest first. */
export type SeedWork = {
  requester: string;
  department: string;
  subject: string;
  body: string;
  daysAgo: number;
  basis: "event" | "contract";
  /** Codes of the rate card, each once. */
  codes: string[];
  scope: string;
  /** Minutes after the authorisation, minutes worked, and what was done. */
  entries: [number, number, string][];
  closing?: string;
  folio?: string;
  paidDaysAgo?: number;
};

export const work: SeedWork[] = [
  {
    requester: "pilar@eltintero.example",
    department: "dominios-y-hosting",
    subject: "Mudar la tienda en línea a otro servidor",
    body: "Nuestra tienda sigue con el proveedor anterior y queremos pasarla completa a nuestro plan con ustedes, con su base de datos.",
    daysAgo: 24,
    basis: "event",
    codes: ["REM-SESION"],
    scope: "Copia del sitio y de su base de datos, pruebas y cambio de DNS.",
    entries: [[30, 35, "Copia de archivos y base de datos al plan nuevo."], [120, 20, "Pruebas del carrito y cambio de DNS."]],
    closing: "El sitio ya funciona en el servidor nuevo. Se probaron el carrito y el correo de los pedidos.",
    folio: "A-1021",
    paidDaysAgo: 12,
  },
  {
    requester: "bruno@globex.example",
    department: "desarrollo",
    subject: "Agregar el folio de guía al reporte de embarques",
    body: "El reporte de embarques no muestra el folio de guía de la paquetería. Lo necesitamos en la primera columna y en el archivo que se exporta.",
    daysAgo: 15,
    basis: "event",
    codes: ["REM-SESION"],
    scope: "Columna nueva en el reporte y en su exportación.",
    entries: [[45, 40, "Columna agregada al reporte y a la exportación."]],
    closing: "El folio de guía ya aparece en el reporte y en el archivo exportado.",
    folio: "A-1038",
  },
  {
    requester: "rosa@robles-asociados.example",
    department: "correo-electronico",
    subject: "Recuperar los correos de un equipo robado",
    body: "Robaron la computadora de una socia y sus correos estaban solo ahí. Queremos recuperar lo que se pueda y dejar la cuenta segura.",
    daysAgo: 6,
    basis: "event",
    codes: ["REM-SESION"],
    scope: "Recuperación desde el respaldo del servidor y cambio de accesos.",
    entries: [[20, 30, "Recuperación de los últimos 30 días desde el respaldo."], [60, 10, "Cambio de contraseña y cierre de sesiones abiertas."]],
    closing: "Se recuperaron los correos de los últimos 30 días y la cuenta quedó con contraseña nueva.",
  },
  {
    requester: "ana@acme.example",
    department: "soporte-tecnico",
    subject: "Configurar el correo en los equipos de la sucursal nueva",
    body: "Abrimos una sucursal con cinco equipos y necesitamos el correo de la empresa configurado en todos.",
    daysAgo: 4,
    basis: "contract",
    codes: ["REM-SESION"],
    scope: "Configuración del correo en cinco equipos, por sesión remota.",
    entries: [[30, 25, "Configuración de los cinco equipos por sesión remota."]],
    closing: "Los cinco equipos envían y reciben correo.",
  },
  {
    requester: "lucia@sonrisaclara.example",
    department: "soporte-tecnico",
    subject: "Revisar por qué el sistema de citas pierde registros",
    body: "Desde la semana pasada algunas citas que capturamos no aparecen al día siguiente. Necesitamos que lo revisen a fondo.",
    daysAgo: 2,
    basis: "event",
    codes: ["REM-SESION"],
    scope: "Revisión del sistema de citas y de su base de datos.",
    entries: [[15, 20, "Revisión de la bitácora: las citas perdidas coinciden con cortes de internet."]],
  },
];
