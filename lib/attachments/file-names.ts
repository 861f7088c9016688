/** Names as people gave them, without what could mislead whoever reads or unpacks them. */

export const NAME_MAX = 150;

/** Controls, marks that turn the direction of writing, and what no file system takes. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"*:<>?|\\/]/gu;
/** Names that mean a device on one system, in any case and with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** @returns never empty, never a path, no longer than NAME_MAX with its ending kept */
export function safeFileName(name: string, fallback = "file"): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const clean = last.toWellFormed().normalize("NFC").replace(UNSAFE, " ").replace(/\s+/g, " ").replace(/^[\s.]+|[\s.]+$/g, "");
  const named = clean === "" ? fallback : DEVICE.test(clean) ? `_${clean}` : clean;
  return shorten(named);
}

/** The same name with another ending: what a picture became. */
export function withEnding(name: string, ending: string): string {
  const at = name.lastIndexOf(".");
  return shorten(`${at <= 0 ? name : name.slice(0, at)}.${ending}`);
}

/** Names that do not meet in one folder, whatever case it keeps: "a.txt", "a (2).txt". */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const at = name.lastIndexOf(".");
    const [stem, ending] = at <= 0 ? [name, ""] : [name.slice(0, at), name.slice(at)];
    let candidate = name;
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) candidate = `${stem} (${count})${ending}`;
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

/** RFC 6266: a plain name for old readers, and the whole one (RFC 8187) for all others. */
export function contentDisposition(kind: "inline" | "attachment", name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const whole = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`;
}

function shorten(name: string): string {
  if (name.length <= NAME_MAX) return name;
  const at = name.lastIndexOf(".");
  const ending = at > 0 && name.length - at <= 12 ? name.slice(at) : "";
  return `${name.slice(0, NAME_MAX - ending.length).toWellFormed().replaceAll("\uFFFD", "")}${ending}`;
}
