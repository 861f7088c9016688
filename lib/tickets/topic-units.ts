import { foldInPlace } from "@/lib/tickets/folded-text";

/** How a piece of a text is set off from what stands before it. */
export type UnitBreak = "item" | "new-topic" | "connector" | "line" | "sentence";

/** A sentence, an item of a list, or what follows a word such as "además". Units follow each other without gaps. */
export type TextUnit = {
  /** In the original text. */
  start: number;
  end: number;
  break: UnitBreak;
  /** Folded, without the mark of a list or the connecting word. */
  text: string;
  /** Where `text` begins in the original. */
  textStart: number;
  isQuoted: boolean;
  /** The line ends with a colon: it announces what follows. */
  isLead: boolean;
};

const MARK = /^[ \t]{0,12}(?:[-*+\u2022\u00b7\u2013\u2014][ \t]+|(?:#|punto |tema |asunto |topic |item )?\d{1,2}[ \t]{0,2}(?:[.)\u00ba:]-?|-|\.-)[ \t]*(?=\D)|[a-h]\)[ \t]*)/;
const INLINE_MARK = /(?<=[:;,.)\w"] {1,3})(?:[1-9]|[a-h])(?:\)|\.-?) (?=[^\d\s])/g;
const TOPIC_HEAD = /^[ \t]{0,12}(?:punto|tema|asunto|topic) \d/;

/** "Otro tema": whoever says so means it. */
const NEW_TOPIC =
  "otro (?:tema|asunto|punto|pendiente|problema|favor|detalle)\\b(?: es que)?|otra (?:cosa|duda|pregunta|cuestion|solicitud|peticion)\\b|otra(?=[,:])|cambiando de (?:tema|asunto)|en otro (?:orden de ideas|asunto|tema)|(?:segund|tercer|cuart)[oa] (?:tema|asunto|duda|cosa|pregunta|punto)|on another note|another (?:thing|question|issue|topic|request)|separately|unrelated(?:ly)?|second (?:question|thing|issue)";
const CONNECTOR =
  "(?:uno|dos|tres|one|two)(?=: )|adicional(?=[,:])|posteriormente|despues(?=, )|ademas(?: de eso| de esto)?|adicionalmente|asimismo|asi mismo|tambien|por otr[oa] (?:lado|parte)|por otra(?=,)|y (?=(?:quiero|queremos|quisiera|necesit[oa]|necesitamos|ocupo|me urge|que me|que nos)\\b)|ya de paso|de una vez|por ultimo|finalmente|aparte(?: de eso| de esto)?|de paso|por cierto|aprovecho(?: para)?|aprovechando|ya que estamos|y encima|encima|con respecto al?|respecto al?|en cuanto al?|(?:el |la )?(?:primer|segund|tercer|cuart)[oa]?(?= es |[,:] )|primero(?=[,:] )|segundo(?=[,:] )|tercero(?=[,:] )|also|additionally|finally|besides|by the way|in addition|on the other hand|furthermore|lastly";
const AND = "(?:(?:ah|oye|oigan|bueno|y|e|and|pero)[ ,]{1,2}){0,2}";
const LEADING = new RegExp(`^[ \\t]{0,12}${AND}(?:(${NEW_TOPIC})|(?:${CONNECTOR}))\\b`);
/** Within a sentence that the writer never ended: "no abre la pagina ademas necesito…". */
const INLINE = new RegExp(`(?<=[\\w)%,.!?] {1,3}|[^\\x00-\\x7f] )${AND}(?:${NEW_TOPIC}|${CONNECTOR})\\b`, "g");
/** "Ah, y mi correo rebota": a sentence that begins with "y" adds something. */
const AND_START = /^[ \t]{0,12}(?:(?:ah|oye|oigan|bueno)[ ,]{1,2}){0,2}(?:y|and)[ ,]{1,2}/;
/** "Necesitamos también…", "Quisiera también…". */
const LATE = /^[ \t]{0,12}\u00bf?(?:favor de |necesit\w{1,6}|quisiera\w{0,4}|quiero|queremos|solicit\w{1,4}|me gustaria|i|we|could you) {1,2}(?:tambien|ademas|also)\b/;
/** What stands between the beginning of a piece and its connecting word belongs to the word: "y además", "con respecto a". */
const JOINING = /^[ \t]{0,12}(?:ah|oye|oigan|bueno|y|e|and|pero|con)?[ ,]{0,3}(?:y)?[ ,]{0,3}$/;
const SENTENCE_END = /[.!?;\u2026]{1,20}["')]{0,2}(?=\s)/g;

const UNSEEN = /"[^"\n]{1,600}"|[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}/g;
/** More than anybody writes by hand: what follows is a log that was pasted, and is taken as one. */
const MOST_UNITS = 500;

export function unitsOf(original: string): TextUnit[] {
  const folded = foldInPlace(original);
  // What is quoted is somebody else's, and the name before an @ says nothing about the matter.
  const text = folded.text.replace(UNSEEN, (match) => (match.startsWith('"') ? " " : "x").repeat(match.length));
  const units: TextUnit[] = [];
  let isFenced = false;
  for (const line of linesOf(text)) {
    const shown = text.slice(line.start, line.end);
    const last = units.at(-1);
    if (last && (shown.trim() === "" || units.length >= MOST_UNITS)) {
      last.end = folded.starts[line.end]!;
      continue;
    }
    const isFence = /^[ \t]{0,3}(?:```|~~~)/.test(shown);
    if (isFence) isFenced = !isFenced;
    const isQuoted = isFenced || isFence || /^[ \t]{0,6}>/.test(shown) || shown.trim() === "";
    const cuts = isQuoted ? [line.start] : cutsOf(shown).slice(0, MOST_UNITS - units.length).map((at) => line.start + at);
    for (const [index, start] of cuts.entries()) {
      const end = cuts[index + 1] ?? line.end;
      const piece = text.slice(start, end);
      const lead = isQuoted ? { kind: "line" as const, length: 0 } : leadOf(piece, index === 0);
      units.push({
        start: folded.starts[start]!,
        end: folded.starts[end]!,
        break: lead.kind,
        text: piece.slice(lead.length),
        textStart: folded.starts[start + lead.length]!,
        isQuoted,
        isLead: /:\s*$/.test(piece.slice(-20)),
      });
    }
  }
  return units;
}

function linesOf(text: string): { start: number; end: number }[] {
  const lines = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found + 1;
    lines.push({ start, end });
    start = end;
  }
  return lines;
}

/** Where the pieces of a line begin. */
function cutsOf(line: string): number[] {
  const cuts = new Set([0]);
  for (const match of line.matchAll(SENTENCE_END)) {
    const at = match.index + match[0].length;
    const rest = line.slice(at, at + 40);
    // "1. " is the mark of an item, no sentence.
    const isMark = /(?:^|\s)(?:\d{1,2}|[a-h])\.$/.test(line.slice(Math.max(0, at - 4), at));
    const gap = /^\s*/.exec(rest)![0].length;
    if (!isMark && gap < rest.length) cuts.add(at + gap);
  }
  for (const pattern of [INLINE_MARK, INLINE]) for (const match of line.matchAll(pattern)) cuts.add(match.index);
  return [...cuts].sort((a, b) => a - b).filter((at, index, all) => {
    const before = all[index - 1];
    return before === undefined || !(JOINING.test(line.slice(before, at)) || (at - before < 30 && LATE.test(line.slice(before, before + 60))));
  });
}

function leadOf(piece: string, isLineStart: boolean): { kind: UnitBreak; length: number } {
  if (TOPIC_HEAD.test(piece)) return { kind: "new-topic", length: MARK.exec(piece)?.[0].length ?? 0 };
  const mark = (isLineStart ? MARK : /^(?:[1-9]|[a-h])(?:\)|\.-?) /).exec(piece);
  if (mark) return { kind: "item", length: mark[0].length };
  const leading = LEADING.exec(piece);
  if (leading) return { kind: leading[1] ? "new-topic" : "connector", length: leading[0].length + (/^[\s,:.]{0,3}/.exec(piece.slice(leading[0].length))?.[0].length ?? 0) };
  const and = AND_START.exec(piece);
  if (and) return { kind: "connector", length: and[0].length };
  if (LATE.test(piece)) return { kind: "connector", length: 0 };
  return { kind: isLineStart ? "line" : "sentence", length: 0 };
}
