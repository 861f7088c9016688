"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { cancelAppointment } from "@/lib/appointments/commands/cancel-appointment";
import { confirmAppointment } from "@/lib/appointments/commands/confirm-appointment";
import { moveAppointment } from "@/lib/appointments/commands/move-appointment";
import { proposeAppointment } from "@/lib/appointments/commands/propose-appointment";
import { missAppointment, startAppointment, stopAppointment } from "@/lib/appointments/commands/run-appointment";
import { appointmentIdSchema, cancelSchema, confirmSchema, missSchema, moveSchema, proposeSchema, stopSchema } from "@/lib/appointments/schema";

const propose = defineAction({ name: "appointments.propose", actor: "staff", input: proposeSchema, run: proposeAppointment });
const confirm = defineAction({ name: "appointments.confirm", actor: "staff", input: confirmSchema, run: confirmAppointment });
const cancel = defineAction({ name: "appointments.cancel", actor: "staff", input: cancelSchema, run: cancelAppointment });
const move = defineAction({ name: "appointments.move", actor: "staff", input: moveSchema, run: moveAppointment });
const start = defineAction({ name: "appointments.start", actor: "staff", input: appointmentIdSchema, run: startAppointment });
const stop = defineAction({ name: "appointments.stop", actor: "staff", input: stopSchema, run: stopAppointment });
const miss = defineAction({ name: "appointments.miss", actor: "staff", input: missSchema, run: missAppointment });

export async function proposeAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  return shown(await propose(IDLE, form), "proposed");
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

export async function startAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  return shown(await start(IDLE, form), "started");
}

export async function missAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  return shown(await miss(IDLE, form), "missed");
}

export async function stopAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  const answer = await stop(IDLE, form);
  return shown(answer, answer.status === "ok" && answer.data.restMinutes > 0 ? `finished&rest=${answer.data.restMinutes}` : "finished");
}

/** After success the appointments are shown as they are now; a refusal goes back to its form. */
function shown(answer: ActionResult<{ reference: string }>, done: string): ActionResult {
  if (answer.status !== "ok") return answer;
  revalidatePath("/agent", "layout");
  redirect(`/agent/tickets/${answer.data.reference}/appointments?done=${done}`);
}
