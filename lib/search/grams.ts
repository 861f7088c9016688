const GRAM_LENGTH = 4;

/** The 4-grams of a folded word, its edges marked with a space: " dom", "domi" … "nio ". A shorter word is one gram. */
export function gramsOf(folded: string): string[] {
  const padded = ` ${folded} `;
  if (padded.length <= GRAM_LENGTH) return [padded];
  const grams: string[] = [];
  for (let at = 0; at + GRAM_LENGTH <= padded.length; at += 1) grams.push(padded.slice(at, at + GRAM_LENGTH));
  return grams;
}
