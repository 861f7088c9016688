import type pg from "pg";
import type { Audience } from "@/lib/kb/audience";
import { insertRows, type Row } from "./insert";
import type { Random } from "./random";
import type { Writer } from "./words";

const CATEGORIES = 12;
const QUESTIONS = 60;
const GROUPS = 6;
const DAY = 86_400_000;

export type Article = { id: string; slug: string; title: string; summary: string; body: string; tags: string[] };
export type Question = { id: string; question: string; answer: string };

export type Category = { id: string; slug: string; name: string; description: string; position: number; parent_id: string | null; audience: Audience };

/** Categories of everybody's on one level, unless others are given, each after the one that it stands below. */
export async function fillKnowledge(client: pg.Client, { random, writer, now, articles: count, categories = flatCategories(random, writer) }: {
  random: Random;
  writer: Writer;
  now: number;
  articles: number;
  categories?: readonly Category[];
}): Promise<{ articles: Article[]; questions: Question[] }> {
  const groups = Array.from({ length: GROUPS }, (_, at) => ({ id: random.uuid(), slug: `grupo-${at + 1}`, name: `Grupo ${at + 1}`, position: at }));
  await insertRows(client, "kb_category", categories);
  await insertRows(client, "faq_group", groups);

  const articles = Array.from({ length: count }, (_, at): Article => ({
    id: random.uuid(),
    slug: `articulo-${at + 1}`,
    title: writer.subject(random, random.between(4, 9)),
    summary: writer.subject(random, 14),
    body: articleBody(random, writer),
    tags: Array.from({ length: 3 }, () => writer.subject(random, 1).toLowerCase()),
  }));
  await insertRows(client, "article", articles.map((article, at): Row => ({
    ...article,
    category_id: random.pick(categories).id,
    status: "published",
    is_pinned: at < 2,
    carried_views: Math.floor(40_000 / (at + 1)),
    view_count: 0,
    helpful_yes: random.between(0, 90),
    helpful_no: random.between(0, 12),
    published_at: new Date(now - random.between(1, 1_500) * DAY),
    updated_at: new Date(now - DAY),
  })));

  const questions = Array.from({ length: QUESTIONS }, (): Question => ({ id: random.uuid(), question: `¿${writer.subject(random, 8)}?`, answer: writer.text(random, 70) }));
  await insertRows(client, "faq_entry", questions.map((entry, at): Row => ({
    ...entry,
    slug: `pregunta-${at + 1}`,
    group_id: groups[at % GROUPS]!.id,
    position: at,
    article_id: at % 3 === 0 ? random.pick(articles).id : null,
    updated_at: new Date(now - DAY),
  })));
  return { articles, questions };
}

function flatCategories(random: Random, writer: Writer): Category[] {
  return Array.from({ length: CATEGORIES }, (_, at): Category => ({ id: random.uuid(), slug: `tema-${at + 1}`, name: `Tema ${at + 1}`, description: writer.subject(random, 10), position: at, parent_id: null, audience: "public" }));
}

function articleBody(random: Random, writer: Writer): string {
  const sections = Array.from({ length: random.between(2, 4) }, () => {
    const steps = Array.from({ length: random.between(3, 6) }, (_, at) => `${at + 1}. ${writer.text(random, 12)}`).join("\n");
    return `## ${writer.subject(random, 5)}\n\n${writer.text(random, 60)}\n\n${steps}`;
  });
  return [writer.text(random, 40), ...sections, "```\nv=spf1 include:_spf.mesa.example ~all\n```"].join("\n\n");
}
