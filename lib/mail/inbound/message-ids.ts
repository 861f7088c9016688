/** A Message-ID with its brackets, of printable ASCII: it can stand in another header as it is. */
const MESSAGE_ID = /<[!-;=?-~]{1,250}@[!-;=?-~]{1,250}>/g;
/** RFC 5322 wants the whole line of descent; a header is no place for hundreds. */
const KEPT_MAX = 20;

export function messageIdsIn(text: string): string[] {
  return [...text.slice(0, TEXT_MAX).matchAll(MESSAGE_ID)].map(([id]) => id).slice(-KEPT_MAX);
}

const TEXT_MAX = 20_000;

/** What stands left of the @ of those ids that this desk made, nearest last. */
export function ownKeysIn(ids: readonly string[], host: string): string[] {
  return ids.flatMap((id) => {
    const at = id.lastIndexOf("@");
    return id.slice(at + 1, -1).toLowerCase() === host ? [id.slice(1, at)] : [];
  });
}
