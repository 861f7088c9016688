import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { withPlaceholders } from "@/lib/duplicates/placeholders";
import { env } from "@/lib/env";
import { ok, refuse, type Result } from "@/lib/result";
import { guessLanguage } from "@/lib/search/language";
import { labelsOf, type LabelledPair, type LabelledQuery } from "@/lib/tickets/evaluation-labels";
import { readJudged, type Judged, type JudgedDocument } from "@/lib/tickets/judged-decisions";
import { canExportDecisions } from "@/lib/tickets/policy";
import type { ExportInput } from "@/lib/tickets/schema";
import { visibleTickets } from "@/lib/tickets/visibility";

export type ExportedDocument = { id: string; ts: string; title: string; body: string; lang: "es" | "en"; org: string };
export type ExportLine =
  | ({ type: "doc" } & ExportedDocument)
  | ({ type: "query"; org: string } & LabelledQuery)
  | ({ type: "pair" } & LabelledPair);

/**
 * What was decided about duplicates as a labelled set, in the format of the evaluation sets: all texts in order of time ("docs"), which
 * of them are queries and what they repeat ("queries"), and the judged pairs ("pairs"). `org` is whose finder it was: the organization, or
 * the person without one. Names and addresses of people are nowhere in it but where a text says them, and there addresses and telephone
 * numbers are placeholders unless `raw` is asked for. For administrators.
 */
export function exportDecisions(ctx: Context<StaffActor>, input: ExportInput): Result<AsyncIterable<ExportLine>, "FORBIDDEN"> {
  if (!canExportDecisions(ctx.actor)) return refuse("FORBIDDEN");
  return ok(linesOf(ctx, input));
}

async function* linesOf(ctx: Context<StaffActor>, { file, raw }: ExportInput): AsyncGenerator<ExportLine> {
  const judged = await readJudged(ctx);
  if (file !== "queries" && file !== "pairs") yield* documentsOf(ctx, judged, raw);
  const { queries, pairs } = labelsOf(judged.decisions, orderOf(judged.documents));
  const scopes = new Map([...judged.documents].map(([id, { org }]) => [id, org]));
  if (file === "queries" || file === undefined) for (const query of queries) yield { type: "query", ...query, org: scopes.get(query.id) ?? "" };
  if (file === "pairs" || file === undefined) for (const pair of pairs) yield { type: "pair", ...pair };
}

function orderOf(documents: Judged["documents"]): Map<string, number> {
  const inTime = [...documents].sort(([a, { at }], [b, { at: later }]) => at.getTime() - later.getTime() || (a < b ? -1 : 1));
  return new Map(inTime.map(([id], index) => [id, index]));
}

const BATCH = 500;

/** Every ticket, and the messages that were to be tickets, in the order of time; read a batch at a time, however many there are. */
async function* documentsOf(ctx: Context<StaffActor>, { messages }: Judged, raw: boolean): AsyncGenerator<ExportLine> {
  const waiting = messages.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  for await (const ticket of ticketsOf(ctx)) {
    while (waiting[0] && isBefore(waiting[0], ticket)) yield lineOf(waiting.shift()!, raw);
    yield lineOf(ticket, raw);
  }
  for (const message of waiting) yield lineOf(message, raw);
}

async function* ticketsOf({ db, actor }: Context<StaffActor>): AsyncGenerator<JudgedDocument> {
  let last: { createdAt: Date; id: string } | undefined;
  for (;;) {
    const later = last && { OR: [{ createdAt: { gt: last.createdAt } }, { createdAt: last.createdAt, id: { gt: last.id } }] };
    const rows = await db.ticket.findMany({
      where: { AND: [visibleTickets(actor), later ?? {}] },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: BATCH,
      select: { id: true, createdAt: true, subject: true, body: true, organizationId: true, requesterId: true },
    });
    for (const { id, createdAt, subject, body, organizationId, requesterId } of rows) yield { id, at: createdAt, title: subject, body, org: organizationId ?? requesterId };
    last = rows.at(-1);
    if (rows.length < BATCH) return;
  }
}

function isBefore(one: JudgedDocument, other: JudgedDocument): boolean {
  return one.at < other.at || (one.at.getTime() === other.at.getTime() && one.id < other.id);
}

function lineOf({ id, at, title, body, org }: JudgedDocument, raw: boolean): ExportLine {
  const shown = (text: string) => (raw ? text : withPlaceholders(text, env().APP_SECRET));
  return { type: "doc", id, ts: at.toISOString(), title: shown(title), body: shown(body), lang: guessLanguage(`${title}\n${body}`), org };
}
