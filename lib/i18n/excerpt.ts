/** The beginning of a text, with an ellipsis where it goes on; never half a letter. @param max characters, the ellipsis not counted */
export function excerptOf(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max).toWellFormed().trimEnd()}…`;
}
