import type { DraftData } from "@/lib/drafts/schema";

const FIELDS = ["title", "summary", "body", "tags", "note", "categoryId", "audience", "head"] as const;
const MOST_PICTURES = 100;

/** With the pictures of its text, so that they are kept as long as it is. */
export function draftOfArticle(form: HTMLFormElement | null): DraftData | null {
  if (!form) return null;
  const fields = new FormData(form);
  const data: DraftData = Object.fromEntries(FIELDS.flatMap((name) => (fields.has(name) ? [[name, String(fields.get(name))]] : [])));
  const pictures = [...new Set([...(data.body ?? "").matchAll(/\/api\/files\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})/g)].flatMap(([, id]) => id ?? []))];
  return pictures.length > 0 ? { ...data, attachments: pictures.slice(0, MOST_PICTURES) } : data;
}
