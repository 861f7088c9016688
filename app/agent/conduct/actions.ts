"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { warnWriter } from "@/lib/chat/commands/warn-writer";
import { decideAppeal } from "@/lib/conduct/commands/decide-appeal";
import { dismissCase } from "@/lib/conduct/commands/dismiss-case";
import { liftSuspension } from "@/lib/conduct/commands/lift-suspension";
import { suspendPerson } from "@/lib/conduct/commands/suspend-person";
import { decideAppealSchema, dismissSchema, liftSchema, suspendSchema, warnSchema } from "@/lib/conduct/schema";

const onDone = () => {
  revalidatePath("/agent/conduct", "layout");
  revalidatePath("/portal", "layout");
};

export const dismissAction = defineAction({ name: "conduct.dismiss", actor: "staff", input: dismissSchema, run: dismissCase, onDone });
export const warnAction = defineAction({ name: "conduct.warn", actor: "staff", input: warnSchema, run: warnWriter, onDone });
export const suspendAction = defineAction({ name: "conduct.suspend", actor: "staff", input: suspendSchema, run: suspendPerson, onDone });
export const liftAction = defineAction({ name: "conduct.lift", actor: "staff", input: liftSchema, run: liftSuspension, onDone });
export const decideAppealAction = defineAction({ name: "conduct.decide-appeal", actor: "staff", input: decideAppealSchema, run: decideAppeal, onDone });
