import type { ReadWord } from "@/lib/conduct/words";

/** Places of the first and the last word. */
type Span = { from: number; to: number };

/** Before a word of scorn, at most so many words back: who is meant. */
const SOMEBODY = /(?:^| )(?:(?:son|eres|sois|parecen|parece usted|es usted|ustedes|usted es|puros|par de|bola de|punta de|partida de|manga de|hatajo de|sarta de|monton de|pinche|pinches|malditos|maldito|maldita|malditas)(?: (?:todos|todas))?(?: (?:un|una|unos|unas|muy|bien|tan|bastante|puros|solo|realmente|verdaderamente|de verdad))*(?: (?:pinches?|malditos?|verdaderos?|reverendos?|completos?|totales))?|(?:el|la|este|esta|ese|esa|su) (?:agente|ingeniero|ingeniera|tecnico|senor|senora|tipo|tipa|muchacho|encargado|soporte) es (?:un|una)|(?:you|they|you guys|you people)(?: all)?(?: are|re)?(?: (?:a|an|all|just|so|really|completely|totally|absolutely|fucking|the most))*|bunch of|piece of|pack of|what an?)$/;
const LOOKED_BACK = 6;

/** "son unos inútiles", "bola de rateros": a word that is bad of somebody only. */
export function isScornOfSomebody(words: readonly ReadWord[], at: number): boolean {
  const before = words.slice(Math.max(0, at - LOOKED_BACK), at).map(({ word }) => word).join(" ");
  return SOMEBODY.test(before);
}

/** Foul by the words together; `|` apart, each a sequence. A word in brackets is one of several. */
const FOUL_PHRASES: readonly RegExp[] = [
  /^(?:hijos?|hijas?) de (?:su |tu |la |toda su )*(?:madre|perra|chingada)$/,
  /^(?:poca|puta|pinche|chinga|chingas|chinguen) (?:a )?(?:tu|su|a) madre$/,
  /^poca madre$/,
  /^no mam(?:es|en)$/,
  /^(?:me|nos) vale(?:n)? madres?$/,
  /^va(?:yan|yanse|ya|yase|yase) (?:a|al) (?:la )?(?:chingada|diablo|demonio|infierno)$/,
  /^vete(?:n)? (?:a|al) (?:la )?(?:chingada|diablo|demonio|infierno)$/,
  /^(?:la|lo) cagaron$/,
  /^me tienen hasta la madre$/,
  /^hasta la madre de ustedes$/,
  /^retrasados? mental(?:es)?$/,
  /^call(?:ese|ense|ate) (?:el hocico|la boca|el osico)$/,
  /^cierr(?:a|e|en) el (?:hocico|osico)$/,
  /^(?:screw|damn|curse) you$/,
  /^go to hell$/,
  /^shut (?:the hell )?up$/,
  /^pieces? of (?:crap|garbage|trash)$/,
  /^son of a gun you$/,
];
const LONGEST_PHRASE = 6;

/** "Pinche aquí" is how one is told to click. */
const CLICK = new Set(["aqui", "en", "sobre", "el", "la", "este", "esta", "dos", "con"]);

export function foulPhrases(words: readonly ReadWord[]): Span[] {
  const found: Span[] = [];
  words.forEach(({ word }, from) => {
    if (/^pinch(?:e|es|i)$/.test(word) && from + 1 < words.length && !CLICK.has(words[from + 1]!.word) && words[from - 1]?.word !== "de") found.push({ from, to: from + 1 });
    for (let length = 2; length <= LONGEST_PHRASE && from + length <= words.length; length += 1) {
      const phrase = words.slice(from, from + length).map((each) => each.word).join(" ");
      if (FOUL_PHRASES.some((form) => form.test(phrase))) found.push({ from, to: from + length - 1 });
    }
  });
  return found;
}

const HARM = "matar|golpear|madrear|balear|balacear|secuestrar|quemar|desaparecer|descuartizar|apunalar|picar|lastimar|linchar|ahorcar|partir|romper|reventar|torturar|violar";
const THREATS: readonly RegExp[] = [
  // Somebody before the verb, or at its end.
  new RegExp(`^(?:te|los|las|le|les|lo|la) (?:voy|vamos|van|va) a (?:${HARM}|encontrar y|mandar (?:matar|golpear))$`),
  new RegExp(`^(?:voy|vamos|ire|iremos|mandare|van) a (?:ir a )?(?:${HARM})(?:te|los|las|le|les|lo|la|se los)$`),
  new RegExp(`^(?:quiero|quisiera|ganas de|deseo) (?:${HARM})(?:te|los|las|les|lo|la)$`),
  /^(?:te|los|les|le) (?:voy|vamos) a (?:dar|meter) (?:un |unos |de )?(?:balazos?|plomo|golpes|madrazos?|tiros?|punaladas?)$/,
  /^(?:los|te|las|le|lo) (?:mato|matare|mataremos|madreo|golpeare)$/,
  /^(?:ya )?se (?:bien |muy bien |perfectamente )?(?:en )?donde (?:vives?|viven|trabajas?|trabajan|estan tus hijos|vive tu familia|vive su familia|estudian sus hijos|estan sus oficinas)$/,
  /^(?:se van|te vas) a arrepentir$/,
  /^se arrepentiran$/,
  /^te arrepentiras$/,
  /^(?:cuida|cuide|cuiden) (?:a )?(?:tu|su|sus|tus) (?:familia|hijos|espalda)$/,
  /^(?:le|les|te|algo) (?:va a pasar|puede pasar) algo (?:a )?(?:ti|usted|ustedes|malo|feo|su familia|tu familia)$/,
  /^(?:voy|vamos) (?:por|a buscar a|a ir por) (?:ti|ustedes|sus hijos|su familia)$/,
  /^(?:voy|vamos|ire) a (?:buscarlos|buscarte) a (?:su|tu) casa$/,
  /^(?:voy|vamos|mando|mandamos) a quemar(?:les|te|le)? (?:su|sus|tu|la|las) (?:oficinas?|casa|negocio|coche|carro)$/,
  /^(?:se|te) (?:los|las|lo|la)? ?(?:va|van) a (?:llevar|cargar) (?:la chingada|la huesuda|la muerte)$/,
  /^no (?:van|vas) a (?:amanecer|llegar a su casa|llegar a tu casa|salir vivos)$/,
  /^i (?:will|m going to|am going to|ll|gonna|m gonna) (?:kill|hurt|beat|find|shoot|stab|murder|destroy) (?:you|your family|all of you|u)$/,
  /^i know where (?:you|your (?:family|kids)) (?:live|lives|work|works)$/,
  /^(?:you will|you ll|youll|you re going to|you are going to) (?:regret|pay for) (?:this|it)$/,
  /^watch your back$/,
  /^burn (?:down )?your (?:office|house|place)(?: down)?$/,
];
const LONGEST_THREAT = 7;

/** What an engineer kills: no person. */
const MACHINERY = /^(?:proceso|procesos|sesion|sesiones|hilo|hilos|servicio|servicios|servidor|tarea|tareas|job|jobs|consulta|consultas|query|queries|conexion|conexiones|contenedor|contenedores|pod|pods|pid|worker|workers|zombie|zombies|demonio|cron|disco|discos|cd|dvd|cache|process|processes|task|session|thread|cuello)$/;
const NEAR = 12;

export function threats(words: readonly ReadWord[]): Span[] {
  const found: Span[] = [];
  words.forEach((_, from) => {
    for (let length = 2; length <= LONGEST_THREAT && from + length <= words.length; length += 1) {
      const phrase = words.slice(from, from + length).map((each) => each.word).join(" ");
      if (!THREATS.some((form) => form.test(phrase))) continue;
      const around = words.slice(Math.max(0, from - NEAR), from + length + 5);
      if (!around.some(({ word }) => MACHINERY.test(word))) found.push({ from, to: from + length - 1 });
    }
  });
  return found;
}
