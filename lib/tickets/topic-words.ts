/**
 * What a sentence is about and what it asks for, by the words of a hosting company's customers in Spanish and English. Every pattern is
 * read on folded text: lower case, no accents. None has a repetition within a repetition, so each takes time in step with the text.
 */

export const THEMES = ["mail", "billing", "deal", "dns", "certificate", "site", "hosting", "ftp", "softlik", "system"] as const;
export type Theme = (typeof THEMES)[number];

const WORDS: Record<Theme, RegExp> = {
  mail: /\b(?:correos?|e-?mails?|mail|outlook|webmail|buzon(?:es)?|mailbox(?:es)?|inbox|smtp|imap|pop3|spam|rebot\w{0,5}|gmail|hotmail|thunderbird|bandeja de \w+|no deseados|spf|dkim|dmarc|respuesta automatica)\b/,
  billing: /\b(?:factura(?:s|cion|r|me|rme|rnos|do|da)?|facturen|cfdi|rfc|pagos?|pague|pagar(?:la|lo)?|cobr(?:o|os|aron|an|ado|ada)|invoices?|invoiced|billing|refund|reembols\w{1,4}|payment|cuanto debo|quote for|datos (?:fiscales|bancarios)|domicilio fiscal|razon social|xml|polizas?|tax id)\b/,
  deal: /\b(?:dominios?|domains?|epp)\b|\b(?:renov\w{1,8}|renew\w{0,3}|compr(?:e|o|ar|amos)|transferir|transfer|register) (?:[a-z0-9-]{1,60}\.){1,3}[a-z]{2,10}\b/,
  dns: /\b(?:dns|nameservers?|propag\w{1,6}|registros? (?:a|mx|txt|cname|spf)|cname|subdominios?|subdomains?)\b|\b(?:point|apuntar|apunte) /,
  certificate: /\b(?:ssl|https|certificados?|certificate|candado|no es segura?|no segur[oa]|not secure|contenido mixto|mixed content)\b/,
  site: /\b(?:paginas?|sitios?|web|tienda|wordpress|wp-(?:admin|content)|plugins?|carrito|web ?sites?|site|store|hackea\w{1,5}|hacked|home page|landing)\b/,
  hosting: /\b(?:hosting|cpanel|servidor(?:es)?|server|respaldos?|backups?|disco|disk|plan de \d+|508)\b/,
  ftp: /\b(?:ftp|sftp)\b/,
  softlik: /\b(?:softlik|folios|timbr\w{1,6}|pac)\b/,
  system: /\b(?:sistema|inventarios?|existencias|portal de \w+|tracking|guias|inventory|almacen de datos)\b/,
};

/** Near enough to be one trouble seen from two sides: a page that does not open because its server is full. */
const NEAR: ReadonlySet<Theme> = new Set(["site", "hosting", "certificate", "dns", "deal"]);

export function areNear(one: Theme, other: Theme): boolean {
  return one === other || (NEAR.has(one) && NEAR.has(other));
}

/** The themes of a sentence, the first one named first. */
export function themesOf(text: string): Theme[] {
  const found = THEMES.flatMap((theme) => {
    const at = text.search(WORDS[theme]);
    return at < 0 ? [] : [{ theme, at }];
  });
  return found.sort((a, b) => a.at - b.at).map(({ theme }) => theme);
}

const ASKS =
  /\b(?:necesit\w{1,6}|ocup(?:o|amos)|quier(?:o|en|e)|queremos|queria(?:mos)?|quisiera(?:mos)?|requ(?:iero|erimos)|solicit(?:o|amos|ar)|pued(?:en|es)|podr(?:ian|ia|an)|(?:por )?favor|porfa(?:vor)?|ayud(?:en|an|a|ar|enme)|apoy(?:an|en|o|ar)|encarg\w{1,3}|urge|gustaria|cotiz\w{1,6}|hay que|falta[n]?|les pid[eo]\w{0,3}|dar de (?:alta|baja)|(?:me|nos) (?:pas|cambi|mand|pon|da|reenvi|factur|envi|expli|ampli|aument|renuev|cre|activ|cotiz)\w{0,4}n|cuanto cuesta|cuando vence|como (?:le hago|configuro|renuevo|saco|hago|libero|bajo|pago|cambio|recupero|activo|instalo)|please|need|can (?:you|we)|could (?:you|we)|want|should|would like|how (?:do|can) (?:i|we)|i'd like)\b/;
const TROUBLE =
  /\b(?:no (?:(?:me|nos|se|le|les|la|lo|los|las|tod[ao]via) ){0,2}(?:ha |han )?(?:pued\w{1,4}|podemos|funcion\w{1,3}|lleg\w{1,4}|abr\w{1,3}|carg\w{1,3}|recib\w{1,4}|entr\w{1,3}|sal\w{1,3}|dej\w{1,3}|jala|sirve|sincroniza\w{0,2}|aparec\w{1,3}|timbr\w{1,3}|envi\w{1,3}|acept\w{1,3}|cuadr\w{1,3}|calcul\w{1,3}|ve|ven|es valido|es segur[oa]|actualiz\w{1,3}|guard\w{1,3}|imprim\w{1,3}|respond\w{1,3})|ya no (?:sincroniza|abre|llega\w?|entra|funciona|sirve)|(?:marca|sale|da|muestra|aparece) (?:un )?error|error(?:es)?|problemas?|fall(?:a|an|ando|o)|lent(?:o|a|isim[oa])|llen[oa]|al \d\d\d? ?%|\d\d ?% de disco|(?:se )?tarda\w{0,2}|venc(?:io|id[oa])|vence el|caid[oa]|cayo|hackea\w{1,5}|rebot\w{1,4}|sigu?e[n]? (?:\w+ )?(?:llegando|apareciendo|pendiente|con|sin)|cobraron|suspendieron|en blanco|sale vacio|trae mal|perdi|mostrando|muestra (?:un|el)|manda[n]? (?:todo )?a spam|como no segur[oa]|can(?:'t|not)|doesn't|does not|don't|isn't|not working|keeps|slow|down|expired|wrong|full|times? out|never arrived|hacked|no abre)\b/;
const DEEDS =
  /^(?:(?:el|la|los|las|un|una|por|favor|de|please|que|nos|me) ){0,3}(?:crea\w{1,3}|cambi\w{1,3}|renov\w{1,6}|renew\w{0,3}|instal\w{1,5}|revis\w{1,3}|agreg\w{1,3}|restaur\w{1,5}|restore|elimin\w{1,3}|ampli\w{1,5}|pon(?:er|gan)|recuper\w{1,5}|actualiz\w{1,5}|factura\w{0,4}|dar|quitar|configur\w{1,5}|cotiza\w{1,4}|alta|baja|contrat\w{1,5}|comprar?|corregir|migra\w{1,5}|activ\w{1,5}|limpi\w{1,3}|create|send|add|fix|update|install|reset|change|upload|remove|point|set up|check|cancel\w{0,3}|(?!ayer|celular|lugar|mujer|super|particular)[a-z]{2,12}(?:ar|er|ir)(?:l[aeo]s?|me|nos)?)\b/;

export function asksForSomething(text: string): boolean {
  return ASKS.test(text) || text.includes("\u00bf");
}

export function tellsOfTrouble(text: string): boolean {
  return TROUBLE.test(text);
}

/** "Crear el correo…", "Renovación del dominio": how an item of a list asks. */
export function namesADeed(text: string): boolean {
  return DEEDS.test(text.trimStart());
}

export function beginsWithArticle(text: string): boolean {
  return /^\s{0,4}(?:el|la|los|las|un|una|the|an?)\b/.test(text);
}

/** What was tried or noticed is part of the trouble that it was tried on, whatever it names. */
const TOLD =
  /^(?:(?:ya|lo|la|los|les?|me|nos|i|we|rar[oa]|es|que|eso) ){0,3}(?:intente\w{0,2}|prob(?:e|amos)|reinici[eo]\w{0,3}|revis(?:e|amos)|borr(?:e|amos)|desactiv(?:e|amos)|cambie|optimice|not(?:e|amos|amo)|encontr(?:e|amos)|comento|aviso|digo|cuento|informo|tried|checked|noticed|rara|curiosa|que note)\b/;
const SAME = /\b(?:(?:el|la|lo|los|las) mism[oa]s?|(?:me|nos) pasa|same (?:error|problem|thing|issue)|tiene lo mismo|sigue igual)\b/;

export function onlyTells(text: string): boolean {
  return TOLD.test(text.trimStart());
}

export function saysTheSame(text: string): boolean {
  return SAME.test(text);
}

/** What a list that is none of requests is announced with. */
const NO_REQUESTS =
  /\b(?:sintomas?|pasos?|errores|intent\w{1,4}|probe|prob(?:amos|ado)|pruebas?|hice|hicimos|mensajes?|reproducir\w{0,2}|aparece[n]?|sale[n]?|marca|pide[n]?|incluya|datos|tried|steps?|followed|symptoms?|errors?|messages?|did|happens|pasa(?:ba)?)\b/;

export function announcesNoRequests(text: string): boolean {
  return NO_REQUESTS.test(text);
}

export function announcesSeveral(text: string): boolean {
  return /\b(?:pendientes|(?:vari[oa]s|algun[oa]s|dos|tres|cuatro|cinco|two|three|four|several|some) (?:\w+ )?(?:cosas?|favores|temas?|asuntos?|pendientes|dudas|peticiones|solicitudes|things|requests|questions|issues|topics)|resumen|junta)\b/.test(text);
}
