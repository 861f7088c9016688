"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { handOverTickets } from "@/lib/security/commands/hand-over-tickets";
import { resetFactor } from "@/lib/security/commands/reset-factor";
import { activateStaff, deactivateStaff } from "@/lib/security/commands/staff-access";
import { handOverSchema, personSchema, resetFactorSchema } from "@/lib/security/schema";

const show = () => revalidatePath("/agent/settings/staff", "layout");

export const deactivateStaffAction = defineAction({ name: "security.deactivate-staff", actor: "staff", input: personSchema, run: deactivateStaff, onDone: show });

export const activateStaffAction = defineAction({ name: "security.activate-staff", actor: "staff", input: personSchema, run: activateStaff, onDone: show });

export const resetFactorAction = defineAction({ name: "security.reset-factor", actor: "staff", input: resetFactorSchema, run: resetFactor, onDone: show });

export const handOverAction = defineAction({ name: "security.hand-over", actor: "staff", input: handOverSchema, run: handOverTickets, onDone: show });
