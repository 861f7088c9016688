import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Db, Tx } from "@/lib/db/client";
import { forgetLiveTickets } from "@/lib/duplicates/corpus";
import { rankDuplicates } from "@/lib/duplicates/find-duplicates";
import { pairScore } from "@/lib/duplicates/pair-score";
import { sigmoid } from "@/lib/duplicates/probability";
import { indexTicket } from "@/lib/duplicates/ticket-index";
import { indexArticle } from "@/lib/kb/search-index";
import { rankArticles } from "@/lib/kb/search-knowledge";
import { forgetIndexes } from "@/lib/search/live-index";
import { cleanText } from "@/lib/search/text";
import { BODY_MAX, SUBJECT_MAX } from "@/lib/tickets/types";
import { seedSynonyms } from "@/prisma/seed/synonyms";
import { readDocuments, readPairs, readQueries, type EvalDocument, type EvalQuery, type RunLine } from "./sets";

/** A set whose documents stand in the database, ready to be asked. A stream of tickets is written while it is asked. */
export type OpenSet = { run: (queryFile: string) => Promise<RunLine[]> };

const HITS = 100;
const BATCH = 200;
/** Tickets of a stream come a minute apart; where nothing is said of their time, their order is all that counts. */
const START = Temporal.Instant.from("2020-01-01T00:00:00Z");

export async function openSet(db: Db, folder: string): Promise<OpenSet> {
  const kind = basename(folder).split("-")[0];
  if (existsSync(join(folder, "pairs.jsonl"))) return { run: async (file) => runPairs(folder, file) };
  await emptyTables(db);
  if (kind === "dup") return { run: (file) => runStream(db, folder, file) };
  if (kind === "sim") return openCandidates(db, folder);
  if (kind === "kb") return openKnowledge(db, folder);
  throw new Error(`Sets are named dup-…, kb-…, sim-… or sts-…; "${basename(folder)}" is none of them.`);
}

/** As the product is first started: nothing in it but its own synonyms. */
async function emptyTables(db: Db): Promise<void> {
  await db.$executeRaw`TRUNCATE search_document`;
  await db.ticket.deleteMany();
  await db.article.deleteMany();
  await db.kbCategory.deleteMany();
  await db.department.deleteMany();
  await db.user.deleteMany();
  await seedSynonyms({ db, now: START });
  forgetIndexes(db);
  forgetLiveTickets(db);
}

async function runStream(db: Db, folder: string, file: string): Promise<RunLine[]> {
  const desk = await openDesk(db);
  const queries = new Map(readQueries(folder, file).map((query) => [query.id, query]));
  const documents = readDocuments(folder);
  const lines: RunLine[] = [];
  let pending: EvalDocument[] = [];
  for (const [at, document] of documents.entries()) {
    if (queries.has(document.id)) {
      await desk.write(pending);
      pending = [];
      lines.push(await desk.ask(document, at));
    }
    pending.push(document);
  }
  return lines;
}

/** Questions that are no tickets of the stream, each with its own candidates. */
async function openCandidates(db: Db, folder: string): Promise<OpenSet> {
  const desk = await openDesk(db);
  const documents = readDocuments(folder);
  for (let at = 0; at < documents.length; at += BATCH) await desk.write(documents.slice(at, at + BATCH));
  return {
    run: async (file) => {
      const lines: RunLine[] = [];
      for (const query of readQueries(folder, file)) {
        const { hits } = await desk.ask({ id: query.id, title: query.title ?? "", body: query.body ?? "" }, documents.length);
        const found = new Set(hits.map(({ id }) => id));
        // Candidates beyond the hundred best stay in the list, behind all others.
        const rest = (query.cand ?? []).filter((id) => !found.has(id)).map((id) => ({ id, score: 0 }));
        lines.push({ id: query.id, hits: [...hits.filter(({ id }) => query.cand?.includes(id)), ...rest] });
      }
      return lines;
    },
  };
}

type Desk = { write: (documents: readonly EvalDocument[]) => Promise<void>; ask: (document: EvalDocument, at: number) => Promise<RunLine> };

async function openDesk(db: Db): Promise<Desk> {
  const requesterId = randomUUID();
  const departmentId = randomUUID();
  await db.department.create({ data: { id: departmentId, slug: "evaluation", name: "Evaluation", description: "", position: 1 } });
  await db.user.create({ data: { id: requesterId, email: "evaluation@mesa.example", name: "Evaluation", role: "customer" } });
  const ids = new Map<string, string>();
  let written = 0;
  const timeOf = (at: number) => START.add({ minutes: at });
  return {
    async write(documents) {
      if (documents.length === 0) return;
      await db.$transaction(async (tx: Tx) => {
        const rows = documents.map((document, step) => ({ document, id: randomUUID(), at: timeOf(written + step) }));
        await tx.ticket.createMany({
          data: rows.map(({ document, id, at }) => ({
            id, reference: id, requesterId, departmentId, priority: "low" as const, ...columnsOf(document),
            submissionKey: id, createdAt: new Date(at.epochMilliseconds), updatedAt: new Date(at.epochMilliseconds),
          })),
        });
        for (const { document, id, at } of rows) {
          await indexTicket(tx, { id, subject: document.title, body: document.body, now: at });
          ids.set(id, document.id);
        }
      });
      written += documents.length;
    },
    async ask(document, at) {
      const now = timeOf(at);
      const found = await rankDuplicates({ db, now }, { draft: { subject: document.title, body: document.body }, scope: { kind: "all" }, limit: HITS });
      // The order is the answer; the probability of the first is how sure it is.
      const hits = (found?.likely ?? []).map(({ ticketId }, position) => ({ id: ids.get(ticketId) ?? "", score: HITS - position }));
      return { id: document.id, hits, conf: found?.likely[0] ? sigmoid(found.likely[0].logit) : 0 };
    },
  };
}

/** What the table takes of a text that is longer than a desk's form would let through, or empty; the index is given all of it. */
function columnsOf({ title, body }: EvalDocument): { subject: string; body: string } {
  return { subject: cleanText(title).slice(0, SUBJECT_MAX).trim() || "-", body: cleanText(body).slice(0, BODY_MAX).trim() || "-" };
}

async function openKnowledge(db: Db, folder: string): Promise<OpenSet> {
  const categoryId = randomUUID();
  await db.kbCategory.create({ data: { id: categoryId, slug: "evaluation", name: "Evaluation", description: "", position: 1 } });
  const ids = new Map<string, string>();
  const documents = readDocuments(folder);
  for (let from = 0; from < documents.length; from += BATCH) {
    await db.$transaction(async (tx: Tx) => {
      for (const { id: name, title, body } of documents.slice(from, from + BATCH)) {
        const id = randomUUID();
        await tx.article.create({
          data: { id, slug: id, categoryId, status: "published", ...rowOf({ title, body }), summary: "", tags: [], publishedAt: new Date(START.epochMilliseconds), updatedAt: new Date(START.epochMilliseconds) },
        });
        await indexArticle(tx, { id, now: START });
        ids.set(id, name);
      }
    });
  }
  return {
    run: async (file) => {
      const lines: RunLine[] = [];
      for (const query of readQueries(folder, file)) {
        const ranked = await rankArticles({ db, now: START }, { text: textOf(query) });
        lines.push({ id: query.id, hits: ranked.slice(0, HITS).map(({ id, score }) => ({ id: ids.get(id) ?? "", score })) });
      }
      return lines;
    },
  };
}

/** As with tickets: a passage without a title has none in the index either. */
function rowOf({ title, body }: Pick<EvalDocument, "title" | "body">): { title: string; body: string } {
  return { title: cleanText(title).trim() || "-", body: cleanText(body).trim() || "-" };
}

function textOf(query: EvalQuery): string {
  return query.text ?? "";
}

function runPairs(folder: string, file: string): RunLine[] {
  return readPairs(folder, file).map(({ id, a, b }) => ({ id, hits: [], score: pairScore({ subject: a, body: "" }, { subject: b, body: "" }) }));
}
