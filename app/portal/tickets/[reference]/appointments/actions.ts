"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { bookAppointment } from "@/lib/appointments/commands/book-appointment";
import { cancelAppointment } from "@/lib/appointments/commands/cancel-appointment";
import { confirmAppointment } from "@/lib/appointments/commands/confirm-appointment";
import { moveAppointment } from "@/lib/appointments/commands/move-appointment";
import { bookSchema, cancelSchema, confirmSchema, moveSchema } from "@/lib/appointments/schema";

type Changed = ActionResult<{ reference: string }>;

const book = defineAction({ name: "appointments.book", actor: "customer", input: bookSchema, run: bookAppointment });
const confirm = defineAction({ name: "appointments.confirm", actor: "customer", input: confirmSchema, run: confirmAppointment });
const cancel = defineAction({ name: "appointments.cancel", actor: "customer", input: cancelSchema, run: cancelAppointment });
const move = defineAction({ name: "appointments.move", actor: "customer", input: moveSchema, run: moveAppointment });

export async function bookAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  return shown(await book(IDLE, form), "booked");
}

export async function confirmAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  return shown(await confirm(IDLE, form), "confirmed");
}

export async function cancelAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  return shown(await cancel(IDLE, form), "cancelled");
}

export async function moveAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  return shown(await move(IDLE, form), "moved");
}

/** After success the appointments are shown as they are now; a refusal goes back to its form. */
function shown(answer: Changed, done: "booked" | "confirmed" | "cancelled" | "moved"): Changed {
  if (answer.status !== "ok") return answer;
  revalidatePath("/portal", "layout");
  redirect(`/portal/tickets/${answer.data.reference}/appointments?done=${done}`);
}
