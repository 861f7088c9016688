import { foldInPlace } from "@/lib/tickets/folded-text";

const GREETING =
  /^\s{0,20}(?:(?:hola+|buen(?:os|as|a)?(?: (?:dias?|tardes?|noches?))?|que tal|estimad[oa]s?(?: (?:equipo|senores|todos))?|espero que esten bien|hi|hello|dear|good (?:morning|afternoon))(?: (?:a todos|equipo|team|all|there|buen(?:os|as)? (?:dias?|tardes?|noches?)))?(?:[,.!:;]{1,5}\s{0,10}|\s{1,10}|$)){1,5}/;

/** How many characters a text greets with before it says anything. */
export function greetingEnd(text: string): number {
  const folded = foldInPlace(text.slice(0, 200));
  const length = GREETING.exec(folded.text)?.[0].length ?? 0;
  return folded.starts[length]!;
}

const FAREWELL =
  /^[\s*_-]{0,10}(?:(?:muchas |mil |many )?gracias|saludos|un saludo|atentamente|atte|quedo (?:al pendiente|atent[oa]|en espera)|(?:en|a la) espera de|espero su|buen dia|bonito dia|excelente dia|cordialmente|regards|best(?: regards)?|kind regards|thanks?(?: you)?|sincerely|cheers|disculpen?)\b/;
const LONGEST_FAREWELL = 160;

/** Where thanks and regards begin that nothing but a name follows; the text's length where there are none. */
export function closingStart(text: string): number {
  const from = Math.max(0, text.length - 400);
  const { text: folded, starts } = foldInPlace(text.slice(from));
  let best = text.length;
  for (const match of folded.matchAll(/(?:^|\n|[.!?]\s)\s{0,5}/g)) {
    const at = match.index + match[0].length;
    const rest = folded.slice(at);
    if (from + at === 0 || rest.length > LONGEST_FAREWELL || !FAREWELL.test(rest)) continue;
    best = from + starts[at]!;
    break;
  }
  return best;
}
