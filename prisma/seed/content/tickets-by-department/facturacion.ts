import type { SeedTicket } from "./types";

const ana = "ana@acme.example";
const bruno = "bruno@globex.example";
const lucia = "lucia@sonrisaclara.example";
const martin = "martin@sonrisaclara.example";
const pilar = "pilar@eltintero.example";
const hugo = "hugo@eltintero.example";
const rosa = "rosa@robles-asociados.example";
const teresa = "teresa@robles-asociados.example";
const elena = "elena@impera.example";

export const facturacion: SeedTicket[] = [
  {
    key: "ana-factura-regimen",
    requester: ana,
    department: "facturacion",
    product: "acme-hosting",
    priority: "medium",
    subject: "La factura del hosting salió con el régimen fiscal equivocado",
    body: `Mi contadora rechazó la factura del hosting porque trae el régimen 612 y nosotros somos 601, General de Ley Personas Morales. ¿La pueden cancelar y hacer de nuevo? La necesita antes de cerrar el mes.`,
    openedBusinessMinutesAgo: 2450,
    steps: [
      { by: elena, afterMinutes: 40, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 130,
        kind: "reply",
        body: `Hola, Ana. Sí, la corregimos. Para que el SAT acepte la nueva a la primera, copie de su **Constancia de Situación Fiscal** vigente estos cuatro datos, tal como aparecen ahí:

- RFC
- Nombre o razón social, sin «S.A. de C.V.»
- Código postal del domicilio fiscal
- Régimen fiscal

Y confírmenos el uso del CFDI, por favor: ¿G03, Gastos en general?`,
        next: "pending",
      },
      { by: ana, afterMinutes: 510, kind: "reply", body: `Aquí van, y sí, G03:

- RFC: AHE010101AB1
- Nombre: ACME HERRAMIENTAS
- Código postal: 03100
- Régimen: 601

El código postal cambió porque nos mudamos, a lo mejor por eso tenían los datos viejos.` },
      {
        by: elena,
        afterMinutes: 170,
        kind: "reply",
        body: `Gracias, Ana. Emitimos la factura nueva con régimen 601 y el código postal actual, relacionada con la anterior por sustitución (clave 04), y pedimos la cancelación de la primera.

**Falta un paso suyo:** en el Buzón Tributario aparecerá la solicitud de cancelación. Su contadora debe aceptarla; si no responde en tres días hábiles, se acepta sola.

El PDF y el XML ya están en su correo. Sus datos quedaron corregidos para las siguientes facturas.`,
        next: "solved",
      },
    ],
  },
  {
    key: "bruno-reportar-pago",
    requester: bruno,
    department: "facturacion",
    product: "globex-hosting",
    priority: "low",
    subject: "Reporto transferencia del hosting anual",
    body: `Hice la transferencia SPEI de la renovación del hosting de globex.example. Puse como concepto el número del aviso. La clave de rastreo es 7731045520GX. ¿Me confirman que ya está aplicado? No quiero que se suspenda.`,
    openedBusinessMinutesAgo: 15500,
    steps: [
      {
        by: elena,
        afterMinutes: 95,
        kind: "reply",
        body: `Hola, Bruno. Recibimos la transferencia y ya está aplicada. El hosting de globex.example queda renovado por un año y no tendrá ninguna interrupción.

¿Desea su factura con los datos de siempre y uso G03?`,
        next: "pending",
      },
      { by: bruno, afterMinutes: 60, kind: "reply", body: `Sí, con los mismos datos. Gracias por la rapidez.` },
      { by: elena, afterMinutes: 50, kind: "reply", body: `Enviada, Bruno. El PDF y el XML están en su correo.`, next: "solved" },
      { by: bruno, afterMinutes: 20, kind: "close" },
    ],
  },
  {
    key: "lucia-pago-duplicado",
    requester: lucia,
    department: "facturacion",
    product: "sonrisa-hosting",
    priority: "medium",
    subject: "Me cobraron dos veces la renovación en la tarjeta",
    body: `En mi estado de cuenta aparecen dos cargos iguales el mismo día por la renovación de sonrisaclara.example. Cuando pagué, la página se quedó pensando y le di clic otra vez. ¿Me pueden devolver uno?`,
    openedBusinessMinutesAgo: 3400,
    steps: [
      { by: elena, afterMinutes: 30, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 200,
        kind: "reply",
        body: `Hola, Lucía. Tiene razón: hay dos cargos con 40 segundos de diferencia y solo debía ser uno. Una disculpa.

Puede elegir:

1. **Devolución a su tarjeta.** La hacemos hoy; el banco tarda de 5 a 10 días hábiles en reflejarla.
2. **Saldo a favor** para su siguiente pago.

Díganos cuál prefiere. Por seguridad, no escriba aquí el número de su tarjeta; no lo necesitamos.`,
        next: "pending",
      },
      { by: lucia, afterMinutes: 310, kind: "reply", body: `La devolución, por favor.` },
      {
        by: elena,
        afterMinutes: 70,
        kind: "reply",
        body: `Listo, Lucía. Pedimos la devolución al procesador de pagos y fue aceptada. Dejo el ticket en espera del banco y lo revisaré hasta que el abono se vea de su lado. Si lo ve antes, avísenos aquí.`,
        next: "open",
      },
      { by: elena, afterMinutes: 2, kind: "hold" },
      { by: elena, afterMinutes: 1100, kind: "note", body: `El procesador ya envió el abono al banco emisor. Volver a revisar al décimo día hábil.` },
    ],
  },
  {
    key: "pilar-cfdi-pendiente",
    requester: pilar,
    department: "facturacion",
    product: "tintero-hosting",
    priority: "low",
    subject: "Necesito la factura del pago del mes pasado",
    body: `Pagué el hosting el mes pasado y no pedí factura. ¿Todavía se puede? El RFC es el de la librería, creo que ya lo tienen.`,
    openedBusinessMinutesAgo: 2800,
    steps: [
      { by: elena, afterMinutes: 300, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 620,
        kind: "reply",
        body: `Hola, Pilar. Encontramos su pago. Como es de un mes que ya cerró, podría estar incluido en nuestra factura global, la que reúne las ventas sin factura. Lo estamos revisando con contabilidad y le confirmamos si puede emitirse a su nombre.

Mientras tanto, envíenos su Constancia de Situación Fiscal vigente y el uso del CFDI. Su nombre o su código postal registrado no coincide con el del SAT y la factura se rechazaría.`,
        next: "pending",
      },
    ],
  },
  {
    key: "hugo-metodos-pago",
    requester: hugo,
    department: "facturacion",
    priority: "low",
    subject: "¿Se puede pagar en una tienda de conveniencia?",
    body: `No manejamos tarjeta en la librería. ¿Podemos pagar en efectivo en una tienda o solo por transferencia?`,
    openedBusinessMinutesAgo: 26000,
    steps: [
      {
        by: elena,
        afterMinutes: 850,
        kind: "reply",
        body: `Hola, Hugo. Las formas de pago disponibles vienen en cada aviso de cobro, junto con la referencia. En el suyo aparecen la transferencia SPEI y el depósito en ventanilla, que puede hacerse en efectivo.

En ambos casos use la referencia del aviso y guarde el comprobante. Para aplicarlo sin demora, repórtelo con un ticket en **Facturación**.`,
        next: "solved",
      },
      { by: hugo, afterMinutes: 90, kind: "close" },
    ],
  },
  {
    key: "hugo-uso-cfdi",
    requester: hugo,
    department: "facturacion",
    product: "tintero-hosting",
    priority: "low",
    subject: "¿Qué uso de CFDI pongo para el hosting?",
    body: `Al pedir la factura me pregunta el uso del CFDI y hay muchas claves. ¿Cuál es la correcta para hosting y correo? No quiero equivocarme y que la tengan que cancelar.`,
    openedBusinessMinutesAgo: 5,
    steps: [],
  },
  {
    key: "rosa-factura-hosting",
    requester: rosa,
    department: "facturacion",
    product: "robles-hosting",
    priority: "low",
    subject: "No ha llegado la factura de la renovación del hosting",
    body: `Estimados: pagamos la renovación del hosting hace dos semanas y no hemos recibido el CFDI. Lo requerimos para nuestra contabilidad. El pago se hizo por transferencia y se reportó el mismo día.`,
    openedBusinessMinutesAgo: 3000,
    steps: [
      { by: elena, afterMinutes: 60, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 500,
        kind: "reply",
        body: `Hola, Rosa. Su pago está aplicado. La factura no se ha emitido porque el proveedor que nos timbra los CFDI rechaza su código postal y estamos aclarando con ellos el motivo: en la constancia que tenemos coincide con el del SAT.

No tiene que hacer nada por ahora. Dejo el ticket en espera de su respuesta y le envío la factura aquí mismo.`,
        next: "open",
      },
      { by: elena, afterMinutes: 3, kind: "hold" },
      { by: elena, afterMinutes: 950, kind: "note", body: `El proveedor ve el catálogo de códigos postales desactualizado de su lado. Prometen corregirlo esta semana.` },
    ],
  },
  {
    key: "teresa-factura-hosting",
    requester: teresa,
    department: "facturacion",
    product: "robles-hosting",
    priority: "low",
    subject: "CFDI pendiente del hosting del despacho",
    body: `Hola, estoy cerrando el mes y me falta el XML del pago del hosting del despacho. Lo busqué en el correo y en spam y no está. ¿Me lo reenvían por favor?`,
    openedBusinessMinutesAgo: 1200,
    duplicateOf: "rosa-factura-hosting",
    steps: [],
  },
  {
    key: "lucia-contratar-poliza",
    requester: lucia,
    department: "facturacion",
    priority: "low",
    subject: "Queremos saber si nos conviene una póliza",
    body: `Cada mes pedimos uno o dos cambios a la página y los pagamos por separado. Una amiga me dijo que con póliza sale mejor. ¿Qué incluye y cómo sé cuántas horas necesitamos?`,
    openedBusinessMinutesAgo: 2650,
    steps: [
      { by: elena, afterMinutes: 300, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 480,
        kind: "reply",
        body: `Hola, Lucía. Una póliza es un paquete de horas de servicio. Incluye el tabulador preferencial, asesoría telefónica, asistencia por escritorio remoto y casos de soporte con prioridad alta.

Cada trabajo se pide con un ticket. Le mandamos la estimación de horas, usted la autoriza y solo entonces se descuentan.

Revisé su último año: pidieron 14 servicios por evento, que suman 21 horas. Con esos datos, una póliza sí les conviene. ¿Le pido a Ventas que le prepare una propuesta?`,
        next: "pending",
      },
      { by: lucia, afterMinutes: 650, kind: "reply", body: `Sí por favor, que la manden a mi correo. Muy útil el dato de las horas.` },
      { by: elena, afterMinutes: 140, kind: "reply", body: `Hecho. Ventas le escribirá a lucia@sonrisaclara.example con la propuesta. Por parte de soporte queda resuelto; cualquier duda de horas la vemos aquí.`, next: "solved" },
    ],
  },
  {
    key: "martin-aviso-pago",
    requester: martin,
    department: "facturacion",
    product: "sonrisa-dominio",
    priority: "low",
    subject: "me sigue llegando el aviso de pago y ya pague",
    body: `pague el dominio hace una semana y me sigue llegando el correo de que va a vencer. me da miedo que lo corten. hice transferencia, la clave de rastreo es 5520183377SC`,
    openedBusinessMinutesAgo: 12000,
    steps: [
      {
        by: elena,
        afterMinutes: 420,
        kind: "reply",
        body: `Hola, Martín. Su dominio no corre riesgo. El pago sí llegó, pero sin la referencia del aviso; por eso no se aplicó solo.

Ya lo aplicamos y sonrisaclara.example está renovado por un año. No recibirá más avisos.

La próxima vez copie la referencia en el concepto de la transferencia y se aplicará de forma automática.`,
        next: "solved",
      },
      { by: martin, afterMinutes: 30, kind: "close" },
    ],
  },
];
