import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import { canWorkOn } from "@/lib/tickets/policy";
import { lockVisibleTicket, recordTicketEvent, updateTicket } from "@/lib/tickets/record";
import type { DepartmentInput } from "@/lib/tickets/schema";

type Refusals = "NOT_FOUND" | "FORBIDDEN" | "TICKET_CLOSED" | "UNKNOWN_DEPARTMENT";

export function changeDepartment({ db, actor, now }: Context<StaffActor>, input: DepartmentInput): Promise<Result<{ reference: string }, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<{ reference: string }, Refusals>> => {
    const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    if (ticket.status === "closed") return refuse("TICKET_CLOSED");
    if (ticket.departmentId === input.departmentId) return ok({ reference: ticket.reference });
    const known = await tx.department.count({ where: { id: input.departmentId, isActive: true } });
    if (known === 0) return refuse("UNKNOWN_DEPARTMENT");
    const data = { from: ticket.departmentId, to: input.departmentId };
    await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.department-changed", data, actor, at: now });
    await updateTicket(tx, ticket, { departmentId: input.departmentId }, now);
    return ok({ reference: ticket.reference });
  });
}
