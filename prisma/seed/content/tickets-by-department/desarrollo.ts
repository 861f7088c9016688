import type { SeedTicket } from "./types";

const ana = "ana@acme.example";
const andres = "andres@acme.example";
const bruno = "bruno@globex.example";
const lucia = "lucia@sonrisaclara.example";
const hugo = "hugo@eltintero.example";
const ivan = "ivan@robles-asociados.example";
const teresa = "teresa@robles-asociados.example";
const elena = "elena@impera.example";
const diego = "diego@impera.example";

export const desarrollo: SeedTicket[] = [
  {
    key: "ana-pasarela-pago",
    requester: ana,
    department: "desarrollo",
    product: "acme-tienda",
    priority: "high",
    subject: "Agregar pago a meses sin intereses en la tienda",
    body: `Queremos ofrecer 3 y 6 meses sin intereses en compras desde 3,000 pesos. El banco ya nos aprobó. ¿Qué necesitan de nosotros y cuántas horas de la póliza serían?`,
    openedBusinessMinutesAgo: 6200,
    steps: [
      { by: elena, afterMinutes: 60, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 420,
        kind: "reply",
        body: `Hola, Ana. Sí se puede. Revisamos la tienda y el trabajo consiste en:

| Tarea | Horas |
| --- | --- |
| Conectar los meses sin intereses de su pasarela de pago | 4 |
| Mostrar la mensualidad en el producto y en el carrito | 2 |
| Pruebas con tarjetas de prueba y publicación | 2 |
| **Total estimado** | **8** |

Si está de acuerdo, autorice en este ticket que se descuenten 8 horas de su póliza.`,
        next: "pending",
      },
      { by: ana, afterMinutes: 380, kind: "reply", body: `Autorizo las 8 horas. ¿La mensualidad puede salir en letra más grande que el precio de contado? Así lo hace la competencia.` },
      {
        by: elena,
        afterMinutes: 260,
        kind: "reply",
        body: `Gracias, Ana. Registramos su autorización. Sobre el tamaño: le sugerimos que el precio total sea siempre el más visible, porque así lo espera el cliente y evita reclamaciones. La mensualidad irá justo debajo, con el número de pagos.

Ya pedimos a su pasarela de pago que active los meses sin intereses en su cuenta. Sin eso no podemos probar, así que el ticket queda en espera de ellos.`,
        next: "open",
      },
      { by: elena, afterMinutes: 2, kind: "hold" },
      { by: elena, afterMinutes: 1600, kind: "note", body: `La pasarela pide una carta del banco. La tienen en revisión. Llevamos 2 h 30 min usadas en la parte del carrito, que no depende de ellos.` },
    ],
  },
  {
    key: "andres-inventario",
    requester: andres,
    department: "desarrollo",
    product: "acme-inventario",
    priority: "low",
    subject: "El control de inventario ya no imprime las etiquetas",
    body: `Las etiquetas del control de inventario salen cortadas desde que cambiamos la impresora. Sé que ese sistema ya casi no lo usamos, pero el almacén todavía imprime de ahí.`,
    openedBusinessMinutesAgo: 14500,
    steps: [
      { by: elena, afterMinutes: 300, kind: "note", body: `El contrato de ese sistema terminó. Tienen póliza vigente, pero solo cubre la tienda y Softlik.` },
      {
        by: elena,
        afterMinutes: 120,
        kind: "reply",
        body: `Hola, Andrés. El servicio de Control de inventario ya terminó y por eso no tiene soporte incluido. Hay dos caminos:

1. **Por evento.** Le preparamos una cotización para ajustar la etiqueta a la impresora nueva.
2. **Sin costo.** Las etiquetas también se imprimen desde Softlik, que sí tienen vigente, y ya reconoce su impresora. Está en **Productos › Etiquetas**.

¿Cuál le sirve más?`,
        next: "pending",
      },
      { by: andres, afterMinutes: 500, kind: "reply", body: `No sabía que Softlik podía. Ya probé y salen bien. Nos quedamos con esa opción.` },
      { by: elena, afterMinutes: 60, kind: "reply", body: `Qué bueno, Andrés. Así además todo queda en un solo sistema. Marco el ticket como resuelto.`, next: "solved" },
      { by: andres, afterMinutes: 45, kind: "close" },
    ],
  },
  {
    key: "bruno-portal-rastreo",
    requester: bruno,
    department: "desarrollo",
    product: "globex-rastreo",
    priority: "high",
    subject: "El portal de rastreo tarda o se queda en «Buscando su guía»",
    body: `Al buscar una guía, el portal se queda en "Buscando su guía..." hasta 40 segundos, y a veces nunca responde. Pasa más entre las 12 y las 2. Ejemplos de guías: GX-204418, GX-204975 y GX-205101.

En la consola del navegador sale:

\`\`\`
GET /api/guias/GX-204975 504 (Gateway Timeout)
\`\`\``,
    openedBusinessMinutesAgo: 3300,
    steps: [
      { by: elena, afterMinutes: 40, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 310,
        kind: "reply",
        body: `Hola, Bruno. Gracias por los números de guía. Reprodujimos la falla: las guías con más de 200 movimientos son las que tardan.

Para corregirlo necesitamos revisar la consulta en una copia de su base de datos. Como es una falla del sistema que le entregamos y está en garantía, no descuenta horas. ¿Nos autoriza a sacar la copia?`,
        next: "pending",
      },
      {
        by: bruno,
        afterMinutes: 1200,
        kind: "reply",
        body: `Autorizado. Hoy volvió a pasar y perdimos media hora contestando llamadas. ¿Tienen una fecha?`,
      },
      { by: elena, afterMinutes: 120, kind: "note", body: `Copia lista. Con el índice en (guia_id, fecha) la consulta baja de 38 s a 60 ms. Falta probar la carga y responderle a Bruno con la fecha.` },
    ],
  },
  {
    key: "ivan-portal-pdf",
    requester: ivan,
    department: "desarrollo",
    product: "robles-portal",
    priority: "medium",
    subject: "Los estados de cuenta en PDF se descargan en blanco",
    body: `En el portal de clientes, al descargar el estado de cuenta en PDF sale una hoja en blanco con el puro membrete. Pasa con los clientes que tienen más de un RFC. Con los de un solo RFC sale bien.`,
    openedBusinessMinutesAgo: 3300,
    steps: [
      { by: elena, afterMinutes: 20, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 260,
        kind: "reply",
        body: `Hola, Iván. Muy útil la diferencia que encontró. ¿Nos da el número de dos clientes con varios RFC y el mes que descargó? Con eso lo reproducimos sin tocar datos de nadie más.`,
        next: "pending",
      },
      { by: ivan, afterMinutes: 330, kind: "reply", body: `Los clientes 1042 y 1187, los dos del mes pasado. También falla si pido dos meses juntos.` },
    ],
  },
  {
    key: "teresa-portal-pdf",
    requester: teresa,
    department: "desarrollo",
    product: "robles-portal",
    priority: "medium",
    subject: "Hoja vacía al bajar el estado de cuenta de un cliente",
    body: `Un cliente me llamó muy molesto porque bajó su estado de cuenta del portal y la hoja viene vacía, solo trae el logo. Yo lo bajé y me pasa igual. Es el cliente 1187. Lo ocupa para un trámite de crédito.`,
    openedBusinessMinutesAgo: 2750,
    duplicateOf: "ivan-portal-pdf",
    steps: [],
  },
  {
    key: "lucia-agenda-citas",
    requester: lucia,
    department: "desarrollo",
    product: "sonrisa-web",
    priority: "medium",
    subject: "Que la página mande recordatorio de cita por mensaje de texto",
    body: `Queremos que, un día antes, el paciente reciba un mensaje de texto con la hora de su cita. ¿Es posible con la página que tenemos? ¿Cuánto costaría?`,
    openedBusinessMinutesAgo: 5200,
    steps: [
      { by: elena, afterMinutes: 200, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 720,
        kind: "reply",
        body: `Hola, Lucía. Es posible. Se necesitan dos cosas:

1. Una cuenta con un proveedor de mensajes de texto, que cobra por mensaje. La contrata la clínica.
2. Conectar su agenda con ese proveedor. Es un servicio por evento; le preparamos la cotización con tarifa, forma de pago y factura.

También hay que pedir permiso al paciente para enviarle mensajes. Lo agregamos al formulario de cita. ¿Desea la cotización?`,
        next: "pending",
      },
      { by: lucia, afterMinutes: 500, kind: "reply", body: `Sí. Ya vi la cotización y la autorizo, con factura a nombre de la clínica. El proveedor de mensajes me pidió unos documentos y los mandé ayer.` },
      {
        by: elena,
        afterMinutes: 180,
        kind: "reply",
        body: `Gracias, Lucía. Queda registrada su autorización. El proveedor suele tardar una semana en aprobar el nombre que aparece como remitente. Dejo el ticket en espera de esa aprobación y avanzamos con el permiso en el formulario.`,
        next: "open",
      },
      { by: elena, afterMinutes: 1, kind: "hold" },
    ],
  },
  {
    key: "hugo-catalogo-excel",
    requester: hugo,
    department: "desarrollo",
    product: "tintero-web",
    priority: "medium",
    subject: "Al subir el catálogo en Excel los acentos salen como signos raros",
    body: `Subí el catálogo de libros nuevos y los títulos quedaron así: "Cien aÃ±os", "PoesÃ­a reunida". En mi Excel se ven bien. Son 600 libros, no quiero corregirlos a mano.`,
    openedBusinessMinutesAgo: 2350,
    steps: [
      { by: diego, afterMinutes: 30, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 280,
        kind: "reply",
        body: `Hola, Hugo. No los corrija a mano. El archivo está escrito con una codificación y la tienda lo leyó con otra.

1. En Excel elija **Guardar como › CSV UTF-8 (delimitado por comas)**.
2. En la tienda, al importar, marque **Actualizar productos existentes**, para no duplicarlos.

Pruebe primero con cinco libros y díganos cómo salieron.`,
        next: "pending",
      },
      { by: hugo, afterMinutes: 610, kind: "reply", body: `Con cinco salió perfecto. Con los 600 se detiene en el renglón 312 y dice "SKU vacío".` },
      {
        by: elena,
        afterMinutes: 190,
        kind: "reply",
        body: `El renglón 312 de su archivo tiene la clave en blanco; es «Antología mínima», segunda edición. La llenamos con la que ya tenía en la tienda y le devolvimos el archivo. Lo importamos en una prueba y pasaron los 600.`,
        next: "pending",
      },
      { by: hugo, afterMinutes: 240, kind: "reply", body: `Ya quedaron todos, con acentos y todo. Mil gracias.` },
      { by: elena, afterMinutes: 60, kind: "reply", body: `Con gusto, Hugo. Queda resuelto.`, next: "solved" },
    ],
  },
];
