import { freeSlug } from "@/lib/kb/slug";
import { AUDIENCES, type Audience } from "@/lib/kb/audience";
import { declaredType } from "@/lib/attachments/file-types";
import type { PlannedItem } from "./plan-types";
import { fillPlaces, type ImportedArticle, type ImportedCategory, type ImportedKnowledge } from "./types";

/** What the desk has now, as far as an import can meet it. */
export type Surroundings = {
  categories: readonly { id: string; slug: string; name: string; parentId: string | null; effectiveAudience: Audience }[];
  articles: readonly { id: string; slug: string; title: string; categoryId: string; effectiveAudience: Audience }[];
  groups: readonly { id: string; slug: string }[];
  questions: readonly { id: string; slug: string }[];
  /** Ids by the earlier desk's numbers. */
  legacyArticles: ReadonlyMap<string, string>;
  legacyCategories: ReadonlyMap<string, string>;
  /** The highest position of a category and of a group. */
  lastPosition: { category: number; group: number };
};

type Settled = { id: string; audience: Audience };
const TICKETS_A_PIECE = 1_000;

/**
 * Holds what a file brings against what the desk has: what is new, what is there already and stays as it is, what cannot be taken. Ids and
 * addresses are given out here, so that links between articles lead where they should before any of them is written.
 */
export function planKnowledge(knowledge: ImportedKnowledge, around: Surroundings, { newId, looseName }: { newId: () => string; looseName: string }): PlannedItem[] {
  const categories = new Map<string, Settled>();
  const items: PlannedItem[] = [];
  const taken = new Set(around.categories.map(({ slug }) => slug));
  const places = [...knowledge.categories];
  if (knowledge.articles.some(({ categoryKey }) => categoryKey === "")) places.push({ key: "", slug: null, name: looseName, description: "", audience: "public", position: 1_000_000, parentKey: null, legacyKey: null, notes: [] });
  for (const [at, category] of places.entries()) items.push(planCategory(category, around, { categories, taken, at, newId }));

  const articles = settleArticles(knowledge.articles, around, categories, newId);
  // By the address that the file knows them by, which may be taken on this desk; then those that stand here.
  const idBySlug = new Map([...around.articles.map(({ slug, id }) => [slug, id] as const), ...knowledge.articles.map(({ key, slug }) => [slug ?? articles.get(key)!.slug, articles.get(key)!.id] as const)]);
  for (const article of knowledge.articles) items.push(planArticle(article, articles, { categories, idBySlug, newId }));
  items.push(...planQuestions(knowledge, around, articles, newId));
  for (let at = 0; at < knowledge.tickets.length; at += TICKETS_A_PIECE) {
    const keys = knowledge.tickets.slice(at, at + TICKETS_A_PIECE);
    items.push({ kind: "tickets", verdict: "new", title: `${keys[0]} – ${keys.at(-1)}`, notes: [], data: { keys } });
  }
  items.push(...knowledge.refused.map(({ kind, title, key, code }): PlannedItem => ({ kind, verdict: "refused", title: title || key, notes: [{ code, detail: key }], data: {} })));
  return items;
}

function planCategory(category: ImportedCategory, around: Surroundings, { categories, taken, at, newId }: { categories: Map<string, Settled>; taken: Set<string>; at: number; newId: () => string }): PlannedItem {
  const { name, description, audience, legacyKey, notes } = category;
  const parent = category.parentKey === null ? null : (categories.get(category.parentKey) ?? null);
  const parentId = parent?.id ?? null;
  const there =
    around.categories.find(({ id }) => legacyKey !== null && id === around.legacyCategories.get(legacyKey)) ??
    around.categories.find(({ slug }) => slug === category.slug) ??
    around.categories.find((each) => each.parentId === parentId && each.name.toLowerCase() === name.toLowerCase());
  const effective = there?.effectiveAudience ?? narrower(audience, parent?.audience ?? "public");
  const id = there?.id ?? newId();
  categories.set(category.key, { id, audience: effective });
  const slug = there?.slug ?? freeSlug(category.slug ?? name, taken);
  taken.add(slug);
  return { kind: "category", verdict: there ? "exists" : "new", title: name, notes, data: { id, slug, name, description, audience, position: around.lastPosition.category + 1 + at, parentId, legacyKey } };
}

type SettledArticle = { id: string; slug: string; isNew: boolean; href: string };

function settleArticles(articles: readonly ImportedArticle[], around: Surroundings, categories: ReadonlyMap<string, Settled>, newId: () => string): Map<string, SettledArticle> {
  const taken = new Set(around.articles.map(({ slug }) => slug));
  const byId = new Map(around.articles.map((each) => [each.id, each]));
  const bySlug = new Map(around.articles.map((each) => [each.slug, each]));
  const byTitle = new Map(around.articles.map((each) => [`${each.categoryId} ${each.title}`, each]));
  // Those that say their address first: a made one gives way.
  const inTurn = articles.toSorted((a, b) => Number(a.slug === null) - Number(b.slug === null));
  return new Map(inTurn.map((article) => {
    const category = categories.get(article.categoryKey)!;
    const there = article.legacyKey !== null ? byId.get(around.legacyArticles.get(article.legacyKey) ?? "") : article.slug !== null ? bySlug.get(article.slug) : byTitle.get(`${category.id} ${article.title}`);
    const slug = there?.slug ?? freeSlug(article.slug ?? article.title, taken);
    taken.add(slug);
    const isForAll = (there?.effectiveAudience ?? narrower(article.audience, category.audience)) === "public";
    return [article.key, { id: there?.id ?? newId(), slug, isNew: !there, href: `${isForAll ? "" : "/portal"}/kb/articles/${slug}` }];
  }));
}

type Known = { categories: ReadonlyMap<string, Settled>; idBySlug: ReadonlyMap<string, string>; newId: () => string };

function planArticle(article: ImportedArticle, articles: ReadonlyMap<string, SettledArticle>, { categories, idBySlug, newId }: Known): PlannedItem {
  const { key, slug: wanted, categoryKey, notes: told, files: given, body, related: wantedRelated, ...rest } = article;
  const { id, slug, isNew } = articles.get(key)!;
  const notes = [...told];
  if (wanted !== null && wanted !== slug && isNew) notes.push({ code: "SLUG_CHANGED", detail: slug });
  const files = given.flatMap((file) => {
    if (declaredType({ name: file.name, mediaType: "" })) return [{ ...file, id: newId() }];
    notes.push({ code: "FILE_NOT_ALLOWED", detail: file.name });
    return [];
  });
  const related = wantedRelated.flatMap((other) => {
    const known = idBySlug.get(other);
    if (known === undefined) notes.push({ code: "LINK_MISSING", detail: other });
    return known === undefined || known === id ? [] : [known];
  });
  const filled = fillPlaces(body, (kind, at) => {
    if (kind === "article") return articles.get(at)?.href ?? null;
    const file = files.find((each) => each.key === at);
    return file ? `/api/files/${file.id}` : null;
  });
  return { kind: "article", verdict: isNew ? "new" : "exists", title: article.title, notes, data: { ...rest, id, slug, categoryId: categories.get(categoryKey)!.id, body: isNew ? filled : "", files: isNew ? files : [], related: isNew ? related : [] } };
}

function planQuestions({ groups }: ImportedKnowledge, around: Surroundings, articles: ReadonlyMap<string, SettledArticle>, newId: () => string): PlannedItem[] {
  const takenGroups = new Set(around.groups.map(({ slug }) => slug));
  const taken = new Set(around.questions.map(({ slug }) => slug));
  const articleIds = new Map([...around.articles.map(({ slug, id }) => [slug, id] as const), ...[...articles.values()].map(({ slug, id }) => [slug, id] as const)]);
  return groups.flatMap((group, place) => {
    const there = around.groups.find(({ slug }) => slug === group.slug);
    const id = there?.id ?? newId();
    const slug = there?.slug ?? freeSlug(group.slug || group.name, takenGroups);
    takenGroups.add(slug);
    const item: PlannedItem = { kind: "group", verdict: there ? "exists" : "new", title: group.name, notes: [], data: { id, slug, name: group.name, position: around.lastPosition.group + 1 + place } };
    const questions = group.questions.map((question, at): PlannedItem => {
      const known = around.questions.find((each) => each.slug === (question.slug || freeSlug(question.question, new Set())));
      const own = known?.slug ?? freeSlug(question.slug || question.question, taken);
      taken.add(own);
      const answer = fillPlaces(question.answer, (kind, key) => (kind === "article" ? (articles.get(key)?.href ?? null) : null));
      const articleId = (question.articleKey && articles.get(question.articleKey)?.id) || (question.articleSlug && articleIds.get(question.articleSlug)) || null;
      return { kind: "question", verdict: known ? "exists" : "new", title: question.question, notes: [], data: { id: known?.id ?? newId(), slug: own, groupId: id, position: at + 1, question: question.question, answer, articleId, isArchived: question.isArchived } };
    });
    return [item, ...questions];
  });
}

function narrower(one: Audience, other: Audience): Audience {
  return AUDIENCES[Math.max(AUDIENCES.indexOf(one), AUDIENCES.indexOf(other))]!;
}
