import pg from "pg";
import type { Audience } from "@/lib/kb/audience";
import { createDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { countRecentViews } from "@/lib/kb/recent-views";
import { fillCustomers } from "../fill/customers";
import { insertRows } from "../fill/insert";
import { fillKnowledge, type Article, type Category } from "../fill/knowledge";
import { randomFrom, type Random } from "../fill/random";
import { fillKnowledgeEntries } from "../fill/search-entries";
import { makeWriter, type Writer } from "../fill/words";

const ARTICLES = 10_000;
/** 8 topics, each with four below it and so on, 200 in all; of three in ten somebody is left out. */
const TOP = 8;
const ALL = 200;
const BELOW = 4;
const READ_A_DAY = 2_000;
const DAYS = 30;

/** Fills a desk that has its base data with a large knowledge base. The same in every run, but for the dates. */
async function main(): Promise<void> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  const db = createDb({ url: env().DATABASE_URL, poolSize: 2 });
  const now = Temporal.Now.instant();
  const random = randomFrom(20_261_128);
  const writer = makeWriter();
  try {
    await fillCustomers(client, random);
    const knowledge = await fillKnowledge(client, { random, writer, now: now.epochMilliseconds, articles: ARTICLES, categories: nestedCategories(random, writer) });
    await fillReaders(client, random, knowledge.articles);
    await countRecentViews({ db, now });
    await fillKnowledgeEntries({ db, client, now }, knowledge);
    await client.query("VACUUM (ANALYZE)");
  } finally {
    await client.end();
    await db.$disconnect();
  }
}

function nestedCategories(random: Random, writer: Writer): Category[] {
  const categories: Category[] = [];
  for (let at = 0; at < ALL; at += 1) {
    const parent = at < TOP ? null : categories[Math.floor((at - TOP) / BELOW)]!;
    categories.push({ id: random.uuid(), slug: `tema-${at + 1}`, name: `Tema ${at + 1}`, description: writer.subject(random, 10), position: at, parent_id: parent?.id ?? null, audience: audienceOf(at) });
  }
  return categories;
}

/** Further down, so that what is above stays everybody's. */
function audienceOf(at: number): Audience {
  if (at < TOP || at % 10 > 2) return "public";
  return at % 10 === 0 ? "staff" : "customers";
}

async function fillReaders(client: pg.Client, random: Random, articles: readonly Article[]): Promise<void> {
  for (let back = 0; back < DAYS; back += 1) {
    const read = new Set(Array.from({ length: READ_A_DAY }, () => random.pick(articles).id));
    const day = new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
    await insertRows(client, "article_day", [...read].map((article_id) => ({ article_id, day, views: random.between(1, 40) })));
  }
  const chosen = articles.slice(0, 500).map((article, at) => ({ article_id: article.id, related_id: articles[(at + 1) % 500]!.id, position: 1 }));
  await insertRows(client, "article_related", chosen);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
