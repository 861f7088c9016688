"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { sendAppeal } from "@/lib/conduct/commands/send-appeal";
import { appealSchema } from "@/lib/conduct/schema";

export const appealAction = defineAction({ name: "conduct.appeal", actor: "customer", input: appealSchema, run: sendAppeal, onDone: () => revalidatePath("/portal/suspension") });
