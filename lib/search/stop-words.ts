import type { Language } from "./types";

// Folded, as the tokens are. Courtesies stand here too: every ticket says "hola" and "gracias".
const SPANISH = `a al algo algun alguna algunas alguno algunos ante antes asi aun aunque bien buen buena buenas bueno buenos cada casi como con contra cual cuales cualquier cuando
cuanto de del desde donde dos e el ella ellas ello ellos en entonces entre era eran es esa esas ese eso esos esta estaba estado estamos estan estar estas este esto estos estoy
etc favor fue fueron gracias ha habia hace hacen hacer haciendo han hasta hay haya he hecho hola igual incluso la las le les lo los luego mas me mi mia mientras mio mis mismo misma
mucho mucha muchas muchos muy nada ni no nos nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros para parece pero poco por porque pude puede pueden puedo podemos podria
pues que quiero quiere queremos quien quienes quisiera saludos saludo se sea seria ser si sido siempre sin sino sobre solo somos son soy su sus suya suyo tal tambien tampoco tan tanto te
tener tenemos tengo tiene tienen toda todas todavia todo todos tras tu tus tuve tuvo u un una unas uno unos usted ustedes va vamos van vez y ya yo dia dias tarde tardes ayuda ayudar ayuden`;

const ENGLISH = `a about after again all also am an and any are aren't as at be because been before being below between both but by can can't cannot could couldn't did didn't do does
doesn't doing don't down during each few for from further had has have having he her here hers him his how i if in into is isn't it it's its itself just let's me more most my myself no nor
not now of off on once only or other our ours out over own please same she should so some such than thank thanks that the their theirs them then there these they this those through to
too under until up us very was wasn't we were what when where which while who whom why will with won't would wouldn't you your yours hello hi regards im ive dont doesnt cant wont isnt nt`;

const STOP_WORDS: Record<Language, ReadonlySet<string>> = { es: wordSet(SPANISH), en: wordSet(ENGLISH) };

// Parts of addresses that say nothing about which address it is.
const ADDRESS_PARTS = new Set(["www", "http", "https", "com", "net", "org", "mx", "mailto"]);

export function isStopWord(folded: string, language: Language): boolean {
  return STOP_WORDS[language].has(folded);
}

export function isAddressPart(folded: string): boolean {
  return ADDRESS_PARTS.has(folded);
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
