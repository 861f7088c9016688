import type { PersonActor } from "@/lib/auth/actor";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { findRule } from "@/lib/automation/queries";
import { findConversation, listConversations } from "@/lib/chat/queries";
import { createArticle } from "@/lib/kb/articles/commands/create-article";
import { listArticleVersions } from "@/lib/kb/articles/queries";
import { handOverTickets } from "@/lib/security/commands/hand-over-tickets";
import { activateStaff, deactivateStaff } from "@/lib/security/commands/staff-access";
import { findStaffMember, listStaff } from "@/lib/security/staff-queries";
import { assignTicket } from "@/lib/tickets/commands/assign-ticket";
import { findTicketForStaff, listAssignees } from "@/lib/tickets/staff-queries";
import { ruleWith } from "@/tests/integration/automation/support/rules";
import { listen, startProcess, until } from "@/tests/integration/realtime/support/streams";
import { ana, carla, diego, elena } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { closedTicket, newTicket, unwrap } from "@/tests/support/factories";
import { signedIn } from "@/tests/support/sessions";

useDatabase();

const ctx = (actor = diego) => ({ db: testDb(), actor, now: NOON });
const NOW_OK = { ok: true, data: null };

afterEach(async () => {
  await testDb().user.updateMany({ where: { role: { not: "customer" } }, data: { suspendedAt: null, sessionVersion: 1 } });
  await testDb().user.update({ where: { id: elena.userId }, data: { role: "agent" } });
});

async function assignedTo(assigneeId: string): Promise<{ id: string; reference: string }> {
  const ticket = await newTicket();
  unwrap(await assignTicket(ctx(), { ticketId: ticket.id, assigneeId }));
  return ticket;
}

describe("somebody who leaves the desk", () => {
  it("is out at once, with every session and stream, and can come back", async () => {
    const running = startProcess();
    try {
      const sessionId = await signedIn(carla);
      const stream = await listen(running.hub, carla, { claim: { sessionId } });
      expect(await deactivateStaff(ctx(), { userId: carla.userId })).toEqual(NOW_OK);
      await until(() => !stream.isOpen());
      const claim = { userId: carla.userId, sessionVersion: 1, sessionId };
      expect(await findPersonOfSession({ db: testDb() }, claim)).toBeNull();
      expect(await deactivateStaff(ctx(), { userId: carla.userId })).toEqual({ ok: false, code: "INACTIVE_ALREADY" });
      expect((await listAssignees(ctx())).map(({ id }) => id)).not.toContain(carla.userId);

      expect(await activateStaff(ctx(), { userId: carla.userId })).toEqual(NOW_OK);
      // The sessions of before stay ended: whoever comes back signs in.
      expect(await findPersonOfSession({ db: testDb() }, { ...claim, sessionVersion: 2 })).toBeNull();
      expect(await activateStaff(ctx(), { userId: carla.userId })).toEqual({ ok: false, code: "ACTIVE_ALREADY" });
    } finally {
      await running.stop();
    }
  });

  it("leaves the tickets where they are, until they are given on in one step", async () => {
    const [first, second] = [await assignedTo(carla.userId), await assignedTo(carla.userId)];
    const done = await closedTicket();
    await testDb().ticket.update({ where: { id: done.id }, data: { assigneeId: carla.userId } });
    unwrap(await deactivateStaff(ctx(), { userId: carla.userId }));
    expect((await findStaffMember(ctx(), { userId: carla.userId }))?.tickets.map(({ reference }) => reference).sort()).toEqual([first.reference, second.reference].sort());

    expect(await handOverTickets(ctx(), { userId: carla.userId, to: carla.userId })).toEqual({ ok: false, code: "UNKNOWN_ASSIGNEE" });
    expect(await handOverTickets(ctx(), { userId: carla.userId, to: elena.userId })).toEqual({ ok: true, data: { count: 2 } });
    const rows = await testDb().ticket.findMany({ where: { id: { in: [first.id, second.id, done.id] } }, select: { id: true, assigneeId: true } });
    expect(Object.fromEntries(rows.map(({ id, assigneeId }) => [id, assigneeId]))).toEqual({ [first.id]: elena.userId, [second.id]: elena.userId, [done.id]: carla.userId });
    const event = await testDb().ticketEvent.findFirstOrThrow({ where: { ticketId: first.id }, orderBy: { id: "desc" } });
    expect(event).toMatchObject({ type: "ticket.assigned", actorId: diego.userId, data: { from: carla.userId, to: elena.userId } });

    expect(await handOverTickets(ctx(), { userId: elena.userId, to: undefined })).toEqual({ ok: true, data: { count: 2 } });
    expect(await testDb().ticket.count({ where: { assigneeId: elena.userId } })).toBe(0);
  });

  it("keeps the name in what is past, as the desk reads it", async () => {
    const ticket = await assignedTo(carla.userId);
    unwrap(await deactivateStaff(ctx(), { userId: carla.userId }));
    const view = await findTicketForStaff(ctx(), ticket.reference);
    expect(view?.assignee?.name).toBe("Carla Ríos (inactivo)");
    expect(view?.thread.flatMap((each) => (each.entry === "event" && each.type === "ticket.assigned" ? [each.data.to] : []))).toEqual(["Carla Ríos (inactivo)"]);
    expect((await listStaff(ctx())).at(-1)).toMatchObject({ name: "Carla Ríos", isActive: false, openTickets: expect.any(Number) });
    expect((await findStaffMember(ctx(), { userId: carla.userId }))?.events[0]).toMatchObject({ type: "staff.deactivated", actorName: "Diego Mora" });
  });

  it("is marked wherever the desk reads or chooses names; customers read the name alone", async () => {
    const at = new Date(NOON.epochMilliseconds);
    const talk = await testDb().conversation.create({ data: { customerId: ana.userId, organizationId: ana.organizationId, agentId: carla.userId, startKey: crypto.randomUUID(), state: "closed", closedAt: at, closedWhy: "silence", startedAt: at, assignedAt: at, lastCustomerAt: at, lastSeq: 1 } });
    await testDb().conversationMessage.create({ data: { conversationId: talk.id, seq: 1, kind: "text", authorId: carla.userId, isStaff: true, clientMessageId: crypto.randomUUID(), body: "Hola", createdAt: at } });
    const category = await testDb().kbCategory.create({ data: { slug: "de-carla", name: "Prueba", description: "", position: 99 } });
    const { articleId } = unwrap(await createArticle(ctx(carla), { title: "De Carla", summary: "S", body: "Texto", tags: [], note: "", audience: "public", categoryId: category.id }));
    const ruleId = await ruleWith({ assignTo: carla.userId }, { isOn: false });
    unwrap(await deactivateStaff(ctx(), { userId: carla.userId }));

    const gone = "Carla Ríos (inactivo)";
    expect((await listConversations(ctx())).closed.map(({ agentName }) => agentName)).toEqual([gone]);
    const read = async (actor: PersonActor) => (await findConversation({ ...ctx(), actor }, talk.id))!;
    expect([(await read(diego)).agentName, (await read(diego)).messages[0]?.authorName]).toEqual([gone, gone]);
    expect([(await read(ana)).agentName, (await read(ana)).messages[0]?.authorName]).toEqual(["Carla Ríos", "Carla Ríos"]);
    expect((await listArticleVersions(ctx(), articleId)).map(({ author }) => author)).toEqual([gone]);
    expect((await findRule(ctx(), ruleId))?.names[carla.userId]).toBe(gone);
  });

  it("is never deleted by the database", async () => {
    await assignedTo(carla.userId);
    unwrap(await deactivateStaff(ctx(), { userId: carla.userId }));
    await expect(testDb().user.delete({ where: { id: carla.userId } })).rejects.toThrow(/[Ff]oreign key/);
  });
});

describe("the last administrator", () => {
  it("stays: nobody takes their own access", async () => {
    expect(await deactivateStaff(ctx(), { userId: diego.userId })).toEqual({ ok: false, code: "OWN_ACCOUNT" });
  });

  it("stays when two take each other's at the same moment", async () => {
    await testDb().user.update({ where: { id: elena.userId }, data: { role: "admin" } });
    const second = { ...elena, role: "admin" as const };
    const answers = await Promise.all([deactivateStaff(ctx(), { userId: elena.userId }), deactivateStaff(ctx(second as typeof diego), { userId: diego.userId })]);
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["FORBIDDEN", "ok"]);
    expect(await testDb().user.count({ where: { role: "admin", suspendedAt: null } })).toBe(1);
  });
});
