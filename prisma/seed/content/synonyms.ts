/**
 * What people at a Mexican hosting and software company call the same thing. A word with another sense at such a desk stays out, or stands
 * in an expression that has only this one: "clave" is also a product's in the CFDI, "equipo" a team, "portal" the customers' own pages,
 * "transferencia" that of a domain.
 */
export const synonymGroups: readonly (readonly string[])[] = [
  // Correo
  ["correo", "correo electrónico", "e-mail", "mail"],
  ["buzón", "bandeja de entrada", "casilla de correo", "inbox", "mailbox"],
  ["spam", "correo no deseado", "correo basura", "junk"],
  ["rebote", "devuelto", "bounce", "undelivered"],
  ["buzón lleno", "bandeja llena", "cuota excedida", "mailbox full"],
  ["archivo adjunto", "adjunto", "attachment"],
  ["reenviar", "forward"],
  // Sitio, dominio y servidor
  ["sitio", "sitio web", "página", "página web", "website"],
  ["caído", "no funciona", "no abre", "no carga", "no sirve", "no responde", "fuera de línea", "offline"],
  ["pantalla en blanco", "página en blanco", "hoja en blanco", "blank page"],
  ["error 500", "error interno del servidor", "internal server error"],
  ["error 404", "página no encontrada", "not found"],
  ["lento", "lentitud", "tarda", "demora", "slow"],
  ["hosting", "hospedaje", "alojamiento web"],
  ["servidor", "server"],
  ["servidor de nombres", "nameserver", "name server"],
  ["SSL", "certificado de seguridad", "candado", "HTTPS", "sitio no seguro"],
  ["panel de control", "cPanel"],
  ["base de datos", "database", "BD"],
  ["ancho de banda", "bandwidth"],
  ["espacio en disco", "almacenamiento", "disk space"],
  ["redireccionar", "redirigir", "redirect"],
  ["respaldo", "copia de seguridad", "backup"],
  ["tienda en línea", "tienda virtual", "tienda online", "e-commerce", "ecommerce"],
  ["formulario de contacto", "forma de contacto", "contact form"],
  ["virus", "malware", "código malicioso", "software malicioso"],
  ["hackeado", "jaqueado", "vulnerado"],
  // Acceso y equipo
  ["contraseña", "password", "clave de acceso", "passwd"],
  ["iniciar sesión", "ingresar", "acceder", "login", "log in", "sign in", "loguear"],
  ["usuario", "user", "username"],
  ["celular", "móvil", "teléfono", "smartphone"],
  ["computadora", "PC", "ordenador", "laptop", "compu"],
  ["impresora", "printer"],
  ["captura de pantalla", "pantallazo", "screenshot"],
  // Acciones
  ["eliminar", "borrar", "suprimir", "delete"],
  ["actualizar", "update"],
  ["descargar", "download"],
  ["subir archivos", "cargar archivos", "upload"],
  ["vencido", "expirado", "caducado"],
  ["renovar", "renewal"],
  // Facturación y software administrativo
  ["factura", "CFDI", "comprobante fiscal", "invoice"],
  ["pago", "abono", "depósito", "transferencia bancaria", "SPEI"],
  ["cotización", "presupuesto", "quote"],
  ["firma electrónica", "FIEL", "e.firma"],
  ["sello digital", "CSD"],
  ["licencia", "número de serie", "clave de activación", "license key"],
];
