import { AUDIENCES } from "@/lib/kb/audience";
import { RELATED_MAX } from "@/lib/kb/articles/types";
import { DEEPEST, DESCRIPTION_MAX, NAME_MAX } from "@/lib/kb/categories/types";
import { slugSchema } from "@/lib/kb/schema";
import { readQuestions } from "./faq-file";
import { listField, splitFrontMatter, textField, type FrontMatter } from "./front-matter";
import { leadOf } from "./lead";
import { readdressMarkdown, resolvePath } from "./markdown-links";
import { articlePlace, BODY_MAX, cleanTags, filePlace, SUMMARY_MAX, TITLE_MAX, type ImportedArticle, type ImportedCategory, type ImportedKnowledge, type ImportedState, type ImportNote, type RefusalCode } from "./types";

/** What the file about a folder itself is called. */
export const CATEGORY_FILE = /^(?:_category|_index|index)\.md$/i;
const STATES: readonly ImportedState[] = ["draft", "review", "published", "archived"];

/** Texts by their path in the archive, and the paths of all other files. */
export type Folder = { texts: ReadonlyMap<string, string | null>; others: ReadonlySet<string> };

/** Folders are categories, files are articles, files that say `type: faq` are groups of questions. */
export function folderKnowledge({ texts, others }: Folder): ImportedKnowledge {
  const made: ImportedKnowledge = { categories: [], articles: [], groups: [], tickets: [], refused: [] };
  const files = [...texts.keys()].toSorted((a, b) => (a < b ? -1 : 1));
  const parsed = new Map(files.map((path) => [path, splitFrontMatter(texts.get(path) ?? "")]));
  const articles = new Set(files.filter((path) => !isAboutFolder(path) && !isFaq(parsed.get(path)?.fields)));
  const bySlug = new Map([...articles].flatMap((path) => (typeof parsed.get(path)?.fields.slug === "string" ? [[parsed.get(path)!.fields.slug as string, path] as const] : [])));
  for (const path of files) {
    const file = parsed.get(path);
    const refuse = (kind: "article" | "question" | "category", code: RefusalCode) => made.refused.push({ kind, key: path.slice(0, 300), title: path.split("/").at(-1)!.slice(0, TITLE_MAX), code });
    if (texts.get(path) === null) refuse("article", "TEXT_UNREADABLE");
    else if (!file) refuse("article", "FRONT_MATTER_BROKEN");
    else if (isAboutFolder(path)) continue;
    else if (isFaq(file.fields)) addGroup(made, path, file, { articles, bySlug });
    else addArticle(made, path, file, { articles, bySlug, others, refuse });
  }
  made.categories = categoriesOf(made.articles, parsed);
  return made;
}

type File = { fields: FrontMatter; text: string };
type Around = { articles: ReadonlySet<string>; bySlug: ReadonlyMap<string, string> };

function addArticle(made: ImportedKnowledge, path: string, { fields, text }: File, { articles, others, bySlug, refuse }: Around & { others: ReadonlySet<string>; refuse: (kind: "article", code: RefusalCode) => void }): void {
  const folder = path.split("/").slice(0, -1).join("/");
  const notes: ImportNote[] = [];
  const files: ImportedArticle["files"] = [];
  const fileAt = (entry: string) => {
    const same = files.find((file) => file.entry === entry) ?? { key: String(files.length + 1), name: entry.split("/").at(-1)!, entry, base64: null };
    if (!files.includes(same)) files.push(same);
    return filePlace(same.key);
  };
  const heading = /^# +(\S.*?)[ \t]*#*$/m.exec(text);
  const isOwnHeading = fields.title === undefined && heading?.index === text.search(/\S/);
  const title = textField(fields.title) || (isOwnHeading ? heading![1]! : path.split("/").at(-1)!.replace(/\.md$/i, "").replace(/[-_]+/g, " "));
  const own = isOwnHeading ? text.slice(heading!.index + heading![0].length) : text;
  const body = readdressMarkdown(own.replace(/^\n+|\s+$/g, ""), ({ url, isPicture }) => {
    const target = localTarget(folder, url);
    if (target === null) {
      if (isPicture && !/^\/(?:api\/files|images)\//.test(url)) notes.push({ code: "FOREIGN_PICTURE", detail: url.slice(0, 200) });
      return null;
    }
    if (articles.has(target)) return articlePlace(target);
    if (others.has(target)) return fileAt(target);
    notes.push({ code: isPicture ? "FILE_MISSING" : "LINK_MISSING", detail: url.slice(0, 200) });
    return null;
  });
  for (const name of listField(fields.files)) {
    const target = resolvePath(folder, name);
    if (target !== null && others.has(target)) fileAt(target);
    else notes.push({ code: "FILE_MISSING", detail: name.slice(0, 200) });
  }
  if (body.length > BODY_MAX) return refuse("article", "BODY_TOO_LONG");
  if (body.trim() === "") return refuse("article", "BODY_EMPTY");
  if (title.length > TITLE_MAX) notes.push({ code: "TITLE_CUT", detail: title });
  made.articles.push({
    key: path,
    slug: slugField(fields.slug, notes),
    title: title.slice(0, TITLE_MAX).trim().toWellFormed(),
    summary: textField(fields.summary).slice(0, SUMMARY_MAX) || leadOf(body),
    body: linkSlugs(body, bySlug),
    tags: cleanTags(listField(fields.tags)),
    categoryKey: folder,
    audience: choice(fields.audience, AUDIENCES, "public", "audience", notes),
    state: choice(fields.state, STATES, "published", "state", notes),
    isPinned: fields.pinned === true,
    views: countField(fields.views),
    helpfulYes: countField(fields.helpful),
    helpfulNo: countField(fields.not_helpful),
    publishedAt: instantField(fields.published),
    updatedAt: instantField(fields.updated),
    reviewMonths: monthsField(fields.review_months),
    reviewOn: dayField(fields.review_on),
    publishAt: instantField(fields.publish_at),
    related: listField(fields.related).flatMap((each) => slugField(each, notes, "related") ?? []).slice(0, RELATED_MAX),
    legacyKey: null,
    files,
    notes,
  });
}

/** A link to an article of the same folder by its address on the desk is a link to that article. */
function linkSlugs(body: string, bySlug: ReadonlyMap<string, string>): string {
  return readdressMarkdown(body, ({ url }) => {
    const slug = /^\/(?:kb|portal\/kb)\/articles\/([a-z0-9-]+)$/.exec(url)?.[1];
    return slug && bySlug.has(slug) ? articlePlace(bySlug.get(slug)!) : null;
  });
}

function addGroup(made: ImportedKnowledge, path: string, { fields, text }: File, { articles, bySlug }: Around): void {
  const name = textField(fields.title) || path.split("/").at(-1)!.replace(/\.md$/i, "");
  const folder = path.split("/").slice(0, -1).join("/");
  const questions = readQuestions(fields, text).map(({ question, answer, listed }) => ({
    slug: slugField(listed.slug, []) ?? "",
    question: question.slice(0, 300),
    answer: readdressMarkdown(linkSlugs(answer, bySlug), ({ url }) => {
      const target = localTarget(folder, url);
      return target !== null && articles.has(target) ? articlePlace(target) : null;
    }),
    articleKey: bySlug.get(textField(listed.article)) ?? null,
    articleSlug: slugField(listed.article, []),
    isArchived: listed.archived === true,
  }));
  made.groups.push({ key: path, slug: slugField(fields.slug, []) ?? "", name: name.slice(0, NAME_MAX), position: numberField(fields.position), questions });
}

/** Every folder that an article stands in or that is described, and those above; from the top down. What is deeper than six levels stands on the sixth. */
function categoriesOf(articles: ImportedArticle[], parsed: ReadonlyMap<string, File | null>): ImportedCategory[] {
  const made = new Map<string, ImportedCategory>();
  for (const article of articles) {
    if (article.categoryKey.split("/").length > DEEPEST) article.notes.push({ code: "TOO_DEEP" });
    article.categoryKey = article.categoryKey.split("/").slice(0, DEEPEST).join("/");
  }
  const described = [...parsed.keys()].filter(isAboutFolder).map((path) => path.split("/").slice(0, -1).join("/"));
  for (const folder of [...articles.map(({ categoryKey }) => categoryKey), ...described]) {
    const parts = folder.split("/").filter((part) => part !== "");
    for (let depth = 1; depth <= Math.min(parts.length, DEEPEST); depth += 1) {
      const key = parts.slice(0, depth).join("/");
      if (!made.has(key)) made.set(key, categoryOf(key, parts[depth - 1]!, depth === 1 ? null : parts.slice(0, depth - 1).join("/"), parsed));
    }
  }
  return [...made.values()].toSorted((a, b) => a.key.split("/").length - b.key.split("/").length || a.position - b.position || a.name.localeCompare(b.name, "es"));
}

function categoryOf(key: string, folder: string, parentKey: string | null, parsed: ReadonlyMap<string, File | null>): ImportedCategory {
  const about = [...parsed].find(([path]) => path.startsWith(`${key}/`) && CATEGORY_FILE.test(path.slice(key.length + 1)))?.[1]?.fields ?? {};
  const notes: ImportNote[] = [];
  const readable = folder.replace(/[-_]+/g, " ").trim() || folder;
  return {
    key,
    slug: slugField(about.slug, notes) ?? slugField(folder, []),
    name: (textField(about.title) || readable.charAt(0).toUpperCase() + readable.slice(1)).slice(0, NAME_MAX),
    description: textField(about.description).slice(0, DESCRIPTION_MAX),
    audience: choice(about.audience, AUDIENCES, "public", "audience", notes),
    position: numberField(about.position),
    parentKey,
    legacyKey: null,
    notes,
  };
}

function localTarget(folder: string, url: string): string | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|#|\/)/i.test(url)) return null;
  try {
    return resolvePath(folder, decodeURIComponent(url.split(/[?#]/)[0]!));
  } catch {
    return null;
  }
}

function isAboutFolder(path: string): boolean {
  return path.includes("/") && CATEGORY_FILE.test(path.split("/").at(-1)!);
}

function isFaq(fields: FrontMatter | undefined): boolean {
  return fields?.type === "faq";
}

function slugField(value: unknown, notes: ImportNote[], field = "slug"): string | null {
  if (value === undefined || value === null) return null;
  const slug = slugSchema.max(80).safeParse(value);
  if (!slug.success) notes.push({ code: "FIELD_IGNORED", detail: field });
  return slug.success ? slug.data : null;
}

function choice<T extends string>(value: unknown, choices: readonly T[], usual: T, field: string, notes: ImportNote[]): T {
  const found = choices.find((each) => each === value);
  if (found === undefined && value !== undefined && value !== null) notes.push({ code: "FIELD_IGNORED", detail: field });
  // What says whom it is for in words that nobody knows is not shown to everybody.
  if (found === undefined && field === "audience" && value !== undefined && value !== null) return choices.at(-1)!;
  return found ?? usual;
}

function numberField(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 1_000_000 ? value : 0;
}

function countField(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? Math.min(value, 2_000_000_000) : 0;
}

function monthsField(value: unknown): number | null {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 60 ? value : null;
}

function dayField(value: unknown): string | null {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && instantField(value) !== null ? value : null;
}

/** An instant, or a day, which begins in UTC. */
function instantField(value: unknown): string | null {
  const text = textField(value);
  try {
    return Temporal.Instant.from(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text).toString();
  } catch {
    return null;
  }
}
