import type { SeedTicket } from "./types";

const ana = "ana@acme.example";
const andres = "andres@acme.example";
const pilar = "pilar@eltintero.example";
const hugo = "hugo@eltintero.example";
const rosa = "rosa@robles-asociados.example";
const ivan = "ivan@robles-asociados.example";
const teresa = "teresa@robles-asociados.example";
const carla = "carla@impera.example";
const elena = "elena@impera.example";
const diego = "diego@impera.example";

export const softlik: SeedTicket[] = [
  {
    key: "ana-softlik-licencia",
    requester: ana,
    department: "softlik",
    product: "acme-softlik",
    priority: "low",
    subject: "Pasar Softlik a la computadora nueva de caja",
    body: `Cambiamos la computadora de caja. Instalé Softlik en la nueva y dice "No hay licencias disponibles (5 de 5 en uso)". La computadora vieja todavía prende.`,
    openedBusinessMinutesAgo: 10400,
    steps: [
      { by: elena, afterMinutes: 50, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 300,
        kind: "reply",
        body: `Hola, Ana. Qué bueno que aún prende la vieja, así es más fácil:

1. En la computadora **vieja** abra Softlik y vaya a **Ayuda › Licencia › Liberar este equipo**.
2. Espere el mensaje «Licencia liberada».
3. En la **nueva** vaya a **Ayuda › Licencia › Activar** y escriba su clave.

Antes de liberar, haga un respaldo en **Utilerías › Respaldar**, por si la caja vieja guardaba datos propios.`,
        next: "pending",
      },
      { by: ana, afterMinutes: 420, kind: "reply", body: `Funcionó a la primera. Ya estamos cobrando en la nueva.` },
      { by: elena, afterMinutes: 80, kind: "reply", body: `Excelente, Ana. Queda resuelto.`, next: "solved" },
      { by: ana, afterMinutes: 15, kind: "close" },
    ],
  },
  {
    key: "ana-softlik-usuario",
    requester: ana,
    department: "softlik",
    product: "acme-softlik",
    priority: "low",
    subject: "Agregar un usuario que solo vea existencias",
    body: `Entró una persona nueva al almacén. Quiero que pueda consultar existencias en Softlik, pero que no vea precios de compra ni pueda borrar nada. ¿Cómo le hago? ¿Necesito otra licencia?`,
    openedBusinessMinutesAgo: 60,
    steps: [],
  },
  {
    key: "andres-softlik-timbrado",
    requester: andres,
    department: "softlik",
    product: "acme-softlik",
    priority: "high",
    subject: "Softlik no timbra facturas: «Servicio de timbrado no disponible»",
    body: `Desde hoy temprano no podemos facturar. Al dar Timbrar sale:

\`\`\`
Error 500: Servicio de timbrado no disponible. Intente más tarde.
Folio: A-10277
\`\`\`

Ya lo intenté unas diez veces. Hay clientes esperando su factura en el mostrador. ¿No se habrán duplicado los folios por tanto intento?`,
    openedBusinessMinutesAgo: 480,
    steps: [
      { by: elena, afterMinutes: 7, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 12,
        kind: "reply",
        body: `Hola, Andrés. La falla es del proveedor de timbrado, el servicio autorizado que sella las facturas ante el SAT. Afecta a varias empresas y ya nos confirmó que trabaja en ello.

**Sus folios no se duplicaron.** Un folio solo se consume cuando el timbrado termina bien; A-10277 sigue disponible.

Mientras tanto:

1. Siga vendiendo y registre las ventas como siempre.
2. Guarde cada factura con **Guardar sin timbrar**.
3. Cuando el servicio vuelva, use **Ventas › Pendientes de timbrar › Timbrar todas**.

Le aviso aquí en cuanto se restablezca.`,
        next: "open",
      },
      { by: elena, afterMinutes: 2, kind: "hold" },
      { by: elena, afterMinutes: 110, kind: "note", body: `El proveedor reporta recuperación parcial: uno de cada tres intentos pasa. No decirles que timbren todavía.` },
    ],
  },
  {
    key: "teresa-softlik-timbrado",
    requester: teresa,
    department: "softlik",
    product: "robles-softlik",
    priority: "high",
    subject: "No salen los CFDI de nuestros clientes, se queda en «Timbrando...»",
    body: `Softlik se queda en "Timbrando..." y después de un minuto da error de comunicación. Tengo 23 facturas de honorarios detenidas. Reinicié la computadora y el módem. ¿Es mi conexión?`,
    openedBusinessMinutesAgo: 405,
    duplicateOf: "andres-softlik-timbrado",
    steps: [
      { by: elena, afterMinutes: 25, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 8,
        kind: "reply",
        body: `Hola, Teresa. No es su conexión: el proveedor de timbrado está fallando y lo están reparando.

Guarde las 23 facturas con **Guardar sin timbrar**. No pierde folios ni fechas: podrá timbrarlas juntas cuando vuelva el servicio. ¿Alguna tiene fecha límite hoy?`,
        next: "pending",
      },
      { by: teresa, afterMinutes: 190, kind: "reply", body: `Ya las guardé. Sí, hay dos que deben salir hoy porque el cliente paga contra factura. Intenté una y me dio el mismo error.` },
    ],
  },
  {
    key: "ivan-softlik-respaldo",
    requester: ivan,
    department: "softlik",
    product: "robles-softlik",
    priority: "low",
    subject: "¿Cómo programo el respaldo automático de Softlik?",
    body: `Hacemos el respaldo a mano los viernes, cuando nos acordamos. ¿Se puede programar diario y que se guarde fuera de la computadora?`,
    openedBusinessMinutesAgo: 3150,
    steps: [
      { by: elena, afterMinutes: 400, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 700,
        kind: "reply",
        body: `Hola, Iván. Sí, y es de lo mejor que pueden hacer:

1. En la computadora que funciona como servidor abra **Utilerías › Respaldos › Programar**.
2. Elija **Diario** y una hora en que esté encendida y sin uso, por ejemplo las 19:00.
3. En **Destino** agregue dos carpetas: una local y otra en un disco externo o en su nube.
4. En **Conservar** ponga 14 copias.

Mañana revise que aparezca el archivo con la fecha del día. Un respaldo que nadie ha revisado todavía no cuenta como respaldo.`,
        next: "pending",
      },
      { by: ivan, afterMinutes: 750, kind: "reply", body: `Quedó. Hoy apareció el archivo en las dos carpetas. Pesa 1.3 GB, ¿es normal?` },
      { by: elena, afterMinutes: 220, kind: "reply", body: `Sí, es normal para ocho usuarios y cuatro años de documentos. Las 14 copias ocuparán unos 18 GB; cuide que el disco externo tenga ese espacio. Lo marco como resuelto.`, next: "solved" },
    ],
  },
  {
    key: "rosa-softlik-actualizacion",
    requester: rosa,
    department: "softlik",
    product: "robles-softlik",
    priority: "medium",
    subject: "Al actualizar Softlik: «La versión de la base de datos no coincide»",
    body: `Actualizamos Softlik en dos computadoras y ahora ninguna abre. Aparece:

> La versión de la base de datos (8.1) no coincide con la del programa (8.2). Actualice el servidor.

Las otras seis máquinas, sin actualizar, trabajan bien.`,
    openedBusinessMinutesAgo: 22000,
    steps: [
      { by: elena, afterMinutes: 25, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 85,
        kind: "reply",
        body: `Hola, Rosa. No perdieron información. Softlik se actualiza primero en el servidor y después en las demás computadoras; aquí se hizo al revés.

Para corregirlo:

1. Pida a todos que cierren Softlik.
2. En el servidor haga un respaldo.
3. Actualice el servidor a la 8.2. Tarda unos 10 minutos; no lo apague.
4. Actualice las seis computadoras restantes.

¿Prefiere que lo hagamos por escritorio remoto? Con su póliza estimo **1 hora** y necesitaría su autorización.`,
        next: "pending",
      },
      { by: rosa, afterMinutes: 70, kind: "reply", body: `Prefiero que lo hagan ustedes. Autorizo 1 hora de la póliza. Podemos hoy después de las 5.` },
      { by: diego, afterMinutes: 20, kind: "note", body: `Sesión remota apartada con Elena a las 17:00. Respaldo antes de tocar nada.` },
      {
        by: elena,
        afterMinutes: 190,
        kind: "reply",
        body: `Terminamos, Rosa. Servidor y ocho computadoras en la 8.2. Emitimos una factura de prueba y consultamos tres pólizas contables sin problema. Usamos 50 minutos; de su póliza se descuenta la hora autorizada.`,
        next: "solved",
      },
      { by: rosa, afterMinutes: 480, kind: "close" },
    ],
  },
  {
    key: "teresa-softlik-licencia",
    requester: teresa,
    department: "softlik",
    product: "robles-softlik",
    priority: "low",
    subject: "Formatearon mi laptop y Softlik ya no acepta la licencia",
    body: `El técnico formateó mi laptop sin avisar. Reinstalé Softlik y me dice "Esta clave ya está activa en otro equipo". Pero es el mismo equipo. ¿Qué hago?`,
    openedBusinessMinutesAgo: 1600,
    steps: [
      { by: elena, afterMinutes: 240, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 330,
        kind: "reply",
        body: `Hola, Teresa. Al formatear, Windows cambia el identificador del equipo y Softlik lo ve como otro. Nosotros liberamos la activación anterior.

Para no liberar la de alguien más, díganos el nombre que tenía la laptop. En nuestra lista aparecen «ROBLES-LAP2» y «TERESA-HP». ¿Cuál era la suya?`,
        next: "pending",
      },
    ],
  },
  {
    key: "pilar-softlik-precios",
    requester: pilar,
    department: "softlik",
    product: "tintero-softlik",
    priority: "low",
    subject: "Cambiar precios de muchos libros a la vez",
    body: `Una editorial subió todos sus precios 6 %. Son 180 títulos. ¿Se puede cambiar en Softlik de un jalón o tengo que ir uno por uno? Me da miedo mover algo y descuadrar lo demás.`,
    openedBusinessMinutesAgo: 4190,
    steps: [],
  },
  {
    key: "hugo-softlik-impresora",
    requester: hugo,
    department: "softlik",
    product: "tintero-softlik",
    priority: "low",
    subject: "El ticket de venta sale con letras encimadas",
    body: `Compramos una impresora de tickets de 58 mm y Softlik imprime las letras encimadas, como si el papel fuera más ancho. La anterior era de 80 mm.`,
    openedBusinessMinutesAgo: 32000,
    steps: [
      { by: carla, afterMinutes: 120, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 600,
        kind: "reply",
        body: `Hola, Hugo. Hay que avisarle a Softlik el ancho nuevo:

1. Vaya a **Configuración › Impresoras › Ticket de venta**.
2. En **Ancho del papel** elija 58 mm.
3. En **Columnas** ponga 32.
4. Imprima una prueba.

Si el logotipo sale cortado, bájelo a 380 puntos de ancho.`,
        next: "pending",
      },
      { by: hugo, afterMinutes: 220, kind: "reply", body: `Con 32 columnas sale perfecto. El logo también.` },
      { by: elena, afterMinutes: 45, kind: "reply", body: `Muy bien, Hugo. Lo dejamos como resuelto.`, next: "solved" },
      { by: elena, afterMinutes: 2700, kind: "close" },
    ],
  },
];
