/** What mail programs write by themselves, in the languages that their readers chose. */

/** Before the subject of what somebody passes on. */
export const FORWARDED = /^\s*(?:fwd?|rv|reenv\w*|tr|enc)\s*:/i;

/** Above the text that is answered to. */
export const ORIGINAL = /^\s*-{2,}\s*(?:original message|mensaje original|ursprüngliche nachricht|message d'origine)\s*-{2,}\s*$/i;
export const FROM = /^\s*\*?(?:de|from)\s*:\*?\s*\S/i;
export const OF_A_HEAD = [/^\s*\*?(?:enviado(?: el)?|sent|fecha|date)\s*:/i, /^\s*\*?(?:para|to)\s*:/i, /^\s*\*?(?:asunto|subject)\s*:/i];
export const ATTRIBUTION = /^(?:el|on|le|em|am)\s.{4,300}(?:escribió|escribio|wrote|a écrit|escreveu|schrieb)\s*:$/i;

/** Below what was typed. */
export const DEVICE = /^(?:enviado desde|enviado con|sent from|sent with|obtener outlook|obtenga outlook|descarga outlook|get outlook|sacado de mi)\b.{0,120}$/i;

/** Subjects of those that leave the headers out. Only with what makes them a program's: a colon, or all of it. */
export const RETURNED = /^\s*(?:undeliverable|undelivered mail returned to sender|delivery status notification|mail delivery (?:failed|failure|subsystem)|failure notice|returned mail|no se puede entregar\s*:|no entregado\s*:|correo no entregado|error al entregar|notificación del estado de entrega|delivery (?:has )?(?:failed|delayed)|message undeliverable|warning: (?:message|could not send))/i;
export const READ = /^\s*(?:read|leído|leido|not read|no leído|no leido|confirmación de lectura|return receipt(?: \(displayed\))?|acuse de lectura)\s*(?::|-|$)/i;
export const AWAY = /^\s*(?:(?:respuesta automática|respuesta automatica|automatic reply|auto-?reply|auto-?respuesta|autoresponder|auto response|out of (?:the )?office(?: auto-?reply)?|fuera de (?:la )?oficina|ausente de la oficina|abwesenheitsnotiz|réponse automatique|resposta automática|vacation(?: reply)?|on vacation|estoy de vacaciones|auto)\s*(?::|-|$)|\[?(?:auto-?reply|respuesta automática)\]?\s)/i;
