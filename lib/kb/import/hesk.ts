import { htmlText, htmlToMarkdown } from "./html-to-markdown";
import { numberOf, type HeskRows } from "./hesk-tables";
import { placeHeskCategories } from "./hesk-categories";
import { leadOf } from "./lead";
import type { SqlRow } from "./sql-rows";
import { articlePlace, BODY_MAX, cleanTags, filePlace, TITLE_MAX, type ImportedArticle, type ImportedFile, type ImportedKnowledge, type ImportNote, type RefusedItem } from "./types";

/** Finds a file of the earlier desk's folder in the archive that came with the dump, by the name it was saved under. */
export type FindEntry = (savedName: string) => string | null;

/** What HESK's tables say, as this desk keeps it. Rows that cannot be taken are told of; nothing is guessed in silence. */
export function heskKnowledge(rows: HeskRows, findEntry: FindEntry): ImportedKnowledge {
  const refused: RefusedItem[] = [];
  const articleRows = uniqueRows(rows.kb_articles, "article", "subject", refused);
  const categories = placeHeskCategories(uniqueRows(rows.kb_categories, "category", "name", refused), new Set(articleRows.map((row) => row.get("catid") ?? "")));
  const known = { ids: new Set(articleRows.map(idOf)), files: new Map(rows.kb_attachments.map((row) => [row.get("att_id") ?? "", row])), findEntry, categories: new Set(categories.map(({ key }) => key)) };
  const articles = articleRows.flatMap((row) => {
    const article = articleOf(row, known);
    if (article.body.length <= BODY_MAX) return [article];
    refused.push({ kind: "article", key: article.key, title: article.title, code: "BODY_TOO_LONG" });
    return [];
  });
  return { categories, articles, groups: [], tickets: [...new Set(rows.tickets)], refused };
}

type Known = { ids: ReadonlySet<string>; categories: ReadonlySet<string>; files: ReadonlyMap<string, SqlRow>; findEntry: FindEntry };

function articleOf(row: SqlRow, known: Known): ImportedArticle {
  const id = idOf(row);
  const notes: ImportNote[] = [];
  const fullTitle = htmlText(row.get("subject") ?? "") || `HESK ${id}`;
  if (fullTitle.length > TITLE_MAX) notes.push({ code: "TITLE_CUT", detail: fullTitle });
  const files: ImportedFile[] = [];
  const { markdown, isPlain } = htmlToMarkdown(row.get("content") ?? "", {
    linkTo: (href) => linkOf(href, known.ids, notes),
    pictureAt: (src) => pictureOf(src, known, files, notes),
  });
  if (isPlain) notes.push({ code: "TEXT_PLAIN" });
  files.push(...attachedFiles(row.get("attachments") ?? "", known, files, notes));
  const votes = Math.max(0, Math.round(numberOf(row.get("votes"))));
  // HESK counts a yes as 5 and a no as 1, and keeps only their average.
  const yes = Math.min(votes, Math.max(0, Math.round((votes * (numberOf(row.get("rating")) - 1)) / 4)));
  if (votes > 0) notes.push({ code: "VOTES_DERIVED", detail: `${yes}/${votes}` });
  const wanted = row.get("catid") ?? "";
  if (!known.categories.has(wanted)) notes.push({ code: "CATEGORY_MISSING", detail: wanted });
  const at = instantOf(row.get("dt"));
  const type = row.get("type") ?? "0";
  return {
    key: id,
    slug: null,
    title: fullTitle.slice(0, TITLE_MAX).trim().toWellFormed(),
    summary: leadOf(markdown),
    body: markdown || fullTitle,
    tags: cleanTags(htmlText(row.get("keywords") ?? "").split(/[,;\n]/)),
    categoryKey: known.categories.has(wanted) ? wanted : "",
    audience: type === "1" ? "staff" : "public",
    state: type === "2" ? "draft" : "published",
    isPinned: row.get("sticky") === "1",
    views: Math.min(2_000_000_000, Math.max(0, Math.round(numberOf(row.get("views"))))),
    helpfulYes: yes,
    helpfulNo: votes - yes,
    publishedAt: at,
    updatedAt: at,
    reviewMonths: null,
    reviewOn: null,
    publishAt: null,
    related: [],
    legacyKey: /^\d{1,10}$/.test(id) ? id : null,
    files,
    notes,
  };
}

/** Links to the earlier desk's own pages become links to what they lead to. */
function linkOf(href: string, ids: ReadonlySet<string>, notes: ImportNote[]): string | null {
  const [, query] = /(?:^|\/)knowledgebase\.php\?([^#]*)/i.exec(href) ?? [];
  const article = query === undefined ? null : /(?:^|[&;])article=(\d+)/i.exec(query)?.[1];
  if (article) {
    if (ids.has(article)) return articlePlace(article);
    notes.push({ code: "LINK_MISSING", detail: href.slice(0, 200) });
    return null;
  }
  if (query !== undefined) return `/knowledgebase.php?${query.replaceAll("&amp;", "&")}`;
  return /^(?:https?:|mailto:|tel:|#|\/(?!\/))/i.test(href) ? href : null;
}

function pictureOf(src: string, { findEntry }: Known, files: ImportedFile[], notes: ImportNote[]): string | null {
  const data = /^data:image\/(png|jpe?g|gif|webp);base64,([A-Za-z0-9+/=\s]+)$/i.exec(src);
  const name = decodeName(src.split(/[?#]/)[0]!.split("/").at(-1) ?? "");
  const entry = data ? null : findEntry(name);
  if (!data && !entry) {
    notes.push({ code: "FOREIGN_PICTURE", detail: src.slice(0, 200) });
    return null;
  }
  const same = entry && files.find((file) => file.entry === entry);
  if (same) return filePlace(same.key);
  const key = String(files.length + 1);
  files.push({ key, name: data ? `image-${key}.${data[1]!.toLowerCase().replace("jpeg", "jpg")}` : name, entry, base64: data ? data[2]!.replace(/\s/g, "") : null });
  return filePlace(key);
}

/** "12#factura.pdf,13#captura.png," */
function attachedFiles(list: string, { files: rows, findEntry }: Known, there: readonly ImportedFile[], notes: ImportNote[]): ImportedFile[] {
  return list.split(",").flatMap((item, at): ImportedFile[] => {
    const [id = "", ...rest] = item.split("#");
    if (id.trim() === "") return [];
    const row = rows.get(id.trim());
    const name = htmlText(row?.get("real_name") ?? rest.join("#")) || id;
    const entry = row ? findEntry(row.get("saved_name") ?? "") : null;
    if (entry) return there.some((file) => file.entry === entry) ? [] : [{ key: `a${at + 1}`, name, entry, base64: null }];
    notes.push({ code: "FILE_MISSING", detail: row ? `${name} (${row.get("saved_name")})` : name });
    return [];
  });
}

function uniqueRows(rows: readonly SqlRow[], kind: RefusedItem["kind"], title: string, refused: RefusedItem[]): SqlRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const id = idOf(row);
    const code = !/^\d{1,10}$/.test(id) ? "NO_ID" : seen.has(id) ? "DUPLICATE_KEY" : null;
    if (code) refused.push({ kind, key: id.slice(0, 40), title: htmlText(row.get(title) ?? "").slice(0, TITLE_MAX), code });
    seen.add(id);
    return code === null;
  });
}

function idOf(row: SqlRow): string {
  return row.get("id") ?? "";
}

/** Dumps are written with the server's clock set to UTC ("SET TIME_ZONE='+00:00'"), by mysqldump and phpMyAdmin alike. */
function instantOf(value: string | null | undefined): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)/.exec(value ?? "");
  if (!match || match[1] === "0000") return null;
  try {
    return Temporal.Instant.from(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z`).toString();
  } catch {
    return null; // no such day
  }
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
