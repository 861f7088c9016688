"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { idField } from "@/lib/actions/text";
import { resendMail } from "@/lib/mail/commands/resend-mail";

const resendSchema = z.strictObject({ mailId: idField() });

export const resendAction = defineAction({ name: "mail.resend", actor: "staff", input: resendSchema, run: resendMail, onDone: () => revalidatePath("/agent/settings/outbox", "layout") });
