"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { addAbsence, editWeek, removeAbsence } from "@/lib/appointments/commands/edit-availability";
import { absenceIdSchema, absenceSchema, weekSchema } from "@/lib/appointments/schema";
import { withQuery } from "../_data/list-address";

const edit = defineAction({ name: "appointments.edit-week", actor: "staff", input: weekSchema, run: editWeek });
const add = defineAction({ name: "appointments.add-absence", actor: "staff", input: absenceSchema, run: addAbsence });
const remove = defineAction({ name: "appointments.remove-absence", actor: "staff", input: absenceIdSchema, run: removeAbsence });

export async function editWeekAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  const answer = await edit(IDLE, form);
  return answer.status === "ok" ? shown(answer.data.agentId, "saved") : answer;
}

export async function addAbsenceAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  const answer = await add(IDLE, form);
  return answer.status === "ok" ? shown(answer.data.agentId, "added", answer.data.booked) : answer;
}

export async function removeAbsenceAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  const answer = await remove(IDLE, form);
  return answer.status === "ok" ? shown(answer.data.agentId, "removed") : answer;
}

function shown(agentId: string, done: "saved" | "added" | "removed", booked = 0): never {
  revalidatePath("/agent/availability");
  redirect(withQuery("/agent/availability", { agent: agentId, done, booked: booked > 0 ? String(booked) : null }));
}
