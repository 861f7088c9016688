import "server-only";
import { initialsOf } from "@/components/ui/avatar";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { getTranslator } from "@/lib/i18n/translator";
import { businessMinutesBetween } from "@/lib/sla/business-time";
import { getSlaInForce, type SlaInForce } from "@/lib/sla/queries";
import { listDepartments, listQueue, searchTicketList } from "@/lib/tickets/staff-queries";
import type { TicketListItem } from "@/lib/tickets/types";
import { dueLabel } from "./due-label";
import { hrefOfList, hrefOfTicket, type ListAddress } from "./list-address";
import { listVersion } from "./list-version";
import type { RowView } from "./row-view";
import { statusWords } from "./status-words";

export type LoadedList = {
  address: ListAddress;
  title: string;
  /** The department's name when the list is of one. */
  departmentName: string | null;
  rows: RowView[];
  version: string;
  nextHref: string | null;
};

/** A list in the words that the rows show. */
export async function loadList(ctx: Context<StaffActor>, address: ListAddress): Promise<LoadedList> {
  const [{ items, nextCursor, departmentName }, sla] = await Promise.all([readItems(ctx, address), getSlaInForce(ctx)]);
  const t = getTranslator("agent");
  return {
    address,
    title: address.kind === "search" ? t("titles.search") : t(`queues.${address.queue}`),
    departmentName,
    rows: rowViews(items, { address, sla, now: ctx.now }),
    version: listVersion(items),
    nextHref: address.kind === "queue" && nextCursor ? hrefOfList({ ...address, cursor: nextCursor }) : null,
  };
}

/** What the list would show now, by the name that tells whether it changed; null for a search. */
export async function readListVersion(ctx: Context<StaffActor>, address: ListAddress): Promise<string | null> {
  if (address.kind === "search") return null;
  return listVersion((await readItems(ctx, address)).items);
}

type Items = { items: TicketListItem[]; nextCursor: string | null; departmentName: string | null };

async function readItems(ctx: Context<StaffActor>, address: ListAddress): Promise<Items> {
  if (address.kind === "search") {
    const items = address.text === "" ? [] : await searchTicketList(ctx, { text: address.text });
    return { items, nextCursor: null, departmentName: null };
  }
  const department = address.department ? await findDepartment(ctx, address.department) : null;
  // A department that there is not has no tickets; it must not show everybody's.
  if (address.department && !department) return { items: [], nextCursor: null, departmentName: address.department };
  const page = await listQueue(ctx, {
    queue: address.queue,
    ...(department ? { departmentId: department.id } : {}),
    ...(address.cursor ? { cursor: address.cursor } : {}),
  });
  return { ...page, departmentName: department?.name ?? null };
}

async function findDepartment(ctx: Context<StaffActor>, slug: string) {
  const departments = await listDepartments(ctx);
  return departments.find((department) => department.slug === slug) ?? null;
}

function rowViews(items: TicketListItem[], { address, sla, now }: { address: ListAddress; sla: SlaInForce; now: Temporal.Instant }): RowView[] {
  const words = statusWords();
  return items.map((item) => ({
    reference: item.reference,
    href: hrefOfTicket(item.reference, address),
    subject: item.subject,
    from: [item.requesterName, item.organizationName].filter(Boolean).join(" · "),
    department: item.departmentName,
    status: words[item.status],
    assignee: item.assigneeName === null ? null : { name: item.assigneeName, initials: initialsOf(item.assigneeName) },
    isHighPriority: item.priority === "high",
    isUnread: item.isUnread,
    due: item.dueAt === null ? null : dueView(Temporal.Instant.from(item.dueAt), { sla, now }),
  }));
}

function dueView(dueAt: Temporal.Instant, { sla, now }: { sla: SlaInForce; now: Temporal.Instant }): RowView["due"] {
  const remainingMinutes = businessMinutesBetween(sla.calendar, now, dueAt, sla.policy.clock);
  return { at: dueAt.toString(), ...dueLabel({ remainingMinutes, isPast: Temporal.Instant.compare(now, dueAt) > 0 }) };
}
