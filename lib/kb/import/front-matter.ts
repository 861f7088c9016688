import { parse, stringify } from "yaml";

export type FrontMatter = Record<string, unknown>;

const LONGEST = 20_000;

/** A file's fields and its text; null when what stands between the lines of --- is no list of fields. */
export function splitFrontMatter(file: string): { fields: FrontMatter; text: string } | null {
  const text = file.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  if (!text.startsWith("---\n")) return { fields: {}, text };
  const end = text.startsWith("---\n---") ? 4 : text.indexOf("\n---", 3) + 1;
  const after = text.indexOf("\n", end);
  if (end <= 0 || end > LONGEST || !/^---[ \t]*$/.test(text.slice(end, after < 0 ? text.length : after))) return null;
  const fields = fieldsOf(text.slice(4, end));
  return fields && { fields, text: after < 0 ? "" : text.slice(after + 1).replace(/^\n/, "") };
}

function fieldsOf(yaml: string): FrontMatter | null {
  try {
    // No aliases: a few lines of them stand for gigabytes.
    const fields: unknown = parse(yaml, { maxAliasCount: 0, schema: "core", logLevel: "error" });
    if (fields === null || fields === undefined) return {};
    return typeof fields === "object" && !Array.isArray(fields) ? (fields as FrontMatter) : null;
  } catch {
    return null;
  }
}

/** Fields that have something to say, and the text, as one file. */
export function joinFrontMatter(fields: FrontMatter, text: string): string {
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0)));
  return `---\n${stringify(said, { lineWidth: 0, aliasDuplicateObjects: false })}---\n\n${text}${text.endsWith("\n") ? "" : "\n"}`;
}

/** A field as a line of text: numbers and dates are written as they read. */
export function textField(value: unknown): string {
  if (typeof value === "string") return value.replace(/[\p{Cc}\s]+/gu, " ").trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** A list, or words with commas between them. */
export function listField(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(textField).filter((each) => each !== "");
  return textField(value).split(",").map((each) => each.trim()).filter((each) => each !== "");
}
