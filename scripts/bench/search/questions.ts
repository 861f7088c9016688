import type pg from "pg";
import type { Db } from "@/lib/db/client";
import { findDuplicates } from "@/lib/duplicates/find-duplicates";
import { searchTickets } from "@/lib/duplicates/search-tickets";
import { searchKnowledge, suggestKnowledge } from "@/lib/kb/search-knowledge";
import { randomFrom, type Random } from "../fill/random";
import type { Person, Scenario } from "./timing";

const SAMPLE = 400;
const LEAST_TYPED = 4;
const TELLING_LENGTH = 300;
const SUGGESTED = 4;

type Ticket = { id: string; reference: string; subject: string; body: string };
type Customer = { userId: string; organizationId: string };
type Sample = { tickets: Ticket[]; articles: Array<{ title: string; body: string }>; customers: Customer[] };
type Context = { db: Db; client: pg.Client };

/** What is asked of each finder, through the functions that the pages call. */
export async function listScenarios({ db, client }: Context): Promise<Scenario[]> {
  const sample = await readSample(client);
  const ctx = () => ({ db, now: Temporal.Now.instant() });
  return [
    { name: "suggestions while typing", goalMs: 50, personOf: (number) => typist(sample, randomFrom(number + 100), ctx) },
    { name: "search of the knowledge base", goalMs: 80, personOf: (number) => asking(randomFrom(number + 200), (random) => searchKnowledge(ctx(), { text: questionOf(random, sample, "right") })) },
    { name: "the same, misspelt", goalMs: 80, personOf: (number) => asking(randomFrom(number + 300), (random) => searchKnowledge(ctx(), { text: questionOf(random, sample, "misspelt") })) },
    { name: "search of the desk's tickets", goalMs: 80, personOf: (number) => asking(randomFrom(number + 400), (random) => searchTickets(ctx(), { text: deskQuestion(random, sample), scope: { kind: "all" } })) },
    { name: "an agent's likely duplicates", personOf: (number) => asking(randomFrom(number + 500), (random) => likelyFor(ctx(), random.pick(sample.tickets))) },
  ];
}

async function readSample(client: pg.Client): Promise<Sample> {
  const tickets = await client.query<Ticket>("SELECT id, reference, subject, body FROM ticket WHERE status <> 'closed' ORDER BY md5(id::text) LIMIT $1", [SAMPLE]);
  const articles = await client.query<{ title: string; body: string }>("SELECT title, body FROM article ORDER BY md5(id::text) LIMIT $1", [SAMPLE]);
  const customers = await client.query<Customer>(`SELECT id AS "userId", organization_id AS "organizationId" FROM app_user WHERE organization_id IS NOT NULL ORDER BY md5(id::text) LIMIT $1`, [SAMPLE]);
  return { tickets: tickets.rows, articles: articles.rows, customers: customers.rows };
}

function asking(random: Random, ask: (random: Random) => Promise<unknown>): Person {
  return () => () => ask(random);
}

function likelyFor(ctx: { db: Db; now: Temporal.Instant }, { id, subject, body }: Ticket): Promise<unknown> {
  return findDuplicates(ctx, { draft: { subject, body }, scope: { kind: "all" }, excludeTicketId: id });
}

/** Types a subject by a letter or three, then a description by a few words; and begins another ticket. */
function typist({ tickets, customers }: Sample, random: Random, ctx: () => { db: Db; now: Temporal.Instant }): Person {
  let written: Ticket = random.pick(tickets);
  let typed = { subject: 0, body: 0 };
  let customer = random.pick(customers);
  return () => {
    if (typed.subject < written.subject.length) typed = { ...typed, subject: Math.max(LEAST_TYPED, typed.subject + random.between(1, 3)) };
    else typed = { ...typed, body: typed.body + random.between(10, 40) };
    const draft = { subject: written.subject.slice(0, typed.subject), body: written.body.slice(0, typed.body) };
    const scope = { kind: "organization", ...customer } as const;
    if (typed.body >= Math.min(TELLING_LENGTH, written.body.length)) {
      [written, customer, typed] = [random.pick(tickets), random.pick(customers), { subject: 0, body: 0 }];
    }
    return () => Promise.all([suggestKnowledge(ctx(), { text: draft.subject.slice(0, TELLING_LENGTH), limit: SUGGESTED }), findDuplicates(ctx(), { draft, scope })]);
  };
}

/** Two to six words of an article. */
function questionOf(random: Random, { articles }: Sample, spelling: "right" | "misspelt"): string {
  const { title, body } = random.pick(articles);
  const words = (random.chance(0.5) ? title : body.slice(0, 600)).match(/\p{L}{3,}/gu) ?? [];
  const from = random.between(0, Math.max(0, words.length - 3));
  const asked = words.slice(from, from + random.between(2, 6));
  if (spelling === "right") return asked.join(" ");
  const longest = asked.reduce((best, word, at) => (word.length > asked[best]!.length ? at : best), 0);
  return asked.map((word, at) => (at === longest ? misspell(random, word) : word)).join(" ");
}

/** Two neighbouring letters swapped. */
function misspell(random: Random, word: string): string {
  const at = random.between(1, Math.max(1, word.length - 3));
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

function deskQuestion(random: Random, { tickets }: Sample): string {
  const { reference, subject, body } = random.pick(tickets);
  if (random.chance(0.2)) return reference;
  const words = (random.chance(0.5) ? subject : body).match(/[\p{L}\p{N}.-]{3,}/gu) ?? [];
  const from = random.between(0, Math.max(0, words.length - 3));
  return words.slice(from, from + random.between(1, 4)).join(" ");
}
