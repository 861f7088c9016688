import type { ActionOutcome, RuleAction, RuleConditions } from "@/lib/automation/rule";
import { foldText } from "@/lib/search/text";
import { moveTicket } from "@/lib/tickets/transitions";
import type { TicketPriority, TicketStatus } from "@/lib/tickets/types";

/** What a rule looks at, as it is or was at the moment it is asked. */
export type RuleFacts = {
  departmentId: string;
  priority: TicketPriority;
  status: TicketStatus;
  productKind: string | null;
  organizationId: string | null;
  contractId: string | null;
  assigneeId: string | null;
  /** Whether alta is open to it: a póliza or an authorised quote (policy, 5). */
  canBeHigh: boolean;
  subject: string;
  body: string;
};

/** Whether all conditions hold. */
export function matchesRule(conditions: RuleConditions, facts: RuleFacts): boolean {
  const isAmong = (list: readonly string[], value: string | null) => list.length === 0 || (value !== null && list.includes(value));
  if (!isAmong(conditions.departmentIds, facts.departmentId)) return false;
  if (!isAmong(conditions.priorities, facts.priority)) return false;
  if (!isAmong(conditions.statuses, facts.status)) return false;
  if (!isAmong(conditions.productKinds, facts.productKind)) return false;
  if (!isAmong(conditions.organizationIds, facts.organizationId)) return false;
  if (conditions.contract !== "any" && (conditions.contract === "with") !== (facts.contractId !== null)) return false;
  return conditions.words.length === 0 || hasWords(conditions.words, `${facts.subject}\n${facts.body}`);
}

/** Whole words or phrases: "pago" is not in "pagos". */
function hasWords(words: readonly string[], text: string): boolean {
  const spaced = (given: string) => ` ${foldText(given).replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
  const folded = spaced(text);
  return words.some((word) => spaced(word).trim() !== "" && folded.includes(spaced(word)));
}

/** What each action would do to a ticket that is so, in order: what an earlier one changed counts for the later ones. */
export function planActions(actions: readonly RuleAction[], facts: RuleFacts): ActionOutcome[] {
  let now = facts;
  return actions.map((action) => {
    const planned = planAction(action, now);
    if (planned.result === "done") now = after(action, now);
    return planned;
  });
}

/** Nothing of it would change or tell anything. */
export function isNeedless(outcomes: readonly ActionOutcome[]): boolean {
  return outcomes.every(({ result }) => result === "needless");
}

export function planAction(action: RuleAction, facts: RuleFacts): ActionOutcome {
  const needless = { action, result: "needless" as const };
  const refused = (code: string) => ({ action, result: "refused" as const, code });
  const isClosed = facts.status === "closed";
  switch (action.kind) {
    case "note":
    case "tell":
      return { action, result: "done" };
    case "message":
      return isClosed ? refused("TICKET_CLOSED") : { action, result: "done" };
    case "assign":
      if (facts.assigneeId === action.to) return needless;
      return isClosed ? refused("TICKET_CLOSED") : { action, result: "done" };
    case "priority": {
      const to = priorityAfter(action.to, facts.priority);
      if (to === facts.priority) return needless;
      if (isClosed) return refused("TICKET_CLOSED");
      return to === "high" && !facts.canBeHigh ? refused("PRIORITY_NEEDS_AUTHORISATION") : { action, result: "done" };
    }
    case "status": {
      const moved = moveTicket(facts.status, action.move);
      if (!moved.ok) return statusAfter(action.move) === facts.status ? needless : refused(isClosed ? "TICKET_CLOSED" : moved.code);
      return moved.data === facts.status ? needless : { action, result: "done" };
    }
    default:
      return action satisfies never;
  }
}

export function priorityAfter(to: Extract<RuleAction, { kind: "priority" }>["to"], from: TicketPriority): TicketPriority {
  if (to !== "raise") return to;
  return from === "low" ? "medium" : "high";
}

function statusAfter(move: Extract<RuleAction, { kind: "status" }>["move"]): TicketStatus {
  return ({ take_up: "open", await_requester: "pending", put_on_hold: "on_hold", solve: "solved", close: "closed" } as const)[move];
}

function after(action: RuleAction, facts: RuleFacts): RuleFacts {
  switch (action.kind) {
    case "priority":
      return { ...facts, priority: priorityAfter(action.to, facts.priority) };
    case "assign":
      return { ...facts, assigneeId: action.to };
    case "status":
      return { ...facts, status: statusAfter(action.move) };
    case "note":
    case "tell":
    case "message":
      return facts;
    default:
      return action satisfies never;
  }
}
