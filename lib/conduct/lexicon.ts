/**
 * What is foul whoever it is said to, in Mexican Spanish and English, folded (no accents, lower case). Whole words: "disputa", "cálculo"
 * and "Vergara" hold bad ones and are none. A stem is followed by the endings that make its forms.
 */
const STEMS: Array<readonly [stems: string, endings: string]> = [
  ["pendej", "o a os as ada adas ete etes ear"],
  ["put", "o a os as ito ita itos azo iza ear"],
  ["cabron", " a es as azo cito citos ada adas"],
  ["culer", "o a os as ada adas"],
  ["mam", "on ona ones onas ada adas"],
  ["chinga", " te le les nse ste ron r rse do da dos das dera deras zo zos"],
  ["chinguen", " le se"],
  ["chinguese", " n"],
  ["verg", "a as"],
  ["imbecil", " es"],
  ["idiota", " s"],
  ["idiotez", ""],
  ["estupid", "o a os as ez eces"],
  ["tarad", "o a os as"],
  ["ojete", " s"],
  ["babos", "o a os as ada adas"],
  ["mierd", "a as ero eros"],
  ["maric", "a as on ones ona onas"],
  ["jot", "o os"],
  ["gilipollas", ""],
  ["malparid", "o a os as"],
  ["malnacid", "o a os as"],
  ["hijueput", "a as"],
  ["hdp", " s"],
  ["alv", ""],
  ["ptm", ""],
  ["jodans", "e"],
  ["jodete", ""],
  ["cagad", "a as"],
  ["cagones", ""],
  ["cagon", " a"],
  ["fuck", " s er ers ed ing in"],
  ["motherfuck", "er ers ing"],
  ["shit", " s ty head heads"],
  ["bullshit", ""],
  ["asshole", " s"],
  ["bitch", " es"],
  ["bastard", " s"],
  ["cunt", " s"],
  ["dumbass", " es"],
  ["jackass", " es"],
  ["dickhead", " s"],
  ["morons", ""],
  ["idiot", " s ic"],
  ["imbecile", " s"],
  ["retard", " s ed"],
  ["scumbag", " s"],
  ["douchebag", " s"],
  ["wanker", " s"],
  ["stfu", ""],
];

export const FOUL: ReadonlySet<string> = new Set(
  STEMS.flatMap(([stem, endings]) => endings.split(" ").map((ending) => stem + ending)),
);

/** Bad only of somebody: "son unos inútiles" is rude, "es inútil reiniciar" is not. */
export const SCORN: ReadonlySet<string> = new Set(
  `inutil inutiles inepto inepta ineptos ineptas incompetente incompetentes ratero ratera rateros ratas rata ladron ladrona ladrones payaso payasa payasos animal animales burro burra burros bruto bruta brutos
  menso mensa mensos tonto tonta tontos tontas cerdo cerdos cerda perro perra perros perras zorra zorras basura escoria lacra lacras mediocre mediocres retrasado retrasada retrasados asno asnos porqueria porquerias
  estafador estafadores rateras corruptos mugroso mugrosos mugre nacos naco muertos gusano gusanos parasito parasitos
  stupid useless incompetent pathetic clown clowns trash garbage scum thieves crooks dumb worthless liars moron`.split(/\s+/),
);

