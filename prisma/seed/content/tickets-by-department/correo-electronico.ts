import type { SeedTicket } from "./types";

const ana = "ana@acme.example";
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

export const correoElectronico: SeedTicket[] = [
  {
    key: "ana-correo-550",
    requester: ana,
    department: "correo-electronico",
    product: "acme-correo",
    priority: "high",
    subject: "No podemos enviar correos: error 550 en acme.example",
    body: `Desde hace un rato ningún correo que mandamos a Hotmail o a Outlook llega. Recibimos todo bien, pero lo que enviamos regresa con este texto:

\`\`\`
550 5.7.1 Unfortunately, messages from [203.0.113.25] weren't sent.
Please contact your Internet service provider since part of their
network is on our block list (S3140).
\`\`\`

Nos pasa con ana@acme.example y con ventas@acme.example. A Gmail sí llegan.

Tenemos que mandar cotizaciones hoy mismo. ¿Qué podemos hacer mientras se arregla?`,
    openedBusinessMinutesAgo: 360,
    steps: [
      { by: carla, afterMinutes: 8, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 19,
        kind: "reply",
        body: `Hola, Ana. Gracias por pegar el texto completo; con eso ya sabemos qué pasa.

La dirección del servidor desde el que salen sus correos (203.0.113.25) está en la lista de bloqueo de Outlook y Hotmail. Su cuenta está bien y sus mensajes no se pierden: el otro lado los rechaza y usted recibe el aviso.

Acabo de mandar la salida de acme.example por otra dirección, 203.0.113.40, que no está bloqueada.

Por favor haga dos cosas:

1. Envíe un correo de prueba a una cuenta de Hotmail u Outlook.
2. Díganos si llegó o, si volvió, pegue aquí el texto del rebote.`,
        next: "pending",
      },
      {
        by: carla,
        afterMinutes: 15,
        kind: "note",
        body: `Un buzón de otro cliente en el mismo servidor mandó unos 4,000 mensajes anoche: contraseña robada. Ya está suspendido y la cola, limpia. Falta pedir la baja de 203.0.113.25 en el formulario de Outlook. Diego, ¿lo ves tú?`,
      },
      {
        by: ana,
        afterMinutes: 96,
        kind: "reply",
        body: `Ya probé. Desde ventas@acme.example sí llegó a Hotmail. Desde la mía, ana@acme.example, me sigue regresando lo mismo, con la dirección que termina en 25:

\`\`\`
550 5.7.1 Unfortunately, messages from [203.0.113.25] weren't sent.
\`\`\`

Yo uso Outlook en la computadora y ventas usa el correo desde la página. ¿Tendrá que ver?`,
      },
      {
        by: carla,
        afterMinutes: 24,
        kind: "note",
        body: `Su Outlook apunta a mail.acme.example como servidor de salida y todavía resuelve al nodo viejo. Revisar el registro A antes de pedirle que cambie algo.`,
      },
    ],
  },
  {
    key: "andres-correo-rechazado",
    requester: "andres@acme.example",
    department: "correo-electronico",
    product: "acme-correo",
    priority: "medium",
    subject: "Un proveedor dice que no le llegan mis mensajes, todos me los regresa",
    body: `Hola, llevo como cinco correos mandados a un proveedor y todos me regresan con un mensaje en inglés que dice que estamos en una "block list". Yo no mando publicidad ni nada raro.

El proveedor tiene Hotmail. ¿Nos bloquearon por algo que hicimos? Me urge porque es un pedido grande.`,
    openedBusinessMinutesAgo: 290,
    duplicateOf: "ana-correo-550",
    steps: [],
  },
  {
    key: "pilar-correo-hotmail",
    requester: pilar,
    department: "correo-electronico",
    product: "tintero-correo",
    priority: "medium",
    subject: "Los avisos de pedido no llegan a clientes con Hotmail u Outlook",
    body: `Buen día. Nuestros clientes que tienen Hotmail no reciben el aviso de su pedido. A mí me llega de regreso un correo de "Mail Delivery System" con esto:

    host outlook-com.mail.example said: 550 5.7.1 Unfortunately, messages
    from [203.0.113.25] weren't sent (in reply to MAIL FROM command)

A los de Gmail sí les llega. ¿Es algo de la tienda o del correo?`,
    openedBusinessMinutesAgo: 232,
    duplicateOf: "ana-correo-550",
    steps: [
      { by: diego, afterMinutes: 30, kind: "assign", to: diego },
      {
        by: diego,
        afterMinutes: 15,
        kind: "reply",
        body: `Hola, Pilar. No es su tienda: la dirección de salida de nuestro servidor, 203.0.113.25, quedó en la lista de bloqueo de Outlook y Hotmail por el abuso de un buzón ajeno a ustedes. Ese buzón ya está suspendido.

Pedimos la baja de la lista a Microsoft. La respuesta depende de ellos; por eso su ticket queda en espera de un tercero. Le escribimos aquí en cuanto contesten.

Mientras tanto, los avisos a Gmail y a otros correos siguen saliendo con normalidad.`,
        next: "open",
      },
      { by: diego, afterMinutes: 4, kind: "hold" },
      {
        by: diego,
        afterMinutes: 2,
        kind: "note",
        body: `Solicitud de baja enviada desde postmaster@impera.example. Suelen tardar un día hábil. Mismo incidente que reportó Acme.`,
      },
    ],
  },
  {
    key: "bruno-buzon-lleno",
    requester: bruno,
    department: "correo-electronico",
    product: "globex-correo",
    priority: "low",
    subject: "Me dicen que mi buzón está lleno pero ya borré mucho",
    body: `Hola. Varios clientes me hablaron para decirme que sus correos a trafico@globex.example les regresan con "552 5.2.2 mailbox full". Ya borré como 2 mil correos y sigue igual. ¿Pueden aumentar el espacio?`,
    answers: { direccion: "trafico@globex.example", "que-pasa": "No me llegan correos" },
    openedBusinessMinutesAgo: 21000,
    steps: [
      { by: carla, afterMinutes: 60, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 180,
        kind: "reply",
        body: `Hola, Bruno. Revisé el buzón: usa 4.9 GB de 5 GB. Lo que borró está en la **Papelera**, que también cuenta (1.8 GB), y en **Enviados** hay 1.2 GB de archivos adjuntos.

Para liberar espacio:

1. Entre al correo por la página.
2. Abra Papelera y elija «Vaciar».
3. En Enviados, ordene por tamaño y borre o descargue lo más pesado.

¿Quiere que vaciemos nosotros la papelera? No se puede deshacer; por eso necesitamos su confirmación por escrito.`,
        next: "pending",
      },
      {
        by: bruno,
        afterMinutes: 75,
        kind: "reply",
        body: `No sabía que la papelera contaba. Sí, por favor vacíen la papelera de trafico@globex.example. De enviados yo me encargo.`,
      },
      {
        by: carla,
        afterMinutes: 40,
        kind: "reply",
        body: `Listo, Bruno. La papelera quedó vacía y el buzón usa ahora 3.1 GB. Ya probamos un envío desde fuera y entró bien.

También activamos que la papelera borre sola lo que tenga más de 30 días. Si prefiere otro plazo, se cambia en las preferencias del correo.`,
        next: "solved",
      },
      { by: bruno, afterMinutes: 300, kind: "close" },
    ],
  },
  {
    key: "lucia-iphone-imap",
    requester: lucia,
    department: "correo-electronico",
    product: "sonrisa-correo",
    priority: "low",
    subject: "El iPhone de recepción dejó de recibir el correo de citas",
    body: `Buen día, el celular de recepción (iPhone) ya no recibe los correos de citas@sonrisaclara.example. Aparece el aviso:

> No se puede obtener el correo. El nombre de usuario o la contraseña de "mail.sonrisaclara.example" es incorrecto.

En la computadora sí entran. No hemos cambiado la contraseña, que yo sepa.`,
    answers: { direccion: "citas@sonrisaclara.example", "que-pasa": "No me llegan correos" },
    openedBusinessMinutesAgo: 1500,
    steps: [
      { by: carla, afterMinutes: 45, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 380,
        kind: "reply",
        body: `Hola, Lucía. En el servidor veo intentos del iPhone con la contraseña anterior: la clave de citas@sonrisaclara.example se cambió hace dos días desde el panel.

En el iPhone:

1. Abra **Configuración › Apps › Mail › Cuentas de Mail** y toque la cuenta (en versiones anteriores: **Configuración › Mail › Cuentas**).
2. Toque su cuenta y escriba la contraseña nueva.
3. En **Servidor de correo saliente** (SMTP), toque el servidor y escríbala también ahí. Es el paso que más se olvida.

¿Nos confirma si con eso ya entra?`,
        next: "pending",
      },
    ],
  },
  {
    key: "martin-correo-celular",
    requester: martin,
    department: "correo-electronico",
    product: "sonrisa-correo",
    priority: "low",
    subject: "no llega correo al celular de la clinica",
    body: `hola, no nos llega nada al iphone de la clinica, marca contraseña incorrecta pero es la de siempre. es la cuenta de citas. los pacientes escriben y no vemos nada, urge`,
    openedBusinessMinutesAgo: 1320,
    duplicateOf: "lucia-iphone-imap",
    steps: [
      {
        by: carla,
        afterMinutes: 270,
        kind: "note",
        body: `Es el mismo iPhone que reportó Lucía. Martín cambió la clave desde el panel hace dos días, según la bitácora.`,
      },
      { by: carla, afterMinutes: 3, kind: "merge", into: "lucia-iphone-imap" },
    ],
  },
  {
    key: "rosa-facturas-spam",
    requester: rosa,
    department: "correo-electronico",
    product: "robles-correo",
    priority: "medium",
    subject: "Las facturas que enviamos por correo caen en spam de nuestros clientes",
    body: `Estimado equipo:

Cuatro clientes con Gmail nos avisaron que nuestras facturas llegan a su carpeta de spam. Se envían desde facturas@robles-asociados.example, unas directo del correo y otras desde el portal de clientes.

Esto me copió uno de ellos desde «Mostrar original»:

| Prueba | Resultado |
| --- | --- |
| SPF | SOFTFAIL |
| DKIM | (no aparece) |
| DMARC | FAIL |

Antes no pasaba. Hace un mes cambiamos el portal de servidor, no sé si sea por eso.`,
    openedBusinessMinutesAgo: 4100,
    steps: [
      { by: elena, afterMinutes: 90, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 400,
        kind: "reply",
        body: `Hola, Rosa. Su sospecha es correcta. El portal envía ahora desde 198.51.100.14 y esa dirección no está en el registro SPF de su dominio, es decir, en la lista pública de servidores que pueden enviar en su nombre. Además, los correos del portal salen sin firma DKIM, el sello que prueba que el mensaje es suyo.

Proponemos:

1. Agregar 198.51.100.14 al registro SPF.
2. Activar la firma DKIM en el portal.

¿Los DNS de robles-asociados.example los administramos nosotros o los tiene con otro proveedor? Vemos nameservers que no son nuestros.`,
        next: "pending",
      },
      {
        by: rosa,
        afterMinutes: 950,
        kind: "reply",
        body: `Los DNS los movió mi sobrino a otro servicio el año pasado. Ya tengo el acceso. Si me dice exactamente qué poner, lo pongo.`,
      },
      {
        by: carla,
        afterMinutes: 700,
        kind: "reply",
        body: `Perfecto. Edite el registro TXT que empieza con \`v=spf1\` y déjelo así (debe quedar uno solo):

\`\`\`
v=spf1 ip4:203.0.113.25 ip4:198.51.100.14 -all
\`\`\`

Nosotros estamos generando la llave DKIM del portal. En cuanto la tengamos le paso aquí el segundo registro.`,
        next: "open",
      },
      {
        by: carla,
        afterMinutes: 60,
        kind: "note",
        body: `Desarrollo debe configurar la firma en el portal (selector \`portal\`). Se lo pedí a Elena. Iván, del mismo despacho, abrió otro ticket por lo mismo.`,
      },
    ],
  },
  {
    key: "ivan-no-deseado",
    requester: ivan,
    department: "correo-electronico",
    product: "robles-correo",
    priority: "medium",
    subject: "Clientes nos dicen que nuestros mensajes están en «correo no deseado»",
    body: `Buenas. Dos clientes me dijeron que encontraron los estados de cuenta del despacho en su carpeta de no deseados. Son personas a las que les escribimos desde hace años. ¿Cómo hacemos para que no nos marquen así?`,
    openedBusinessMinutesAgo: 3700,
    duplicateOf: "rosa-facturas-spam",
    steps: [
      {
        by: elena,
        afterMinutes: 420,
        kind: "reply",
        body: `Hola, Iván. Para ver la causa necesitamos un ejemplo. Pida a uno de esos clientes que abra el mensaje, elija «Mostrar original» o «Ver origen» y le copie las líneas que dicen SPF, DKIM y DMARC.

También díganos desde qué programa salen esos estados de cuenta.`,
        next: "pending",
      },
      {
        by: ivan,
        afterMinutes: 310,
        kind: "reply",
        body: `Me mandaron esto: "spf=softfail, dkim=none, dmarc=fail". Salen desde el portal de clientes, con el botón de enviar estado de cuenta.`,
      },
    ],
  },
  {
    key: "hugo-outlook-contrasena",
    requester: hugo,
    department: "correo-electronico",
    product: "tintero-correo",
    priority: "low",
    subject: "Outlook me pide la contraseña a cada rato",
    body: `Hola, desde que actualizaron mi computadora Outlook me pide la contraseña del correo cada 5 minutos. La escribo bien y la vuelve a pedir. En la página del correo sí entro con la misma. Uso Outlook 2019 y Windows 11.`,
    openedBusinessMinutesAgo: 2600,
    steps: [
      { by: carla, afterMinutes: 200, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 160,
        kind: "reply",
        body: `Hola, Hugo. Si en la página entra con la misma contraseña, Outlook tiene guardada una anterior o los puertos están mal. Haga esto:

1. Cierre Outlook.
2. En Windows abra **Panel de control › Administrador de credenciales › Credenciales de Windows**.
3. Quite las entradas que mencionen eltintero.example u Outlook.
4. Abra Outlook, escriba la contraseña y marque «Recordar».

Y revise que la cuenta tenga estos datos:

| Dato | Valor |
| --- | --- |
| Usuario | su correo completo |
| Entrada (IMAP) | mail.eltintero.example, puerto 993, SSL/TLS |
| Salida (SMTP) | mail.eltintero.example, puerto 465, SSL/TLS |`,
        next: "pending",
      },
      {
        by: hugo,
        afterMinutes: 500,
        kind: "reply",
        body: `Tenía el puerto 143 sin cifrado. Ya puse 993 y borré las credenciales. Llevo una hora sin que pregunte.`,
      },
      {
        by: carla,
        afterMinutes: 55,
        kind: "reply",
        body: `Muy bien, Hugo. Con el puerto 993 además su contraseña viaja cifrada. Marco el ticket como resuelto; si vuelve a pedirla, puede reabrirlo desde aquí mismo.`,
        next: "solved",
      },
      {
        by: hugo,
        afterMinutes: 420,
        kind: "reopen",
        body: `Otra vez me la pidió, pero ahora solo al enviar. Recibir sí recibe bien.`,
      },
      {
        by: carla,
        afterMinutes: 130,
        kind: "reply",
        body: `Gracias por el detalle: entonces falta la salida. En Outlook vaya a **Archivo › Configuración de la cuenta › Más configuraciones › Servidor de salida**, marque «Mi servidor de salida requiere autenticación» y elija «Usar la misma configuración que mi servidor de entrada».

Enviamos una prueba a su cuenta y su respuesta salió sin problema, así que lo dejo como resuelto.`,
        next: "solved",
      },
    ],
  },
  {
    key: "ana-respuesta-automatica",
    requester: ana,
    department: "correo-electronico",
    product: "acme-correo",
    priority: "low",
    subject: "¿Cómo pongo una respuesta automática por inventario?",
    body: `La próxima semana cerramos dos días por inventario. Quiero que ventas@acme.example conteste solo que estamos cerrados y que esos correos además le lleguen a Andrés. ¿Se puede programar para que se quite sola?`,
    openedBusinessMinutesAgo: 2300,
    steps: [
      {
        by: elena,
        afterMinutes: 520,
        kind: "reply",
        body: `Hola, Ana. Sí, las dos cosas se pueden.

**Respuesta automática con fecha de término**

1. Entre a cPanel y abra **Respuestas automáticas › Agregar**.
2. Escriba el buzón (ventas), el asunto y el texto.
3. En **Inicio** y **Fin** elija «Personalizado» y ponga las fechas. Se apaga sola.
4. En **Intervalo** ponga 24 horas, para no contestar varias veces a la misma persona.

**Copia para Andrés**

En **Reenviadores › Agregar reenviador**, de ventas@acme.example a andres@acme.example. El original también se queda en el buzón de ventas. Este no tiene fecha: hay que borrarlo al terminar.`,
        next: "pending",
      },
      { by: ana, afterMinutes: 400, kind: "reply", body: `Ya quedaron las dos. Probé y contestó bien. Muchas gracias, muy claro.` },
      {
        by: elena,
        afterMinutes: 90,
        kind: "reply",
        body: `Con gusto, Ana. Lo marco como resuelto. Al terminar el inventario, recuerde borrar el reenviador de Andrés.`,
        next: "solved",
      },
    ],
  },
  {
    key: "bruno-421",
    requester: bruno,
    department: "correo-electronico",
    product: "globex-correo",
    priority: "medium",
    subject: "Algunos correos tardan horas en salir: error 421 4.7.0",
    body: `Mandamos avisos de entrega a unas 300 personas cada tarde. Desde hace unos días muchos llegan hasta la noche. En el informe aparece:

\`\`\`
421 4.7.0 Too many messages from this sender, try again later
\`\`\`

¿Se pierden o nada más se retrasan? ¿De quién es el límite, de ustedes o de Gmail?`,
    openedBusinessMinutesAgo: 2000,
    steps: [
      { by: carla, afterMinutes: 30, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 600,
        kind: "reply",
        body: `Hola, Bruno. No se pierden. Un error que empieza con 4 es temporal: nuestro servidor guarda el mensaje y lo intenta de nuevo, cada vez con más espera, hasta por cuatro días.

El límite lo pone quien recibe. Ve 300 mensajes iguales en un minuto y pide bajar el ritmo.

Lo más sano es repartir el envío. ¿Nos dice con qué programa se mandan esos avisos y si permite fijar cuántos mensajes por minuto? Con 20 por minuto terminaría en un cuarto de hora sin que nadie los frene.`,
        next: "pending",
      },
    ],
  },
  {
    key: "martin-buzones-nuevos",
    requester: martin,
    department: "correo-electronico",
    product: "sonrisa-correo",
    priority: "low",
    subject: "Crear tres correos para doctoras nuevas",
    body: `Hola, entraron tres doctoras y necesitan correo con el nombre de la clínica. ¿Ustedes los crean o yo? ¿Cuántos podemos tener?`,
    openedBusinessMinutesAgo: 13500,
    steps: [
      {
        by: elena,
        afterMinutes: 700,
        kind: "reply",
        body: `Hola, Martín. Los puede crear usted mismo en un par de minutos. Su plan permite 25 buzones y usa 9.

1. En cPanel abra **Cuentas de correo electrónico › Crear**.
2. Escriba el nombre (lo que va antes de la arroba).
3. Elija **Generar** contraseña y guárdela.
4. Deje la cuota en 2 GB.

Si alguna doctora lo usará en el celular, en la base de conocimientos están las guías de iPhone y de Android.`,
        next: "solved",
      },
      { by: martin, afterMinutes: 160, kind: "close" },
    ],
  },
  {
    key: "pilar-aviso-falso",
    requester: pilar,
    department: "correo-electronico",
    product: "tintero-correo",
    priority: "medium",
    subject: "¿Es de ustedes este correo? «Su buzón será desactivado en 24 horas»",
    body: `Me llegó esto y no sé si es de ustedes:

> De: Soporte Webmail <no-reply@webmail-verificacion.example>
> Asunto: Su buzón será desactivado en 24 horas
> Confirme su contraseña aquí para conservar sus mensajes.

No he dado clic, pero Hugo creo que sí.`,
    openedBusinessMinutesAgo: 9500,
    steps: [
      {
        by: carla,
        afterMinutes: 35,
        kind: "reply",
        body: `Hola, Pilar. Hizo bien en preguntar. **No es nuestro**: es un correo falso que busca robar contraseñas. Nosotros nunca pedimos la contraseña, ni por correo ni por ticket.

Si Hugo escribió la suya en esa página, haga esto ahora:

1. Cambie la contraseña de hugo@eltintero.example en cPanel, en **Cuentas de correo electrónico › Administrar**.
2. Si la usa en otros sitios, cámbiela también ahí.
3. Revise que no haya reenviadores que ustedes no hayan creado.

¿Nos confirma si llegó a escribirla?`,
        next: "pending",
      },
      {
        by: pilar,
        afterMinutes: 50,
        kind: "reply",
        body: `Sí la puso. Ya cambié la contraseña y no hay reenviadores. Qué vergüenza.`,
      },
      { by: carla, afterMinutes: 12, kind: "note", body: `Revisé accesos: hubo una entrada por IMAP desde fuera del país antes del cambio, sin envíos. Cerré las sesiones abiertas.` },
      {
        by: carla,
        afterMinutes: 20,
        kind: "reply",
        body: `Nada de qué avergonzarse: estos correos se parecen mucho a los reales. Cerramos todas las sesiones de esa cuenta y revisamos que no se hubiera enviado nada en su nombre. Está limpia.

Le sugiero leer con el equipo el artículo «Cómo reconocer un correo falso y proteger sus cuentas».`,
        next: "solved",
      },
      { by: pilar, afterMinutes: 500, kind: "close" },
    ],
  },
  {
    key: "teresa-carpeta-borrada",
    requester: teresa,
    department: "correo-electronico",
    product: "robles-correo",
    priority: "medium",
    subject: "Borré sin querer la carpeta «SAT 2024» de mi correo",
    body: `Ayer, ordenando mi correo en el celular, borré la carpeta «SAT 2024» completa y ya no está ni en la papelera. Son acuses que necesito para una auditoría. ¿Se puede recuperar? Mi cuenta es teresa@robles-asociados.example.`,
    openedBusinessMinutesAgo: 2900,
    steps: [
      { by: carla, afterMinutes: 25, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 110,
        kind: "reply",
        body: `Hola, Teresa. Sí, hay buenas posibilidades. Tenemos un respaldo de su buzón de la madrugada anterior al borrado.

Vamos a restaurar solo esa carpeta con el nombre «SAT 2024 recuperada», para no tocar lo demás. Mientras tanto puede seguir usando su correo.`,
        next: "open",
      },
      { by: carla, afterMinutes: 5, kind: "note", body: `Restauración pedida al centro de datos, respaldo de antier 03:00. Solo la carpeta.` },
      { by: carla, afterMinutes: 3, kind: "hold" },
      {
        by: carla,
        afterMinutes: 780,
        kind: "reply",
        body: `Teresa, la carpeta «SAT 2024 recuperada» ya está en su buzón, con 412 mensajes. Si no la ve en el celular, ábrala primero desde la página del correo.

Lo que llegó a esa carpeta después de las 3 de la mañana de ese día no estaba en el respaldo.`,
        next: "solved",
      },
    ],
  },
  {
    key: "hugo-dkim",
    requester: hugo,
    department: "correo-electronico",
    product: "tintero-correo",
    priority: "low",
    subject: "Quiero activar DKIM para el boletín de la librería",
    body: `El servicio con el que mandamos el boletín me pide agregar dos registros CNAME para DKIM y un TXT de DMARC. ¿Los agrego en cPanel o en otro lado? No quiero descomponer el correo.

Me pide:

\`\`\`
k1._domainkey  CNAME  dkim.boletines.example
k2._domainkey  CNAME  dkim2.boletines.example
_dmarc         TXT    v=DMARC1; p=none
\`\`\``,
    openedBusinessMinutesAgo: 700,
    steps: [],
  },
];
