import { randomUUID } from "node:crypto";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findClusterOf, listClusters } from "@/lib/tickets/clusters";
import { addNote } from "@/lib/tickets/commands/add-note";
import { addToTicket } from "@/lib/tickets/commands/add-to-ticket";
import { writeArticleFromTicket } from "@/lib/tickets/commands/article-from-ticket";
import { assignTicket } from "@/lib/tickets/commands/assign-ticket";
import { changeDepartment } from "@/lib/tickets/commands/change-department";
import { changePriority } from "@/lib/tickets/commands/change-priority";
import { changeService } from "@/lib/tickets/commands/change-service";
import { changeStatus, closeTicket, reopenTicket } from "@/lib/tickets/commands/change-status";
import { discardDraft, saveDraft } from "@/lib/drafts/commands";
import { lookAtTicket } from "@/lib/tickets/commands/look-at-ticket";
import { markDifferent, withdrawDifferent } from "@/lib/tickets/commands/mark-different";
import { markTicketRead } from "@/lib/tickets/commands/mark-ticket-read";
import { mergeTicket } from "@/lib/tickets/commands/merge-ticket";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { openTickets } from "@/lib/tickets/commands/open-tickets";
import { snoozeTicket, wakeTicket } from "@/lib/tickets/commands/snooze-ticket";
import { readSealedValue } from "@/lib/tickets/commands/read-sealed-value";
import { recordOpenedDuplicate } from "@/lib/tickets/commands/record-opened-duplicate";
import { replyToTicket, staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { checkDraft, findKeptDraft } from "@/lib/drafts/queries";
import { listUnsentDrafts } from "@/lib/tickets/unsent-drafts";
import { editDepartment } from "@/lib/tickets/commands/edit-department";
import { listDepartmentSettings } from "@/lib/tickets/department-settings";
import { listDealings } from "@/lib/tickets/dealings";
import { exportDecisions } from "@/lib/tickets/export-decisions";
import { checkReceipt, findReceipt } from "@/lib/tickets/receipts";
import { countCustomerTickets, findTicketForCustomer, listCustomerTickets, suggestDuplicates } from "@/lib/tickets/queries";
import { getNewTicketOptions } from "@/lib/tickets/new-ticket-options";
import { listSentWith } from "@/lib/tickets/sent-with";
import { countQueues, findTicketForStaff, listAssignees, listDepartments, listQueue, searchTicketList, similarTickets } from "@/lib/tickets/staff-queries";
import { recordOpenedArticle, recordShownArticles } from "@/lib/tickets/ticket-articles";
import type { TicketStatus } from "@/lib/tickets/types";
import { NOON } from "@/tests/support/clock";
import { testDb } from "@/tests/support/db";
import { departmentId, openInput, ticketRow } from "@/tests/support/factories";
import { code } from "@/tests/integration/matrix/support/rows";
import type { World } from "@/tests/integration/matrix/support/world";

type Run<C> = (ctx: C, world: World) => Promise<string>;

/** What is called, by whom it can be called at all, and what came of it in one word. */
export type Operation = {
  /** The actors that the function takes by its type. */
  callableBy: "customer" | "staff" | "person";
  /** A command that a customer's actor must be refused by at run time too, should a type ever be cast away. */
  refusesCustomersItself?: boolean;
  status?: TicketStatus;
  run: Run<Context<never>>;
};

export const TICKET_OPERATIONS: Record<string, Operation> = {
  listCustomerTickets: customer(async (ctx, { ticket }) => contains((await listCustomerTickets(ctx, { filter: "all" })).items, ticket.id)),
  "listCustomerTickets(search)": customer(async (ctx, { ticket, text }) => contains((await listCustomerTickets(ctx, { filter: "all", search: text.subject })).items, ticket.id)),
  countCustomerTickets: customer(async (ctx, { ticket, setStatus }) => {
    const before = await countCustomerTickets(ctx);
    await setStatus(ticket.id, "closed");
    return before.live === (await countCustomerTickets(ctx)).live ? "none" : "sees";
  }),
  findTicketForCustomer: customer(async (ctx, { ticket }) => ((await findTicketForCustomer(ctx, ticket.reference)) ? "sees" : "none")),
  getNewTicketOptions: customer(async (ctx, { product }) => contains((await getNewTicketOptions(ctx)).products, product.id)),
  suggestDuplicates: customer(async (ctx, { ticket, text }) => ((await suggestDuplicates(ctx, text)).some((each) => each.ticketId === ticket.id) ? "sees" : "none")),
  openTicket: customer(async (ctx, { product }) => code(await openTicket(ctx, await openInput({ productId: product.id })))),
  openTickets: customer(async (ctx, { product }) => code(await openTickets(ctx, { submissionKey: randomUUID(), attachments: [], tickets: [await openInput(), await openInput({ productId: product.id })] }))),
  addToTicket: customer(async (ctx, { ticket }) => code(await addToTicket(ctx, { ...message(ticket.id), subject: "" }))),
  replyToTicket: customer(async (ctx, { ticket }) => code(await replyToTicket(ctx, message(ticket.id)))),
  recordOpenedDuplicate: customer(async (ctx, { ticket }) => code(await recordOpenedDuplicate(ctx, { candidateTicketId: ticket.id, submissionKey: randomUUID(), subject: "", body: "" }))),
  recordShownArticles: customer(async (ctx, { article, articleOfOwner }) => {
    await recordShownArticles(ctx, { submissionKey: article.submissionKey, shown: [{ id: article.id, kind: "article" }] });
    return (await articleOfOwner()).isThere ? "ok" : "own";
  }),
  recordOpenedArticle: customer(async (ctx, { article, articleOfOwner }) => {
    const done = await recordOpenedArticle(ctx, { submissionKey: article.submissionKey, kind: "article", id: article.id });
    if (!done.ok) return done.code;
    return (await articleOfOwner()).isOpened ? "ok" : "own";
  }),

  findReceipt: person(async (ctx, { ticket }) => ((await findReceipt(ctx, ticket.reference)) ? "sees" : "none")),
  // What its holder can do is told in tickets/receipts.test.ts; here nobody has the hash.
  checkReceipt: person(async (ctx, { ticket }) => ((await checkReceipt(ctx, { reference: ticket.reference, hash: "0".repeat(64) })) ? "sees" : "none")),
  listSentWith: person(async (ctx, { ticket, likeness, sendTogether }) => {
    const sentWith = await listSentWith(ctx, { id: ticket.id, batchId: await sendTogether() });
    return sentWith.some((each) => each.reference === likeness.reference) ? "sees" : "none";
  }),
  findKeptDraft: person(async (ctx, { draft }) => ((await findKeptDraft(ctx, draft.slot))?.data.body === draft.body ? "sees" : "none")),
  checkDraft: person(async (ctx, { draft, owner }) => {
    const pretending = await checkDraft(ctx, { slot: draft.slot, owner: owner.userId });
    const own = await checkDraft(ctx, { slot: draft.slot, owner: ctx.actor.userId });
    if (!pretending.ok && (!own.ok || own.data.draft)) throw new Error("another one's draft was shown");
    return pretending.ok ? (pretending.data.draft?.data.body === draft.body ? "sees" : "none") : pretending.code;
  }),
  listUnsentDrafts: customer(async (ctx, { draft }) => ((await listUnsentDrafts(ctx)).some((each) => each.excerpt === draft.body) ? "sees" : "none")),
  saveDraft: person(async (ctx, { draft, draftBody, owner }) => {
    const [base, version] = [draft.version, randomUUID()];
    const pretending = await saveDraft(ctx, { slot: draft.slot, data: { body: "cambiado" }, base, unheard: [], version, owner: owner.userId });
    if (!pretending.ok) await saveDraft(ctx, { slot: draft.slot, data: { body: "cambiado" }, base: null, unheard: [base], version, owner: ctx.actor.userId });
    return (await draftBody()) === draft.body ? "own" : "ok";
  }),
  discardDraft: person(async (ctx, { draft, draftBody }) => {
    await discardDraft(ctx, { slot: draft.slot });
    return (await draftBody()) === draft.body ? "own" : "ok";
  }),
  closeTicket: person(async (ctx, { ticket }) => code(await closeTicket(ctx, { ticketId: ticket.id }))),
  reopenTicket: { ...person(async (ctx, { ticket }) => code(await reopenTicket(ctx, message(ticket.id)))), status: "solved" },
  markTicketRead: person(async (ctx, { ticket }) => code(await markTicketRead(ctx, { ticketId: ticket.id }))),

  listQueue: staff(async (ctx, { ticket }) => contains((await listQueue(ctx, { queue: "all" })).items, ticket.id)),
  countQueues: staff(async (ctx, { ticket, setStatus }) => {
    const before = await countQueues(ctx);
    await setStatus(ticket.id, "closed");
    return before.queues.open === (await countQueues(ctx)).queues.open ? "none" : "sees";
  }),
  searchTicketList: staff(async (ctx, { ticket }) => contains(await searchTicketList(ctx, { text: ticket.reference }), ticket.id)),
  findTicketForStaff: staff(async (ctx, { ticket }) => ((await findTicketForStaff(ctx, ticket.reference)) ? "sees" : "none")),
  similarTickets: staff(async (ctx, { ticket, likeness }) => ((await similarTickets(ctx, likeness.id)).some((each) => each.ticketId === ticket.id) ? "sees" : "none")),
  listDealings: staff(async (ctx, { ticket, owner }) => contains((await listDealings(ctx, owner.organizationId ?? "")).tickets, ticket.id)),
  listClusters: staff(async (ctx, { ticket, linkThree }) => {
    await linkThree();
    return (await listClusters(ctx)).some(({ tickets }) => contains(tickets, ticket.id) === "sees") ? "sees" : "none";
  }),
  findClusterOf: staff(async (ctx, { ticket, linkThree }) => {
    await linkThree();
    return (await findClusterOf(ctx, ticket.id)) ? "sees" : "none";
  }),
  listAssignees: staff(async (ctx) => ((await listAssignees(ctx)).length > 0 ? "sees" : "none")),
  listDepartments: staff(async (ctx) => ((await listDepartments(ctx)).length > 0 ? "sees" : "none")),

  staffReply: command(async (ctx, { ticket }) => code(await staffReply(ctx, { ...message(ticket.id), next: "open" }))),
  addNote: command(async (ctx, { ticket }) => code(await addNote(ctx, message(ticket.id)))),
  writeArticleFromTicket: { ...command(async (ctx, { ticket }) => code(await writeArticleFromTicket(ctx, { ticketId: ticket.id, categoryId: await someCategoryId() }))), status: "solved" },
  lookAtTicket: command(async (ctx, { ticket }) => code(await lookAtTicket(ctx, { ticketId: ticket.id, isLooking: true }))),
  assignTicket: command(async (ctx, { ticket }) => code(await assignTicket(ctx, { ticketId: ticket.id, assigneeId: undefined }))),
  changeDepartment: command(async (ctx, { ticket }) => code(await changeDepartment(ctx, { ticketId: ticket.id, departmentId: await departmentId("desarrollo") }))),
  changePriority: command(async (ctx, { ticket }) => code(await changePriority(ctx, { ticketId: ticket.id, priority: "low" }))),
  changeService: command(async (ctx, { ticket }) => code(await changeService(ctx, { ticketId: ticket.id, service: "paid" }))),
  changeStatus: command(async (ctx, { ticket }) => code(await changeStatus(ctx, { ticketId: ticket.id, move: "put_on_hold" }))),
  snoozeTicket: command(async (ctx, { ticket }) => code(await snoozeTicket(ctx, { ticketId: ticket.id, until: NOON.add({ hours: 48 }) }))),
  wakeTicket: command(async (ctx, { ticket }) => code(await wakeTicket(ctx, { ticketId: ticket.id }))),
  markDifferent: command(async (ctx, { ticket, likeness }) => code(await markDifferent(ctx, { ticketId: ticket.id, candidateTicketIds: [likeness.id] }))),
  withdrawDifferent: command(async (ctx, { ticket, likeness }) => code(await withdrawDifferent(ctx, { ticketId: ticket.id, candidateTicketIds: [likeness.id] }))),
  readSealedValue: command(async (ctx, { sealedId }) => code(await readSealedValue(ctx, { sealedId: await sealedId() }))),
  listDepartmentSettings: command(async (ctx) => ((await listDepartmentSettings(ctx)).length > 0 ? "sees" : "none")),
  editDepartment: command(async (ctx) => code(await editDepartment(ctx, { departmentId: await departmentId("softlik"), name: "Softlik", description: "Licencias", position: 6, isActive: true, isOpenToAll: false, isEssential: false }))),
  exportDecisions: command(async (ctx, { ticket }) => {
    const lines = exportDecisions(ctx, { file: "docs", raw: false });
    if (!lines.ok) return lines.code;
    for await (const line of lines.data) if (line.type === "doc" && line.id === ticket.id) return "sees";
    return "none";
  }),
  mergeTicket: command(async (ctx, { ticket, owner }) => code(await mergeTicket(ctx, { ticketId: ticket.id, intoReference: (await ticketRow({ requester: owner })).reference }))),
};

function customer(run: Run<Context<CustomerActor>>): Operation {
  return { callableBy: "customer", run };
}

function person(run: Run<Context<PersonActor>>): Operation {
  return { callableBy: "person", run };
}

function staff(run: Run<Context<StaffActor>>): Operation {
  return { callableBy: "staff", run };
}

function command(run: Run<Context<StaffActor>>): Operation {
  return { callableBy: "staff", run, refusesCustomersItself: true };
}

function message(ticketId: string) {
  return { ticketId, body: "Un texto.", submissionKey: randomUUID() };
}

async function someCategoryId(): Promise<string> {
  return (await testDb().kbCategory.findFirstOrThrow({ select: { id: true } })).id;
}

function contains(items: { id: string }[], id: string): string {
  return items.some((item) => item.id === id) ? "sees" : "none";
}
