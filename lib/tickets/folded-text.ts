/**
 * A text in lower case without accents, unit by unit, and where each unit of it stands in the original: what a rule finds in the folded
 * text it can point at in what the person wrote. `starts` has one more entry than the folded text, the length of the original.
 */
export type FoldedText = { text: string; starts: Uint32Array };

export function foldInPlace(original: string): FoldedText {
  const starts = new Uint32Array(original.length + 1);
  const units: string[] = [];
  for (let at = 0; at < original.length; at += 1) {
    const unit = foldUnit(original.charCodeAt(at));
    if (unit === null) continue;
    starts[units.length] = at;
    units.push(unit);
  }
  starts[units.length] = original.length;
  return { text: units.join(""), starts: starts.subarray(0, units.length + 1) };
}

/** Null for an accent that was typed apart from its letter. */
function foldUnit(code: number): string | null {
  const unit = String.fromCharCode(code);
  if (code < 0x80) return unit.toLowerCase();
  if (code >= 0x300 && code < 0x370) return null;
  if (code === 0xa0) return " ";
  if (code < 0x250) return unit.normalize("NFD").charAt(0).toLowerCase();
  if (code === 0x2018 || code === 0x2019) return "'";
  if (code === 0x201c || code === 0x201d) return '"';
  return unit;
}
