import { fillText, mayFollow, triggerOf, unknownVariables } from "@/lib/automation/causes";
import { formValuesOf } from "@/lib/automation/form-values";
import { isNeedless, matchesRule, planActions, type RuleFacts } from "@/lib/automation/matching";
import { occasionsOf, type PastEvent } from "@/lib/automation/replay";
import { areRemindersInOrder } from "@/lib/automation/routines";
import type { RuleAction, RuleConditions } from "@/lib/automation/rule";
import { actionsOf, saveRuleSchema } from "@/lib/automation/schema";
import { at } from "@/tests/support/clock";

const ANY: RuleConditions = { departmentIds: [], priorities: [], statuses: [], productKinds: [], organizationIds: [], contract: "any", words: [] };
const FACTS: RuleFacts = { departmentId: "soporte", priority: "low", status: "open", productKind: "email", organizationId: "acme", contractId: null, assigneeId: null, canBeHigh: false, subject: "No salen los correos", body: "Desde ayer. Urgente: es la nómina." };

describe("the conditions of a rule", () => {
  it.each<[string, Partial<RuleConditions>, boolean]>([
    ["none at all", {}, true],
    ["one of several departments", { departmentIds: ["ventas", "soporte"] }, true],
    ["another department", { departmentIds: ["ventas"] }, false],
    ["its priority and state", { priorities: ["low"], statuses: ["new", "open"] }, true],
    ["its priority, but another state", { priorities: ["low"], statuses: ["solved"] }, false],
    ["the kind of its product", { productKinds: ["email"] }, true],
    ["its organization", { organizationIds: ["globex", "acme"] }, true],
    ["a póliza, which it has not", { contract: "with" }, false],
    ["no póliza", { contract: "without" }, true],
    ["a word of its body, without its accent", { words: ["nomina"] }, true],
    ["a phrase across a line", { words: ["correos desde ayer"] }, true],
    ["a word that is only part of one", { words: ["correo"] }, false],
    ["a word of signs alone", { words: ["¡!"] }, false],
  ])("%s: %j is %p", (_name, conditions, expected) => {
    expect(matchesRule({ ...ANY, ...conditions }, FACTS)).toBe(expected);
  });

  it("ask for what a ticket without organization or product cannot have", () => {
    expect(matchesRule({ ...ANY, organizationIds: ["acme"] }, { ...FACTS, organizationId: null })).toBe(false);
    expect(matchesRule({ ...ANY, productKinds: ["email"] }, { ...FACTS, productKind: null })).toBe(false);
  });
});

const results = (actions: RuleAction[], facts: RuleFacts = FACTS) => planActions(actions, facts).map(({ result, code }) => code ?? result);

describe("what a rule would do", () => {
  it("counts what an earlier action changed for the later ones", () => {
    expect(results([{ kind: "priority", to: "raise" }, { kind: "priority", to: "medium" }, { kind: "assign", to: "carla" }, { kind: "assign", to: "carla" }])).toEqual(["done", "needless", "done", "needless"]);
    expect(results([{ kind: "status", move: "close" }, { kind: "message", text: "x" }, { kind: "note", text: "x" }])).toEqual(["done", "TICKET_CLOSED", "done"]);
  });

  it("leaves alta to what has a póliza or an authorised quote", () => {
    expect(results([{ kind: "priority", to: "high" }])).toEqual(["PRIORITY_NEEDS_AUTHORISATION"]);
    expect(results([{ kind: "priority", to: "raise" }], { ...FACTS, priority: "medium", canBeHigh: true })).toEqual(["done"]);
    expect(results([{ kind: "priority", to: "raise" }], { ...FACTS, priority: "high" })).toEqual(["needless"]);
  });

  it("moves a ticket as a person could", () => {
    expect(results([{ kind: "status", move: "put_on_hold" }], { ...FACTS, status: "solved" })).toEqual(["MOVE_NOT_ALLOWED"]);
    expect(results([{ kind: "status", move: "solve" }], { ...FACTS, status: "solved" })).toEqual(["needless"]);
    expect(isNeedless(planActions([{ kind: "status", move: "await_requester" }], { ...FACTS, status: "pending" }))).toBe(true);
  });
});

it("a message of a rule is no answer of the desk, and a rule acts on nothing that came of it", () => {
  expect([triggerOf("ticket.replied", "customer"), triggerOf("ticket.replied", "staff"), triggerOf("ticket.replied", "system")]).toEqual(["customer_replied", "staff_replied", null]);
  expect([mayFollow("a", []), mayFollow("a", ["b"]), mayFollow("a", ["a", "b"])]).toEqual([true, true, false]);
});

it("texts are filled once, and know their variables", () => {
  expect(fillText("{nombre}, {referencia}: {asunto}", { nombre: "{asunto}", referencia: "IMP-1", asunto: "$& x" })).toBe("{asunto}, IMP-1: $& x");
  expect(unknownVariables("{nombre} {cliente} {}")).toEqual(["{cliente}"]);
});

it("the second reminder comes after the first, or not at all", () => {
  const inOrder = (first: number, second: number) => areRemindersInOrder({ firstReminderDays: first, secondReminderDays: second });
  expect([inOrder(2, 5), inOrder(0, 0), inOrder(3, 0), inOrder(5, 5), inOrder(0, 5)]).toEqual([true, true, true, false, false]);
});

describe("the past of a ticket", () => {
  const event = (type: string, when: string, more: Partial<PastEvent> = {}): PastEvent => ({ type, data: {}, by: "staff", at: at(when), ...more });
  const EVENTS = [
    event("ticket.opened", "2026-11-02T10:00", { by: "customer" }),
    event("ticket.priority-changed", "2026-11-02T11:00", { data: { from: "low", to: "medium" } }),
    event("ticket.assigned", "2026-11-02T12:00", { data: { from: null, to: "carla" } }),
    event("ticket.awaiting-requester", "2026-11-02T13:00"),
    event("ticket.replied", "2026-11-06T10:00", { by: "customer" }),
    event("ticket.solved", "2026-11-06T12:00"),
  ];
  const past = { today: { ...FACTS, priority: "medium" as const, status: "solved" as const, assigneeId: "carla" }, events: EVENTS, now: at("2026-11-09T12:00") };
  const days = (count: number) => (since: Temporal.Instant) => since.add({ hours: 24 * count });

  it("says how it was at each moment, not how it is", () => {
    const [opened] = occasionsOf({ ...past, trigger: "opened", dueAfter: days(1) });
    expect(opened).toMatchObject({ at: at("2026-11-02T10:00"), facts: { priority: "low", assigneeId: null, status: "new" } });
    const [replied] = occasionsOf({ ...past, trigger: "customer_replied", dueAfter: days(1) });
    expect(replied?.facts).toMatchObject({ priority: "medium", assigneeId: "carla", status: "open" });
    expect(occasionsOf({ ...past, trigger: "status_changed", dueAfter: days(1) }).map(({ facts }) => facts.status)).toEqual(["pending", "solved"]);
  });

  it("counts a wait until somebody ended it", () => {
    expect(occasionsOf({ ...past, trigger: "waiting", dueAfter: days(2) })).toMatchObject([{ at: at("2026-11-04T13:00"), facts: { status: "pending" } }]);
    expect(occasionsOf({ ...past, trigger: "waiting", dueAfter: days(5) })).toEqual([]);
    expect(occasionsOf({ ...past, trigger: "solved_since", dueAfter: days(3) })).toHaveLength(1);
    expect(occasionsOf({ ...past, trigger: "solved_since", dueAfter: days(4) })).toEqual([]);
  });
});

describe("the form of a rule", () => {
  const FORM = { version: "0", name: "Escalar", trigger: "opened", triggerDays: "", contract: "any", priority: "raise", maxPerHour: "60" };

  it("is read into conditions and actions, and shown again as it was typed", () => {
    const read = saveRuleSchema.parse({ ...FORM, words: " nómina \n\nnómina\npago", message: "Hola, {nombre}", move: "close", statuses: ["new"] });
    expect(read.words).toEqual(["nómina", "pago"]);
    const actions = actionsOf(read);
    expect(actions.map(({ kind }) => kind)).toEqual(["priority", "message", "status"]);
    const values = formValuesOf({ ...read, triggerDays: null, conditions: { ...ANY, statuses: read.statuses, words: read.words }, actions }, []);
    expect(values).toMatchObject({ name: "Escalar", priority: "raise", message: "Hola, {nombre}", move: "close", statuses: ["new"], words: ["nómina", "pago"], note: "" });
  });

  it.each<[string, object, string]>([
    ["does nothing", { priority: "" }, "move"],
    ["counts days without saying how many", { trigger: "waiting" }, "triggerDays"],
    ["uses what no text has", { note: "{cliente}" }, "note"],
    ["has no cap", { maxPerHour: "0" }, "maxPerHour"],
  ])("is refused where it %s", (_name, change, field) => {
    const parsed = saveRuleSchema.safeParse({ ...FORM, ...change });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});
