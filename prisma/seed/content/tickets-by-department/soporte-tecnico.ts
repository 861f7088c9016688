import type { SeedTicket } from "./types";

const ana = "ana@acme.example";
const andres = "andres@acme.example";
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

export const soporteTecnico: SeedTicket[] = [
  {
    key: "ana-tienda-lenta",
    requester: ana,
    department: "soporte-tecnico",
    product: "acme-tienda",
    priority: "high",
    subject: "La tienda tarda más de 8 segundos en abrir",
    body: `Desde que agregamos el catálogo de fin de año, tienda-acme.example tarda muchísimo. Medí con el celular: la portada 8 segundos y la página de un taladro casi 11. Antes eran 2 o 3.

Lo que cambió:

- Subimos 340 productos con fotos directo de la cámara.
- Instalamos un complemento de «productos relacionados».

¿Qué nos conviene hacer? Tenemos póliza.`,
    openedBusinessMinutesAgo: 2100,
    steps: [
      { by: diego, afterMinutes: 45, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 310,
        kind: "reply",
        body: `Hola, Ana. Gracias por contar qué cambió; nos ahorró mucho tiempo. Encontramos dos causas:

1. Las fotos nuevas pesan en promedio 6 MB cada una. Con 200 KB se ven igual en pantalla.
2. El complemento de productos relacionados hace 90 consultas a la base de datos por página.

Desactivar el complemento lo puede hacer usted hoy en **Plugins**. Reducir las 340 fotos y dejar activada la conversión automática es trabajo de póliza: **estimo 2 horas**. ¿Lo autoriza?`,
        next: "pending",
      },
      { by: ana, afterMinutes: 260, kind: "reply", body: `Desactivé el complemento y bajó a 5 segundos. Autorizo las 2 horas para las fotos.` },
      {
        by: carla,
        afterMinutes: 190,
        kind: "reply",
        body: `Gracias, Ana. Queda registrada su autorización por 2 horas. Empezamos con una copia de las fotos originales, para poder regresar si alguna no le gusta. Le escribo al terminar.`,
        next: "open",
      },
      { by: carla, afterMinutes: 480, kind: "note", body: `Van 210 de 340 fotos en WebP. Tiempo usado: 1 h 10 min.` },
    ],
  },
  {
    key: "andres-tienda-lenta",
    requester: andres,
    department: "soporte-tecnico",
    product: "acme-tienda",
    priority: "medium",
    subject: "Los clientes se quejan de que la página carga muy lento",
    body: `En el mostrador varios clientes me han dicho que la página de la tienda se queda cargando y mejor se salen. Sobre todo cuando abren un producto. ¿Será que nos falta más servidor?`,
    openedBusinessMinutesAgo: 1400,
    duplicateOf: "ana-tienda-lenta",
    steps: [],
  },
  {
    key: "pilar-wordpress-hackeado",
    requester: pilar,
    department: "soporte-tecnico",
    product: "tintero-web",
    priority: "medium",
    subject: "Google muestra mi librería con productos en japonés",
    body: `Busqué la librería en Google y salen como cien resultados de eltintero.example en japonés, de relojes y bolsas. Yo no vendo eso. Si entro directo se ve normal.

También hay un usuario administrador llamado "wp-sys-adm" que nadie de aquí creó. No he tocado nada por miedo a empeorar.`,
    openedBusinessMinutesAgo: 3300,
    steps: [
      { by: diego, afterMinutes: 25, kind: "assign", to: diego },
      {
        by: diego,
        afterMinutes: 70,
        kind: "reply",
        body: `Hola, Pilar. Hizo bien en no tocar nada. Su sitio fue vulnerado: alguien agregó páginas escondidas que solo ven los buscadores.

Lo que ya hicimos, sin costo:

- Guardamos una copia completa del sitio.
- Suspendimos al usuario "wp-sys-adm".
- Detuvimos el envío de correo desde el sitio.

¿Recuerda cuándo actualizó por última vez sus complementos? Y por favor cambie hoy la contraseña de cada administrador.`,
        next: "pending",
      },
      { by: pilar, afterMinutes: 190, kind: "reply", body: `Creo que hace más de un año. Ya cambiamos las contraseñas, la de Hugo también. ¿Ustedes lo pueden limpiar?` },
      { by: diego, afterMinutes: 140, kind: "note", body: `Puerta trasera en \`wp-content/uploads/2023/06/cache.php\` y dos más en un tema que no se usa. Entraron por el complemento de galería, cuatro versiones atrás. No tienen póliza: va por evento.` },
      {
        by: diego,
        afterMinutes: 60,
        kind: "reply",
        body: `Sí podemos, Pilar. Como no cuentan con póliza, la limpieza es un servicio por evento y necesita su autorización. Incluye:

1. Quitar el código ajeno y las páginas escondidas.
2. Reinstalar WordPress, el tema y los complementos desde su origen.
3. Pedir a Google que vuelva a revisar el sitio.
4. Entregarle una lista de lo encontrado.

Preparamos la cotización con la tarifa, la forma de pago y los datos de facturación. Revísela y, si está de acuerdo, autorícela en este mismo ticket. Sin su autorización no iniciamos ni se cobra nada.`,
        next: "pending",
      },
    ],
  },
  {
    key: "hugo-sitio-redirige",
    requester: hugo,
    department: "soporte-tecnico",
    product: "tintero-web",
    priority: "medium",
    subject: "Al entrar a la tienda desde Google manda a otra página de bolsas",
    body: `Si busco la librería en Google y doy clic, me lleva a una tienda de bolsas que no es nuestra. Si escribo la dirección a mano sí abre la librería. Me pasa en el celular y en la compu.`,
    openedBusinessMinutesAgo: 3230,
    duplicateOf: "pilar-wordpress-hackeado",
    steps: [
      { by: diego, afterMinutes: 110, kind: "note", body: `Misma intrusión que reportó Pilar. La redirección solo actúa cuando se llega desde un buscador; dato útil para la limpieza.` },
      { by: diego, afterMinutes: 2, kind: "merge", into: "pilar-wordpress-hackeado" },
    ],
  },
  {
    key: "lucia-pantalla-blanca",
    requester: lucia,
    department: "soporte-tecnico",
    product: "sonrisa-web",
    priority: "medium",
    subject: "Actualicé un complemento y la página quedó en blanco",
    body: `Actualicé el complemento del calendario y ahora toda la página sale en blanco, también wp-admin. No da ningún mensaje. ¿Cómo la regreso?`,
    openedBusinessMinutesAgo: 2200,
    steps: [
      { by: carla, afterMinutes: 15, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 50,
        kind: "reply",
        body: `Hola, Lucía. Desactivamos el complemento del calendario y la página ya abre. Sus datos y sus citas siguen ahí.

En el registro de errores quedó la causa:

\`\`\`
PHP Fatal error: Uncaught Error: Call to undefined function str_contains()
\`\`\`

La versión nueva del complemento pide PHP 8 y su sitio usa PHP 7.4. ¿Nos autoriza a cambiar a PHP 8.2? Primero lo probamos en una copia, sin costo.`,
        next: "pending",
      },
      { by: lucia, afterMinutes: 480, kind: "reply", body: `Sí, adelante, mientras lo prueben antes. ¿Se va a ver distinta?` },
      {
        by: carla,
        afterMinutes: 210,
        kind: "reply",
        body: `No cambia nada a la vista. Probamos la copia con PHP 8.2, agendamos una cita de prueba y todo funcionó, así que ya lo aplicamos en su página y reactivamos el calendario.

Para la próxima, haga un respaldo antes de actualizar. En la base de conocimientos está cómo hacerlo en tres pasos.`,
        next: "solved",
      },
    ],
  },
  {
    key: "teresa-2fa",
    requester: teresa,
    department: "soporte-tecnico",
    product: "robles-hosting",
    priority: "low",
    subject: "Cambié de celular y ya no tengo el código de verificación de cPanel",
    body: `Cambié de teléfono y la aplicación que daba el código de seis números quedó vacía. Sin eso no puedo entrar a cPanel. ¿Lo pueden desactivar?`,
    openedBusinessMinutesAgo: 28000,
    steps: [
      { by: elena, afterMinutes: 300, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 400,
        kind: "reply",
        body: `Hola, Teresa. Sí, pero como es un cambio de seguridad debe confirmarlo la persona responsable de la cuenta. Le pedimos a Rosa Robles su confirmación desde el correo de contacto que tenemos registrado.`,
        next: "open",
      },
      { by: carla, afterMinutes: 240, kind: "note", body: `Rosa confirmó desde su correo de contacto y también por llamada de regreso al número registrado.` },
      {
        by: carla,
        afterMinutes: 20,
        kind: "reply",
        body: `Listo, Teresa. Ya puede entrar solo con su contraseña. Active de nuevo la verificación en **Seguridad › Autenticación de dos factores** y guarde los códigos de recuperación fuera del celular.`,
        next: "solved",
      },
      { by: teresa, afterMinutes: 240, kind: "close" },
    ],
  },
  {
    key: "rosa-contenido-mixto",
    requester: rosa,
    department: "soporte-tecnico",
    product: "robles-hosting",
    priority: "low",
    subject: "El candado sale tachado solo en la página de inicio",
    body: `En robles-asociados.example todas las páginas tienen candado menos el inicio. Tenemos el certificado vigente. En la consola del navegador dice:

\`\`\`
Mixed Content: The page at 'https://robles-asociados.example/' was loaded
over HTTPS, but requested an insecure image
'http://robles-asociados.example/img/fachada.jpg'.
\`\`\``,
    openedBusinessMinutesAgo: 3100,
    steps: [
      {
        by: carla,
        afterMinutes: 1400,
        kind: "reply",
        body: `Hola, Rosa. El mensaje que copió dice exactamente qué pasa: la foto de la fachada se pide con \`http://\` y el resto de la página con \`https://\`.

En el editor de la página de inicio, abra la imagen y cambie su dirección a:

\`\`\`
https://robles-asociados.example/img/fachada.jpg
\`\`\`

Guarde y recargue con Ctrl + F5.`,
        next: "solved",
      },
      { by: rosa, afterMinutes: 350, kind: "reopen", body: `Lo cambié y sigue. Ahora la consola menciona otro archivo: http://robles-asociados.example/css/mapa.css` },
      {
        by: carla,
        afterMinutes: 420,
        kind: "reply",
        body: `Gracias por revisar la consola. Ese archivo lo pide el mapa, que está en una plantilla que usted no puede editar. Ya lo corregimos nosotros y recorrimos las 18 páginas del sitio: no queda ningún recurso inseguro y el candado se ve completo.`,
        next: "solved",
      },
    ],
  },
  {
    key: "martin-formulario",
    requester: martin,
    department: "soporte-tecnico",
    product: "sonrisa-web",
    priority: "medium",
    subject: "el formulario de contacto no manda nada",
    body: `los pacientes llenan el formulario de la pagina, les dice "gracias, su mensaje fue enviado" pero a nosotros no nos llega nada. no se desde cuando, nos dimos cuenta porque una paciente vino a reclamar`,
    openedBusinessMinutesAgo: 4000,
    steps: [
      { by: elena, afterMinutes: 60, kind: "assign", to: carla },
      {
        by: carla,
        afterMinutes: 420,
        kind: "reply",
        body: `Hola, Martín. Hicimos una prueba y el formulario sí entrega el mensaje al servidor, pero lo manda con el correo del paciente como remitente. Muchos filtros lo descartan porque parece suplantado.

Para corregirlo necesitamos saber a qué buzón deben llegar los mensajes. El formulario tiene recepcion@sonrisaclara.example, que ya no existe.`,
        next: "pending",
      },
      {
        by: martin,
        afterMinutes: 390,
        kind: "reply",
        body: `que lleguen a citas@sonrisaclara.example porfavor. los mensajes que no nos llegaron se pueden recuperar? son de pacientes`,
      },
      { by: carla, afterMinutes: 25, kind: "note", body: `Revisar si el complemento guarda las entradas en la base de datos (tabla \`wp_form_entries\`). Si es así, exportarlas y enviárselas.` },
    ],
  },
  {
    key: "ivan-atencion-whatsapp",
    requester: ivan,
    department: "soporte-tecnico",
    product: "robles-hosting",
    priority: "low",
    subject: "Escribí por WhatsApp hace tres días y nadie me contesta",
    body: `Mandé por WhatsApp al vendedor que el sitio del despacho iba lento y me dejó en visto. ¿Así es el servicio? Agradecería que alguien me llame.`,
    openedBusinessMinutesAgo: 19000,
    steps: [
      {
        by: elena,
        afterMinutes: 260,
        kind: "reply",
        body: `Hola, Iván. Lamento la espera. Entiendo la molestia de escribir y no tener respuesta.

Los mensajes de WhatsApp no quedan registrados como solicitudes de soporte; por eso nadie de este equipo lo vio. Aquí cada mensaje tiene un responsable y una fecha límite, y usted puede ver ambos.

Ya medimos el sitio: hoy abre en 2.1 segundos. ¿Lo sigue notando lento? Si es así, díganos en qué página y a qué hora.

Sobre la llamada: la asesoría telefónica es parte de su póliza. Si la prefiere, indíquenos un número y un horario.`,
        next: "pending",
      },
      { by: ivan, afterMinutes: 700, kind: "reply", body: `Entendido, no sabía. Ahorita ya va bien. No hace falta la llamada, gracias por responder.` },
      { by: elena, afterMinutes: 120, kind: "reply", body: `Gracias a usted, Iván. Si vuelve a pasar, levante un ticket con la página y la hora, y lo revisamos de inmediato.`, next: "solved" },
      { by: elena, afterMinutes: 2700, kind: "close" },
    ],
  },
];
