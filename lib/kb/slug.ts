/** Addresses below /kb that are pages of their own. */
const TAKEN = new Set(["articles", "search", "feed"]);
const LONGEST = 80;

/** A name as it stands in an address: "Correo electrónico" is "correo-electronico". Never empty. */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "tema" : slug;
}

/** The first of "correo", "correo-2", "correo-3" … that is not taken. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name);
  const isTaken = (each: string) => taken.has(each) || TAKEN.has(each);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? slug : `${slug}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}
