/** The text without accents, in lower case, character by character as long as it was: offsets stay true. */
export function foldKeepingOffsets(text: string): string {
  return text.replace(/[^\x20-\x40\x5b-\x7f]/g, foldCharacter);
}

function foldCharacter(character: string): string {
  const bare = character.normalize("NFD")[0] ?? character;
  const lower = bare.toLowerCase();
  return lower.length === 1 ? lower : bare;
}
