import type { SeedTicket } from "./types";

const ana = "ana@acme.example";
const andres = "andres@acme.example";
const bruno = "bruno@globex.example";
const lucia = "lucia@sonrisaclara.example";
const martin = "martin@sonrisaclara.example";
const pilar = "pilar@eltintero.example";
const hugo = "hugo@eltintero.example";
const rosa = "rosa@robles-asociados.example";
const ivan = "ivan@robles-asociados.example";
const teresa = "teresa@robles-asociados.example";
const carla = "carla@impera.example";
const elena = "elena@impera.example";
const diego = "diego@impera.example";

export const dominiosYHosting: SeedTicket[] = [
  {
    key: "ana-propagacion",
    requester: ana,
    department: "dominios-y-hosting",
    product: "acme-tienda",
    priority: "low",
    subject: "Unos ven la tienda nueva y otros todavía la vieja",
    body: `Ayer cambiaron el servidor de tienda-acme.example. En mi casa ya veo la tienda nueva, pero en la oficina sigue saliendo la vieja. ¿Quedó mal el cambio? Me preocupa que entren pedidos en la que ya no usamos.`,
    openedBusinessMinutesAgo: 17000,
    steps: [
      { by: carla, afterMinutes: 40, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 240,
        kind: "reply",
        body: `Hola, Ana. El cambio quedó bien. Lo que ve se llama **propagación**: cada proveedor de internet guarda por un tiempo la dirección anterior del sitio, y el de su oficina todavía no la renueva. Puede tomar hasta 24 horas más.

Para verlo antes en la oficina, en la computadora abra el Símbolo del sistema y escriba:

\`\`\`
ipconfig /flushdns
\`\`\`

Para que no entren pedidos en la tienda vieja, la pusimos en modo de mantenimiento con un aviso.`,
        next: "pending",
      },
      { by: ana, afterMinutes: 560, kind: "reply", body: `Ya se ve igual en todos lados. Gracias por lo del aviso, no se me había ocurrido.` },
      { by: carla, afterMinutes: 60, kind: "reply", body: `Excelente, Ana. Apagamos la tienda vieja por completo y marcamos este ticket como resuelto.`, next: "solved" },
      { by: ana, afterMinutes: 30, kind: "close" },
    ],
  },
  {
    key: "ana-sitio-503",
    requester: ana,
    department: "dominios-y-hosting",
    product: "acme-tienda",
    priority: "high",
    subject: "La tienda en línea da «503 Service Unavailable»",
    body: `tienda-acme.example no abre. Sale una página blanca que dice:

    503 Service Unavailable
    The server is temporarily unable to service your request.

Empezó hace unos 20 minutos. Hoy salió nuestra promoción en el periódico, así que necesitamos que esté arriba.`,
    openedBusinessMinutesAgo: 11000,
    steps: [
      { by: diego, afterMinutes: 6, kind: "assign", to: diego },
      {
        by: diego,
        afterMinutes: 9,
        kind: "reply",
        body: `Hola, Ana. Ya lo estamos viendo. El servidor está bien, pero la tienda recibe cerca de doce veces su tráfico normal y se acabaron los procesos disponibles para su cuenta.

Estamos activando la caché de página completa y subiendo el límite de procesos mientras dura la promoción. Le escribo en cuanto abra.`,
        next: "open",
      },
      {
        by: diego,
        afterMinutes: 38,
        kind: "note",
        body: `Límite de procesos de 20 a 60 por tres días. Caché activa, excepto carrito y pago. Andrés abrió otro ticket por lo mismo; lo uní aquí.`,
      },
      {
        by: diego,
        afterMinutes: 12,
        kind: "reply",
        body: `Ana, la tienda ya abre: medimos 1.4 segundos en la página principal y probamos un pedido completo. Vigilaremos durante toda la promoción.`,
        next: "solved",
      },
      {
        by: ana,
        afterMinutes: 70,
        kind: "reopen",
        body: `La página abre muy bien, pero ahora los clientes ven el precio sin el descuento. Si recargo varias veces a veces sí sale.`,
      },
      {
        by: diego,
        afterMinutes: 18,
        kind: "reply",
        body: `Tiene razón: la caché guardó páginas de antes del descuento. La vaciamos y la ajustamos para que se renueve sola cada vez que cambie un precio. Revisamos diez productos y todos muestran el precio correcto.`,
        next: "solved",
      },
      { by: ana, afterMinutes: 900, kind: "close" },
    ],
  },
  {
    key: "andres-sitio-caido",
    requester: andres,
    department: "dominios-y-hosting",
    product: "acme-tienda",
    priority: "high",
    subject: "Se cayó la página de la tienda",
    body: `No abre la tienda, dice service unavailable. Los clientes están llamando a la sucursal. Ya reinicié el módem y la compu y nada.`,
    openedBusinessMinutesAgo: 10985,
    duplicateOf: "ana-sitio-503",
    steps: [{ by: diego, afterMinutes: 20, kind: "merge", into: "ana-sitio-503" }],
  },
  {
    key: "bruno-ssl",
    requester: bruno,
    department: "dominios-y-hosting",
    product: "globex-hosting",
    priority: "high",
    subject: "globex.example aparece como «No es seguro» en todos los navegadores",
    body: `Nuestros clientes nos mandan capturas con el aviso "La conexión no es privada". Copio lo que sale:

\`\`\`
NET::ERR_CERT_DATE_INVALID
Emisor: Let's Encrypt
\`\`\`

Según vi, el certificado venció hoy. ¿No se renovaba solo? Hay clientes que no quieren entrar a rastrear sus guías.`,
    openedBusinessMinutesAgo: 900,
    steps: [
      { by: carla, afterMinutes: 10, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 16,
        kind: "reply",
        body: `Hola, Bruno. Confirmado: el certificado venció y la renovación automática falló. Para renovarlo, Let's Encrypt necesita leer un archivo de prueba en su sitio y algo lo está impidiendo. Lo estamos revisando.`,
        next: "open",
      },
      {
        by: carla,
        afterMinutes: 34,
        kind: "note",
        body: `La regla nueva del servidor web02 que obliga a https devuelve 403 en \`/.well-known/acme-challenge/\`. Afecta a todas las cuentas de web02 con vencimiento esta semana. Avisé a Diego para corregir la regla de fondo.`,
      },
      {
        by: carla,
        afterMinutes: 22,
        kind: "reply",
        body: `Listo. Una regla del servidor bloqueaba la carpeta de la prueba; la corregimos y emitimos el certificado nuevo.

| Nombre | Estado |
| --- | --- |
| globex.example | válido por 90 días |
| www.globex.example | válido por 90 días |
| mail.globex.example | válido por 90 días |

¿Nos confirma que lo ve bien? Si el navegador todavía avisa, ciérrelo por completo y ábralo de nuevo.`,
        next: "pending",
      },
      { by: bruno, afterMinutes: 140, kind: "reply", body: `Ya abre con candado en la computadora y en el celular. ¿Va a volver a pasar dentro de tres meses?` },
      {
        by: carla,
        afterMinutes: 45,
        kind: "reply",
        body: `No debería. Corregimos la regla para todo el servidor y probamos la renovación en seco con éxito. Además activamos un aviso interno 15 días antes del vencimiento, para actuar antes de que usted lo note.`,
        next: "solved",
      },
    ],
  },
  {
    key: "lucia-sitio-no-seguro",
    requester: lucia,
    department: "dominios-y-hosting",
    product: "sonrisa-hosting",
    priority: "medium",
    subject: "La página de la clínica dice que no es privada y los pacientes se asustan",
    body: `Buen día. Al entrar a sonrisaclara.example sale una advertencia roja que dice "Tu conexión no es privada, es posible que los atacantes estén intentando robar tu información". Los pacientes creen que nos hackearon.

¿Nos hackearon? ¿Es peligroso para los datos de las citas?`,
    openedBusinessMinutesAgo: 815,
    duplicateOf: "bruno-ssl",
    steps: [
      { by: carla, afterMinutes: 95, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 30,
        kind: "reply",
        body: `Hola, Lucía. No los hackearon y los datos de las citas están a salvo. El aviso sale porque venció el certificado SSL, el documento que permite al navegador mostrar el candado, y no se renovó solo por una regla equivocada en nuestro servidor.

Ya corregimos la regla. Su certificado está en la fila de emisión y le avisamos aquí cuando quede instalado.`,
        next: "open",
      },
    ],
  },
  {
    key: "pilar-dominio-vencido",
    requester: pilar,
    department: "dominios-y-hosting",
    product: "tintero-dominio",
    priority: "medium",
    subject: "Venció el dominio eltintero.example y no abre nada",
    body: `Se nos pasó pagar el dominio. Desde ayer no abre la página y tampoco sirven los correos. Ya podemos pagar hoy. ¿Lo perdimos? ¿Cuánto tarda en volver?`,
    openedBusinessMinutesAgo: 1700,
    steps: [
      { by: elena, afterMinutes: 20, kind: "assign", to: elena },
      {
        by: elena,
        afterMinutes: 45,
        kind: "reply",
        body: `Hola, Pilar. No lo ha perdido. El dominio está en **periodo de gracia**: deja de funcionar, pero solo usted puede renovarlo y al mismo precio.

1. Pague la renovación con los datos que vienen en su aviso de cobro.
2. Responda a este ticket con el comprobante en PDF o imagen.

Renovamos el dominio en cuanto veamos el pago. La página y el correo suelen volver en unas horas. Los correos que le manden mientras tanto pueden regresar al remitente.`,
        next: "pending",
      },
    ],
  },
  {
    key: "hugo-pagina-no-abre",
    requester: hugo,
    department: "dominios-y-hosting",
    product: "tintero-hosting",
    priority: "medium",
    subject: "La página de la librería no abre: «No se puede encontrar la dirección IP del servidor»",
    body: `Al entrar a eltintero.example dice:

> No se puede acceder a este sitio. No se pudo encontrar la dirección IP del servidor de eltintero.example. DNS_PROBE_FINISHED_NXDOMAIN

Tampoco me llegan correos desde ayer. Mi internet está bien porque todo lo demás abre.`,
    openedBusinessMinutesAgo: 1610,
    duplicateOf: "pilar-dominio-vencido",
    steps: [
      { by: elena, afterMinutes: 30, kind: "note", body: `Es el dominio vencido que ya reportó Pilar, misma librería. Lo uno a su ticket.` },
      { by: elena, afterMinutes: 2, kind: "merge", into: "pilar-dominio-vencido" },
    ],
  },
  {
    key: "bruno-epp",
    requester: bruno,
    department: "dominios-y-hosting",
    product: "globex-envios",
    priority: "medium",
    subject: "Traer envios-globex.example desde otro proveedor",
    body: `Compramos el dominio envios-globex.example a otra empresa y queremos tenerlo con ustedes, junto al principal. Ya me dieron el código de autorización (EPP). ¿Dónde se los mando? ¿Se cae el correo durante el cambio?`,
    openedBusinessMinutesAgo: 3300,
    steps: [
      { by: carla, afterMinutes: 120, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 300,
        kind: "reply",
        body: `Hola, Bruno. Con gusto. El correo y la página no se caen: la transferencia cambia quién administra el dominio, no a dónde apunta.

Antes de empezar, pida a su proveedor actual que quite el bloqueo de transferencia. Hoy el dominio aparece como \`clientTransferProhibited\`.

El código EPP es como una contraseña. Escríbalo en el campo **Código de autorización** del carrito de transferencia, no en el texto del ticket.`,
        next: "pending",
      },
      { by: bruno, afterMinutes: 640, kind: "reply", body: `Ya lo desbloquearon y ya capturé el código. Me aparece "transferencia en proceso".` },
      {
        by: carla,
        afterMinutes: 80,
        kind: "reply",
        body: `Recibido, Bruno. La solicitud ya está con su proveedor anterior. Tienen hasta cinco días naturales para liberar el dominio; si no contestan, se libera solo.

Si le llega un correo para aprobar la transferencia, acéptelo y todo irá más rápido. El ticket queda en espera de ellos y le aviso cuando se complete.`,
        next: "open",
      },
      { by: carla, afterMinutes: 2, kind: "hold" },
    ],
  },
  {
    key: "rosa-cpanel",
    requester: rosa,
    department: "dominios-y-hosting",
    product: "robles-hosting",
    priority: "low",
    subject: "No recuerdo la contraseña de cPanel",
    body: `Buenas tardes. Necesito entrar a cPanel y no tengo la contraseña; la llevaba una persona que ya no está en el despacho. ¿Me la pueden enviar por este medio?`,
    openedBusinessMinutesAgo: 24000,
    steps: [
      { by: elena, afterMinutes: 900, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 3700,
        kind: "reply",
        body: `Hola, Rosa. Le pido una disculpa: tardamos más de lo que prometemos.

Por seguridad no enviamos contraseñas por ticket. Puede crear una nueva así:

1. En la entrada de cPanel elija **Restablecer contraseña**.
2. Escriba el usuario, que es \`robles\`.
3. Le llegará un código al correo de contacto de la cuenta, rosa@robles-asociados.example.

Como lo llevaba otra persona, le recomiendo cambiar también las contraseñas de FTP y de los buzones que ella usaba.`,
        next: "pending",
      },
      { by: rosa, afterMinutes: 200, kind: "reply", body: `Ya entré y cambié todas. Gracias.` },
      { by: carla, afterMinutes: 100, kind: "reply", body: `Muy bien hecho, Rosa. Queda resuelto.`, next: "solved" },
      { by: carla, afterMinutes: 2700, kind: "close" },
    ],
  },
  {
    key: "ivan-sftp",
    requester: ivan,
    department: "dominios-y-hosting",
    product: "robles-hosting",
    priority: "low",
    subject: "FileZilla: «Connection timed out» al subir archivos",
    body: `Intento subir archivos con FileZilla y nunca conecta:

\`\`\`
Estado: Conectando a 203.0.113.31:21...
Error: Se agotó el tiempo de conexión
Error: No se pudo conectar al servidor
\`\`\`

Hace dos semanas sí podía. Estoy desde la oficina nueva.`,
    openedBusinessMinutesAgo: 2750,
    steps: [
      {
        by: carla,
        afterMinutes: 820,
        kind: "reply",
        body: `Hola, Iván. El puerto 21 es FTP sin cifrar y muchas redes de oficina lo bloquean. Use SFTP, que es más seguro:

| Campo | Valor |
| --- | --- |
| Protocolo | SFTP |
| Servidor | robles-asociados.example |
| Puerto | 2222 |
| Usuario | el de cPanel |

La primera vez FileZilla preguntará si confía en la llave del servidor. Acepte y marque «Confiar siempre».`,
        next: "pending",
      },
      { by: ivan, afterMinutes: 350, kind: "reply", body: `Con 2222 tampoco, dice "Network error: Connection refused".` },
      { by: carla, afterMinutes: 60, kind: "note", body: `Su IP 192.0.2.77 estaba bloqueada en el firewall: 14 intentos fallidos desde FileZilla. Desbloqueada.` },
      {
        by: carla,
        afterMinutes: 15,
        kind: "reply",
        body: `Encontramos la causa: tras varios intentos con una contraseña vieja, nuestro firewall bloqueó la dirección de su oficina. Ya la desbloqueamos. Actualice la contraseña guardada en FileZilla y pruebe otra vez.`,
        next: "pending",
      },
      { by: ivan, afterMinutes: 120, kind: "reply", body: `Ahora sí. Ya subí todo, gracias.` },
      { by: carla, afterMinutes: 30, kind: "reply", body: `Con gusto, Iván. Lo dejamos como resuelto.`, next: "solved" },
    ],
  },
  {
    key: "bruno-508",
    requester: bruno,
    department: "dominios-y-hosting",
    product: "globex-hosting",
    priority: "high",
    subject: "Error 508 Resource Limit Is Reached varias veces al día",
    body: `globex.example muestra "508 Resource Limit Is Reached" unos minutos y luego se recupera solo. Ha pasado cinco veces desde ayer. En cPanel, en Uso de recursos, veo "Entry Processes 20/20".

Tenemos póliza, así que si hace falta que alguien lo revise a fondo, adelante con la estimación.`,
    openedBusinessMinutesAgo: 1780,
    steps: [
      { by: diego, afterMinutes: 30, kind: "assign", to: diego },
      {
        by: diego,
        afterMinutes: 90,
        kind: "reply",
        body: `Hola, Bruno. El 508 aparece cuando su cuenta ocupa a la vez todos los procesos de su plan. En la bitácora vemos que un robot consulta \`/rastreo\` unas 40 veces por segundo.

Lo bloqueamos y eso no tiene costo. Revisar por qué cada consulta de rastreo es tan pesada sí es trabajo de póliza: **estimo 3 horas**. Si está de acuerdo, autorícelo en este ticket.`,
        next: "pending",
      },
      {
        by: bruno,
        afterMinutes: 400,
        kind: "reply",
        body: `Autorizo las 3 horas de la póliza. El robot ya no está, pero hace un momento volvió a salir el 508, así que sí hay algo más.`,
      },
      { by: diego, afterMinutes: 60, kind: "note", body: `Falta un índice en la tabla de eventos de guías. Probar primero en la copia; puede que sea lo mismo que reportó como lentitud en el portal.` },
    ],
  },
  {
    key: "martin-nameservers",
    requester: martin,
    department: "dominios-y-hosting",
    product: "sonrisa-dominio",
    priority: "low",
    subject: "Que nameservers pongo para la pagina nueva?",
    body: `hola, una agencia nos va a hacer otra pagina y nos pide cambiar los nameservers del dominio. si los cambio se pierde el correo? no quiero quedarme sin las citas. me dijeron que son ns1.agencia.example y ns2.agencia.example`,
    openedBusinessMinutesAgo: 4710,
    steps: [],
  },
  {
    key: "ana-respaldo",
    requester: ana,
    department: "dominios-y-hosting",
    product: "acme-hosting",
    priority: "medium",
    subject: "Recuperar la página de «Sucursales» como estaba la semana pasada",
    body: `Por error guardamos encima la página de Sucursales de acme.example y se perdieron los mapas y los horarios. ¿Pueden regresarla a como estaba hace una semana? Solo esa página, porque después subimos productos nuevos y no queremos perderlos.`,
    openedBusinessMinutesAgo: 1300,
    steps: [
      { by: carla, afterMinutes: 70, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 350,
        kind: "reply",
        body: `Hola, Ana. Sí se puede sin tocar los productos. Tenemos respaldos de cada madrugada de los últimos 14 días.

Abrimos una copia aparte y encontramos dos versiones de Sucursales:

| Versión | Qué tiene |
| --- | --- |
| Hace 6 días | 4 sucursales, con mapas, horario de lunes a sábado |
| Hace 9 días | 5 sucursales, con mapas, horario de lunes a viernes |

¿Cuál desea que restauremos? En cuanto nos diga, la ponemos y guardamos la actual como borrador.`,
        next: "pending",
      },
    ],
  },
  {
    key: "teresa-sitio-500",
    requester: teresa,
    department: "dominios-y-hosting",
    product: "robles-hosting",
    priority: "high",
    subject: "Error 500 en robles-asociados.example después de editar el .htaccess",
    body: `Quise redirigir la página vieja de contacto a la nueva y edité el archivo .htaccess desde el administrador de archivos. Desde entonces todo el sitio da "500 Internal Server Error".

Lo que agregué fue:

\`\`\`
Redirect 301 /contacto.html /contacto
RewriteRule ^oficinas$ /sucursales [R=301
\`\`\`

No guardé copia del archivo anterior. ¿Me ayudan a dejarlo como estaba?`,
    openedBusinessMinutesAgo: 240,
    steps: [],
  },
  {
    key: "andres-dominio-renovar",
    requester: andres,
    department: "dominios-y-hosting",
    product: "acme-dominio",
    priority: "low",
    subject: "¿Cuándo vence acme.example y cómo lo renovamos por varios años?",
    body: `Hola. Me pidieron dejar pagado acme.example por tres años para no estar al pendiente. ¿Se puede? ¿Y se puede poner a renovación automática?`,
    openedBusinessMinutesAgo: 35,
    steps: [],
  },
];
