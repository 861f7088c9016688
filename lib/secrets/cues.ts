/** The words after which people write a password, as the folded text has them (without accents, in lower case). */

export type Cue = { start: number; end: number; kind: "password" | "pin" | "code" | "token" };

const CUES: readonly [Cue["kind"], RegExp][] = [
  ["password", /(?<![a-z0-9])(?:contrase(?:n|ni)as?|contrasenas?|contracenas?|contras?|passwords?|passwd|passphrase|pass|pwd|psw|pswd|claves?|ciec|fiel)(?![a-z0-9_]|[.@#$!*][a-z0-9])/g],
  ["pin", /(?<![a-z0-9_])(?:nip|pin)(?![a-z0-9_])/g],
  ["code", /(?<![a-z0-9_])(?:codigo(?: de)? (?:epp|auth|autorizacion)|epp|auth[ -]?code)(?![a-z0-9_])/g],
  ["token", /(?<![a-z0-9])(?:(?:x-)?api[ _-]?(?:key|secret)|apikey|access[ _-]?(?:key|token)|client[ _-]?secret|secret(?:[ _-]?(?:access[ _-]?)?key)?|llave(?: privada)?(?: de (?:la )?api)?|token|bearer)(?![a-z0-9_])/g],
];

/** "clave" and "contra" mean other things beside these words. */
const OTHER_BEFORE = /(?:palabras?|tema|punto|pieza|en|persona|fecha|va|estoy|fue|iba|siempre|pero) {1,3}$/;
const OTHER_AFTER =
  /^ {1,3}(?:(?:de|del|la|el|su|mi|un|una|los|prod|interna) {1,3}){0,3}(?:rastreo|producto|prod|sat|unidad|serv|servicio|proveedor|cliente|interbancaria|catastral|elector|curp|rfc|pais|ine|publica|registro|ticket|pedido|error|exito|obra|seguimiento|reporte|folio|factura|cotizacion|articulo|para nosotros)(?![a-z])/;
const AMBIGUOUS = /^(?:claves?|contras?)$/;

export function findCues(folded: string): Cue[] {
  const found = CUES.flatMap(([kind, cue]) => [...folded.matchAll(cue)].map((match): Cue => ({ kind, start: match.index, end: match.index + match[0].length })));
  return found.filter(({ start, end }) => !isSomethingElse(folded, start, end)).sort((a, b) => a.start - b.start);
}

function isSomethingElse(folded: string, start: number, end: number): boolean {
  if (!AMBIGUOUS.test(folded.slice(start, end))) return false;
  return OTHER_BEFORE.test(folded.slice(Math.max(0, start - 20), start)) || OTHER_AFTER.test(folded.slice(end, end + 60));
}

/** Whose passwords these are: a panel or a server, by a word on the same line or just above it. */
const PANEL = /(?<![a-z0-9@.])(?:cpanel|whm|plesk|s?ftps?|ssh|phpmyadmin|webmail|wp-admin|directadmin|vps|panel)(?![a-z0-9_])/;
const PANEL_REACH = 160;

export function isNearPanel(folded: string, at: number): boolean {
  const before = folded.slice(Math.max(0, at - PANEL_REACH), at);
  return PANEL.test(before.split("\n").slice(-4).join("\n"));
}

export function hasPanelWord(line: string): boolean {
  return PANEL.test(line);
}

/** What stands after "password:" without being one. */
const NOT_A_PASSWORD = new Set(
  ("yes no true false null none ninguna ninguno nada pendiente igual misma mismo oculta oculto borrada falta vacia vacio listo lista n/a na ok incorrecta incorrecto invalida " +
    "invalido correcta correcto valida olvidada cambiada bloqueada vencida expirada nueva actual anterior confirmar required mismatch incorrect invalid string text varchar " +
    "password contrasena usuario user admin secreta esta este aqui abajo arriba adjunta adjunto gracias ayuda urgente favor correo temporal segura larga corta debil fuerte").split(" "),
);
/** The endings of what is said of a password: "incorrecta", "vencida", "imposible". */
const SAID_OF_IT = /(?:ad[ao]|id[ao]|ct[ao]|rt[ao]|st[ao]|iv[ao]|os[ao]|ble|nte|gu[ao]|sm[ao]|ev[ao]|im[ao]|tr[ao]|ri[ao]|cil|til|nal|ur[ao]|rg[ao]|ing|ed|ent|ien|mente)s?$/;

export function isSaidOfIt(word: string): boolean {
  return NOT_A_PASSWORD.has(word) || SAID_OF_IT.test(word);
}

export function isNoPassword(word: string): boolean {
  return NOT_A_PASSWORD.has(word);
}
