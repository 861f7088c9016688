import "server-only";
import type { Actor, PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { NOTHING, usedPercent, type Balance } from "@/lib/billing/balance";
import { isOver } from "@/lib/billing/contract-end";
import { readBalances, readUseOverTime } from "@/lib/billing/contract-sums";
import type { ContractState, ContractSummary, ContractView, UseOverTime } from "@/lib/billing/contract-views";
import { mayAuthorise } from "@/lib/billing/policy";
import { visibleContracts } from "@/lib/billing/visibility";
import type { Prisma } from "@/lib/db/generated/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { dayAt, fromDay, toDay } from "@/lib/time/days";
import { toInstant } from "@/lib/time/instants";

const summaryColumns = {
  id: true,
  reference: true,
  name: true,
  organizationId: true,
  organization: { select: { name: true } },
  startsOn: true,
  endsOn: true,
  settledAt: true,
  overageLimitMinutes: true,
  authorisers: true,
  namedAuthorisers: { select: { userId: true, user: { select: { name: true } } } },
  notices: { select: { kind: true }, orderBy: { at: "asc" } },
} as const satisfies Prisma.ContractSelect;

const viewColumns = {
  ...summaryColumns,
  priceCents: true,
  vatRateBp: true,
  roundingMinutes: true,
  atEnd: true,
  carriedInto: { select: { reference: true } },
  carriedFrom: { select: { reference: true } },
  createdAt: true,
  createdBy: { select: { name: true } },
  updatedAt: true,
} as const satisfies Prisma.ContractSelect;

export const CONTRACT_FILTERS = ["live", "alerts", "ended", "all"] as const;
export type ContractFilter = (typeof CONTRACT_FILTERS)[number];

/** A place in the list: the day of the end, and the id. */
export type ContractCursor = { endsOn: string; id: string };
export type ContractPage = { items: ContractSummary[]; next: ContractCursor | null };

const PAGE = 30;

/** The desk's contracts: those that end first before the others; what has ended, the latest first. Searched by organization, name or reference. */
export async function listContracts(ctx: Context<StaffActor>, { filter, search, after }: { filter: ContractFilter; search?: string; after?: ContractCursor }): Promise<ContractPage> {
  const { db, actor, now } = ctx;
  if (actor.kind !== "staff") return { items: [], next: null };
  const today = fromDay(dayAt(now, DESK_TIME_ZONE));
  const isLatestFirst = filter === "ended" || filter === "all";
  const rows = await db.contract.findMany({
    where: { AND: [visibleContracts(actor), filterOf(filter, today), search ? matching(search) : {}, after ? beyond(after, isLatestFirst) : {}] },
    orderBy: [{ endsOn: isLatestFirst ? "desc" : "asc" }, { id: "asc" }],
    take: PAGE + 1,
    select: summaryColumns,
  });
  const items = await summaries(ctx, rows.slice(0, PAGE));
  const last = items.at(-1);
  return { items, next: rows.length > PAGE && last ? { endsOn: last.endsOn, id: last.id } : null };
}

/** How many contracts something was told of that are not over, for the desk. */
export async function countContractAlerts({ db, actor, now }: Context<StaffActor>): Promise<number> {
  if (actor.kind !== "staff") return 0;
  return db.contract.count({ where: { AND: [visibleContracts(actor), filterOf("alerts", fromDay(dayAt(now, DESK_TIME_ZONE)))] } });
}

/** The contracts that a customer may see, those in force first. An organization has a handful. */
export async function listOwnContracts(ctx: Context<PersonActor>): Promise<ContractSummary[]> {
  if (ctx.actor.kind !== "customer") return [];
  const rows = await ctx.db.contract.findMany({ where: visibleContracts(ctx.actor), orderBy: [{ endsOn: "desc" }, { id: "asc" }], take: 100, select: summaryColumns });
  const all = await summaries(ctx, rows);
  const order: ContractState[] = ["in-force", "upcoming", "waiting", "ended"];
  return all.sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state) || (one.state === "ended" ? other.endsOn.localeCompare(one.endsOn) : one.endsOn.localeCompare(other.endsOn)));
}

/** A contract that the actor may see; null when there is none. */
export async function findContract(ctx: Context<PersonActor>, reference: string): Promise<ContractView | null> {
  const row = await ctx.db.contract.findFirst({ where: { AND: [visibleContracts(ctx.actor), { reference }] }, select: viewColumns });
  if (!row) return null;
  const [summary] = await summaries(ctx, [row]);
  return {
    ...summary!,
    organizationId: row.organizationId,
    priceCents: row.priceCents,
    vatRateBp: row.vatRateBp,
    roundingMinutes: row.roundingMinutes,
    atEnd: row.atEnd,
    authorisers: row.authorisers,
    authoriserNames: row.namedAuthorisers.map(({ user }) => user.name).sort((one, other) => one.localeCompare(other, "es")),
    authoriserIds: row.namedAuthorisers.map(({ userId }) => userId),
    settledAt: row.settledAt ? toInstant(row.settledAt).toString() : null,
    carriedInto: row.carriedInto?.reference ?? null,
    carriedFrom: row.carriedFrom.map((each) => each.reference),
    createdAt: toInstant(row.createdAt).toString(),
    createdBy: row.createdBy?.name ?? null,
    version: row.updatedAt.toISOString(),
  };
}

/** How a contract's hours were used, for the desk's picture of it. */
export async function findContractUse({ db, actor }: Context<StaffActor>, reference: string): Promise<UseOverTime | null> {
  if (actor.kind !== "staff") return null;
  const row = await db.contract.findFirst({ where: { AND: [visibleContracts(actor), { reference }] }, select: { id: true } });
  return row && readUseOverTime(db, row.id);
}

type SummaryRow = Prisma.ContractGetPayload<{ select: typeof summaryColumns }>;

async function summaries({ db, actor, now }: Context<Actor>, rows: readonly SummaryRow[]): Promise<ContractSummary[]> {
  const balances = await readBalances(db, rows.map(({ id }) => id));
  const today = dayAt(now, DESK_TIME_ZONE);
  return rows.map(({ organizationId, organization, startsOn, endsOn, settledAt, authorisers, namedAuthorisers, notices, ...row }): ContractSummary => {
    const balance: Balance = balances.get(row.id) ?? NOTHING;
    return {
      id: row.id,
      reference: row.reference,
      name: row.name,
      overageLimitMinutes: row.overageLimitMinutes,
      organization: organization.name,
      startsOn: toDay(startsOn).toString(),
      endsOn: toDay(endsOn).toString(),
      state: stateOf({ startsOn: toDay(startsOn), endsOn: toDay(endsOn), isSettled: settledAt !== null }, today),
      balance,
      usedPercent: usedPercent(balance),
      notices: notices.map(({ kind }) => kind),
      mayAuthorise: mayAuthorise(actor, { organizationId, authorisers, authoriserIds: namedAuthorisers.map(({ userId }) => userId) }),
    };
  });
}

function stateOf({ startsOn, endsOn, isSettled }: { startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate; isSettled: boolean }, today: Temporal.PlainDate): ContractState {
  if (isSettled) return "ended";
  if (isOver(endsOn, today)) return "waiting";
  return Temporal.PlainDate.compare(today, startsOn) < 0 ? "upcoming" : "in-force";
}

function filterOf(filter: ContractFilter, today: Date): Prisma.ContractWhereInput {
  switch (filter) {
    case "live":
      return { settledAt: null };
    case "alerts":
      return { settledAt: null, endsOn: { gte: today }, notices: { some: {} } };
    case "ended":
      return { settledAt: { not: null } };
    case "all":
      return {};
    default:
      return filter satisfies never;
  }
}

function matching(text: string): Prisma.ContractWhereInput {
  const contains = { contains: text, mode: "insensitive" as const };
  return { OR: [{ name: contains }, { reference: contains }, { organization: { name: contains } }] };
}

function beyond({ endsOn, id }: ContractCursor, isLatestFirst: boolean): Prisma.ContractWhereInput {
  const day = fromDay(Temporal.PlainDate.from(endsOn));
  return { OR: [{ endsOn: isLatestFirst ? { lt: day } : { gt: day } }, { endsOn: day, id: { gt: id } }] };
}
