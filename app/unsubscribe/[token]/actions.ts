"use server";

import { definePublicAction } from "@/lib/actions/define-action";
import { unsubscribeSchema } from "@/lib/notifications/schema";
import { unsubscribe } from "@/lib/notifications/unsubscribe";

export const unsubscribeAction = definePublicAction({ name: "notifications.unsubscribe", input: unsubscribeSchema, run: unsubscribe });
