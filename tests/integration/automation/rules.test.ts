import { applyRule } from "@/lib/automation/commands/apply-rule";
import { moveRule, removeRule, switchRule } from "@/lib/automation/commands/govern-rule";
import { saveRule } from "@/lib/automation/commands/save-rule";
import { runCountingRulesJob } from "@/lib/automation/jobs";
import { findRule, listRules, listRuns } from "@/lib/automation/queries";
import { saveRuleSchema } from "@/lib/automation/schema";
import { tryRule } from "@/lib/automation/try-rule";
import { tellTicketEvent } from "@/lib/notifications/tell";
import { changePriority } from "@/lib/tickets/commands/change-priority";
import { replyToTicket } from "@/lib/tickets/commands/reply-to-ticket";
import { findTicketForCustomer } from "@/lib/tickets/queries";
import { findTicketForStaff } from "@/lib/tickets/staff-queries";
import { admin, noRules, ruleWith, runAll, system } from "@/tests/integration/automation/support/rules";
import { eventsOf, targetOf, ticketState } from "@/tests/integration/tickets/support/rows";
import { ana, carla, diego, elena } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { departmentId, newTicket, pendingTicket, solvedTicket, unwrap } from "@/tests/support/factories";

useDatabase();
beforeEach(noRules);

const desk = (now = NOON) => ({ db: testDb(), actor: carla, now });
const outcomes = async (ruleId: string) => (await listRuns(admin(), ruleId)).map((run) => run.outcomes.map(({ action, result, code }) => `${action.kind} ${code ?? result}`));
const codeOf = (result: { ok: boolean; code?: string }) => (result.ok ? "ok" : result.code);

describe("a rule that is on", () => {
  it("does all that it says in the name of the desk, and the ticket's trail and its own log say so", async () => {
    const ruleId = await ruleWith({ name: "Nómina", words: "nómina", note: "Atender hoy: {asunto}", priority: "raise", assignTo: elena.userId, tell: diego.userId, message: "Gracias, {nombre}.", move: "put_on_hold" });
    const { id, reference } = await newTicket({ priority: "low", subject: "Sistema de nómina detenido" });
    expect(await runAll()).toBeGreaterThan(0);
    expect(await ticketState(id)).toMatchObject({ priority: "medium", assignee: "Elena Cruz", status: "on_hold" });
    expect((await eventsOf(id)).filter((event) => event.endsWith("the system"))).toEqual(["ticket.rule-applied", "ticket.noted", "ticket.priority-changed", "ticket.assigned", "ticket.escalated", "ticket.replied", "ticket.put-on-hold"].map((type) => `${type} by the system`));
    expect(await outcomes(ruleId)).toEqual([["note done", "priority done", "assign done", "tell done", "message done", "status done"]]);

    const seen = await findTicketForStaff(desk(), reference);
    const entries = seen!.thread.flatMap((entry) => (entry.entry === "event" ? (entry.type === "ticket.rule-applied" ? [entry.data.rule] : []) : [`${entry.entry} ${entry.authorName} ${entry.html.replace(/<[^>]+>/g, "").trim()}`]));
    expect(entries.toSorted()).toEqual(["Nómina", "message Mensaje automático de la mesa Gracias, Ana Torres.", "note Mensaje automático de la mesa Atender hoy: Sistema de nómina detenido"].toSorted());
    const shown = await findTicketForCustomer({ db: testDb(), actor: ana, now: NOON }, reference);
    expect(JSON.stringify(shown!.thread)).not.toMatch(/Atender hoy|rule-applied|escalated/);
    // A message of a rule is no answer: it is still owed.
    expect(await targetOf(id, "first_response")).toMatchObject({ fulfilledAt: null });

    const escalated = await testDb().ticketEvent.findFirstOrThrow({ where: { ticketId: id, type: "ticket.escalated" } });
    await tellTicketEvent({ db: testDb(), now: NOON }, { eventId: escalated.id });
    expect(await testDb().notification.findMany({ where: { ticketEventId: escalated.id }, select: { userId: true, topic: true } })).toEqual([{ userId: diego.userId, topic: "escalations" }]);
  });

  it("leaves alone what does not match, and what would not change", async () => {
    const ruleId = await ruleWith({ words: "nómina", priority: "low" });
    await newTicket({ priority: "medium" });
    await newTicket({ priority: "low", subject: "La nómina" });
    await runAll();
    expect(await outcomes(ruleId)).toEqual([]);
  });

  it("is held to what a person is held to, and does the rest", async () => {
    const ruleId = await ruleWith({ priority: "high", note: "Visto." });
    await newTicket({ priority: "medium" });
    await runAll();
    expect(await outcomes(ruleId)).toEqual([["note done", "priority PRIORITY_NEEDS_AUTHORISATION"]]);
  });

  it("acts on nothing from before it was switched on, and on nothing once it is off", async () => {
    const early = await newTicket({ priority: "low", at: NOON.subtract({ hours: 1 }) });
    const ruleId = await ruleWith({ priority: "raise" });
    const opened = await testDb().ticketEvent.findFirstOrThrow({ where: { ticketId: early.id, type: "ticket.opened" } });
    const cause = { ruleId, ticketId: early.id, cause: `event:${opened.id}`, chain: [], occurredAt: NOON.subtract({ hours: 1 }) };
    expect(await applyRule(system(NOON), cause)).toBe("skipped");
    const late = await newTicket({ priority: "low" });
    unwrap(await switchRule(admin(), { ruleId, version: 0, to: "off" }));
    await runAll();
    expect([await ticketState(early.id), await ticketState(late.id)]).toMatchObject([{ priority: "low" }, { priority: "low" }]);
  });

  it("enqueues nothing while no rule is on", async () => {
    await ruleWith({ priority: "raise" }, { isOn: false });
    await newTicket({ priority: "low" });
    expect(await runAll()).toBe(0);
  });

  it("acts once on a cause, however often and at once it is asked", async () => {
    const ruleId = await ruleWith({ note: "Una vez." });
    const { id } = await newTicket();
    const { id: eventId } = await testDb().ticketEvent.findFirstOrThrow({ where: { ticketId: id, type: "ticket.opened" } });
    const ask = () => applyRule(system(NOON), { ruleId, ticketId: id, cause: `event:${eventId}`, chain: [], occurredAt: NOON });
    expect((await Promise.all([ask(), ask(), ask()])).toSorted()).toEqual(["applied", "skipped", "skipped"]);
    expect(await testDb().ticketNote.count({ where: { ticketId: id } })).toBe(1);
  });
});

describe("rules that answer each other", () => {
  it("end: none acts again on what came of it", async () => {
    const up = await ruleWith({ name: "Sube", trigger: "priority_changed", priority: "medium" });
    await ruleWith({ name: "Baja", trigger: "priority_changed", priority: "low" });
    const { id } = await newTicket({ priority: "medium" });
    unwrap(await changePriority(desk(), { ticketId: id, priority: "low" }));
    await runAll();
    // Both answer the desk, then the one what came of the other; what came of both answers nobody.
    const runs = await testDb().automationRun.findMany({ where: { ticketId: id }, orderBy: { at: "asc" }, select: { chain: true } });
    expect(runs.map(({ chain }) => chain.map((each) => (each === up ? "up" : "down")).join(">")).toSorted()).toEqual(["down", "down>up", "up"]);
  });

  it("a rule does not answer its own message, and one that goes wild stops at its cap, for all to see", async () => {
    const ruleId = await ruleWith({ trigger: "customer_replied", message: "Recibido.", maxPerHour: "2" });
    const { id } = await newTicket();
    for (const body of ["uno", "dos", "tres", "cuatro"]) {
      unwrap(await replyToTicket({ db: testDb(), actor: ana, now: NOON }, { ticketId: id, body, submissionKey: crypto.randomUUID() }));
      await runAll();
    }
    expect(await testDb().ticketMessage.count({ where: { ticketId: id, isStaff: true } })).toBe(2);
    const stopped = await findRule(admin(), ruleId);
    expect(stopped).toMatchObject({ state: "stopped", stoppedAt: NOON.toString({ smallestUnit: "millisecond" }) });
    // Looked at and switched on again, it counts anew.
    const later = NOON.add({ seconds: 1 });
    unwrap(await switchRule(admin(later), { ruleId, version: stopped!.version, to: "on" }));
    unwrap(await replyToTicket({ db: testDb(), actor: ana, now: later }, { ticketId: id, body: "cinco", submissionKey: crypto.randomUUID() }));
    await runAll(later);
    expect(await testDb().ticketMessage.count({ where: { ticketId: id, isStaff: true } })).toBe(3);
  });
});

describe("a rule that counts business days", () => {
  it("acts once on a wait that reached them after it was switched on, weekends left out", async () => {
    // Friday 20th at ten: two business days are over on Tuesday 24th at ten.
    const friday = at("2026-11-20T10:00");
    const ruleId = await ruleWith({ trigger: "waiting", triggerDays: "2", note: "Llamar." }, { now: friday });
    const { id } = await pendingTicket({ at: friday });
    const before = await pendingTicket({ at: at("2026-11-17T10:00") }); // was due on the 19th
    const run = (now: Temporal.Instant) => runCountingRulesJob.run(system(now), {});
    await run(at("2026-11-24T09:59"));
    expect(await outcomes(ruleId)).toEqual([]);
    await run(at("2026-11-24T10:00"));
    await run(at("2026-11-24T10:05"));
    expect(await outcomes(ruleId)).toEqual([["note done"]]);
    expect(await testDb().ticketNote.count({ where: { ticketId: { in: [id, before.id] } } })).toBe(1);
  });

  it("closes what is solved since then", async () => {
    const wednesday = at("2026-11-25T12:00");
    await ruleWith({ trigger: "solved_since", triggerDays: "1", move: "close" }, { now: wednesday });
    const { id } = await solvedTicket({ at: wednesday });
    await runCountingRulesJob.run(system(at("2026-11-26T12:00")), {});
    expect(await ticketState(id)).toMatchObject({ status: "closed" });
  });
});

describe("trying a rule on past tickets", () => {
  it("says which would have matched as they were then, what would be done, and writes nothing", async () => {
    const { id, reference } = await newTicket({ priority: "low", subject: "Certificado vencido" });
    unwrap(await changePriority(desk(NOON.add({ hours: 1 })), { ticketId: id, priority: "medium" }));
    const ruleId = await ruleWith({ words: "certificado", priorities: ["low"], priority: "medium", note: "x" }, { isOn: false });
    const counts = async () => [await testDb().ticketEvent.count(), await testDb().automationRun.count(), await testDb().ticketNote.count()];
    const before = await counts();
    const trial = await tryRule(admin(NOON.add({ hours: 2 })), ruleId);
    expect(trial!.matches.map(({ ticket, at: when, planned }) => [ticket.reference, when, planned.map(({ action, result }) => `${action.kind} ${result}`)])).toEqual([[reference, NOON.toString(), ["note done", "priority done"]]]);
    expect(await counts()).toEqual(before);
  });

  it("knows when three quarters of a promise were over, though no trail of then says so", async () => {
    const { reference } = await newTicket({ at: NOON, subject: "Aviso de plazo" });
    const ruleId = await ruleWith({ trigger: "sla_warned", words: "aviso de plazo", note: "x" }, { isOn: false });
    const at75 = at("2026-11-24T12:00");
    expect((await tryRule(admin(at75.subtract({ minutes: 1 })), ruleId))!.matches).toEqual([]);
    expect((await tryRule(admin(at75), ruleId))!.matches).toMatchObject([{ ticket: { reference }, at: at75.toString() }]);
  });
});

describe("writing rules", () => {
  const form = (more: Record<string, unknown>) => saveRuleSchema.parse({ version: "0", name: "Regla", trigger: "opened", note: "x", maxPerHour: "60", ...more });

  it("over the version that was seen, and an edited rule is off until it is switched on again", async () => {
    const ruleId = await ruleWith({ note: "x" });
    const { version } = (await findRule(admin(), ruleId))!;
    expect(await saveRule(admin(), form({ ruleId, version: version - 1, name: "Otra" }))).toMatchObject({ code: "RULE_CHANGED", details: { version: String(version), theirs: { name: "Regla", note: "x" } } });
    unwrap(await saveRule(admin(), form({ ruleId, version, name: "Otra" })));
    expect(await findRule(admin(), ruleId)).toMatchObject({ name: "Otra", state: "off", version: version + 1 });
    expect(codeOf(await switchRule(admin(), { ruleId, version, to: "on" }))).toBe("RULE_CHANGED_UNSEEN");
  });

  it("with names that there are", async () => {
    expect(await saveRule(admin(), form({ organizations: "ACME\nNadie S.A." }))).toMatchObject({ code: "RULE_UNKNOWN_ORGANIZATION" });
    expect(codeOf(await saveRule(admin(), form({ departmentIds: [crypto.randomUUID()] })))).toBe("UNKNOWN_DEPARTMENT");
    expect(codeOf(await saveRule(admin(), form({ assignTo: ana.userId })))).toBe("UNKNOWN_ASSIGNEE");
    const { ruleId } = unwrap(await saveRule(admin(), form({ departmentIds: [await departmentId("desarrollo")] })));
    expect(Object.values((await findRule(admin(), ruleId))!.names)).toEqual(["Desarrollo"]);
  });

  it("in an order that one moves by steps, and out of the list for good", async () => {
    const ids = [await ruleWith({ name: "A", note: "x" }), await ruleWith({ name: "B", note: "x" }), await ruleWith({ name: "C", note: "x" })];
    const order = async () => (await listRules(admin())).map(({ name }) => name).join("");
    unwrap(await moveRule(admin(), { ruleId: ids[2]!, direction: "up" }));
    expect(await order()).toBe("ACB");
    unwrap(await moveRule(admin(), { ruleId: ids[0]!, direction: "up" }));
    expect(await order()).toBe("ACB");
    const { version } = (await findRule(admin(), ids[1]!))!;
    unwrap(await removeRule(admin(), { ruleId: ids[1]!, version }));
    expect(await order()).toBe("AC");
    expect(codeOf(await saveRule(admin(), form({ ruleId: ids[1], version })))).toBe("RULE_GONE");
  });
});
