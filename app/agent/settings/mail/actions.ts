"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { saveTemplate } from "@/lib/notifications/commands/save-template";
import { sendTestMail } from "@/lib/notifications/commands/send-test-mail";
import { templateSchema, testMailSchema } from "@/lib/notifications/schema";

export const saveTemplateAction = defineAction({ name: "notifications.save-template", actor: "staff", input: templateSchema, run: saveTemplate, onDone: () => revalidatePath("/agent/settings/mail", "layout") });

export const testMailAction = defineAction({ name: "notifications.test-mail", actor: "staff", input: testMailSchema, run: sendTestMail });
