/** What an address of the earlier desk asks for. Its own program took names of fields as they are, and numbers with anything behind them. */
export type LegacyQuestion = { kind: "article" | "category"; key: string } | { kind: "search"; text: string } | { kind: "home" };

/** HESK's root, which is all of the knowledge base. */
const ROOT = "1";

export function legacyQuestion(query: URLSearchParams): LegacyQuestion {
  const article = keyOf(query.get("article"));
  if (article) return { kind: "article", key: article };
  const text = (query.get("search") ?? query.get("q") ?? "").toWellFormed().replace(/\p{Cc}/gu, " ").trim().slice(0, 200);
  if (text !== "") return { kind: "search", text };
  const category = keyOf(query.get("category"));
  return category && category !== ROOT ? { kind: "category", key: category } : { kind: "home" };
}

/** "012abc" is 12, as it was there. */
function keyOf(value: string | null): string | null {
  const digits = /^\s*0*(\d{1,10})/.exec(value ?? "")?.[1];
  return digits && digits !== "0" ? digits : null;
}

/** A tracking id to be shown and noted: letters, digits and hyphens, as the earlier desk made them; null when it is none. */
export function shownTrackingId(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const id = value.trim().toUpperCase();
  return /^[A-Z0-9-]{3,20}$/.test(id) ? id : null;
}
