"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { addNote } from "@/lib/tickets/commands/add-note";
import { assignTicket } from "@/lib/tickets/commands/assign-ticket";
import { changeDepartment } from "@/lib/tickets/commands/change-department";
import { changePriority } from "@/lib/tickets/commands/change-priority";
import { changeService } from "@/lib/tickets/commands/change-service";
import { changeStatus } from "@/lib/tickets/commands/change-status";
import { markDifferent, withdrawDifferent } from "@/lib/tickets/commands/mark-different";
import { mergeTicket } from "@/lib/tickets/commands/merge-ticket";
import { readSealedValue } from "@/lib/tickets/commands/read-sealed-value";
import { snoozeTicket, wakeTicket } from "@/lib/tickets/commands/snooze-ticket";
import { staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { assignSchema, departmentSchema, mergeSchema, noteSchema, pairsSchema, prioritySchema, readSealedSchema, serviceSchema, snoozeSchema, staffReplySchema, statusSchema, ticketIdSchema } from "@/lib/tickets/schema";
import { withQuery } from "../../_data/list-address";

export const replyAction = defineAction({ name: "tickets.staff-reply", actor: "staff", input: staffReplySchema, run: staffReply, onDone: renewDesk });

export const noteAction = defineAction({ name: "tickets.add-note", actor: "staff", input: noteSchema, run: addNote, onDone: renewDesk });

export const assignAction = defineAction({ name: "tickets.assign", actor: "staff", input: assignSchema, run: assignTicket, onDone: renewDesk });

export const priorityAction = defineAction({ name: "tickets.change-priority", actor: "staff", input: prioritySchema, run: changePriority, onDone: renewDesk });

export const departmentAction = defineAction({ name: "tickets.change-department", actor: "staff", input: departmentSchema, run: changeDepartment, onDone: renewDesk });

export const statusAction = defineAction({ name: "tickets.change-status", actor: "staff", input: statusSchema, run: changeStatus, onDone: renewDesk });

export const snoozeAction = defineAction({ name: "tickets.snooze", actor: "staff", input: snoozeSchema, run: snoozeTicket, onDone: renewDesk });

export const wakeAction = defineAction({ name: "tickets.wake", actor: "staff", input: ticketIdSchema, run: wakeTicket, onDone: renewDesk });

export const serviceAction = defineAction({ name: "tickets.change-service", actor: "staff", input: serviceSchema, run: changeService, onDone: renewDesk });

export const markDifferentAction = defineAction({ name: "tickets.mark-different", actor: "staff", input: pairsSchema, run: markDifferent, onDone: renewDesk });

export const withdrawDifferentAction = defineAction({ name: "tickets.withdraw-different", actor: "staff", input: pairsSchema, run: withdrawDifferent, onDone: renewDesk });

export const readSealedAction = defineAction({ name: "secrets.read", actor: "staff", input: readSealedSchema, run: readSealedValue, onDone: renewDesk });

export const mergeAction = defineAction({
  name: "tickets.merge",
  actor: "staff",
  input: mergeSchema,
  run: mergeTicket,
  // The conversation goes on in the other ticket, and so does the agent.
  onDone: ({ reference }) => {
    renewDesk();
    redirect(withQuery(`/agent/tickets/${reference}`, { merged: "1" }));
  },
});

/** The counts stand in the layout, the list and the ticket in the page. */
function renewDesk(): void {
  revalidatePath("/agent", "layout");
}
