"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { nothingSchema } from "@/lib/actions/text";
import { markAllRead, markRead } from "@/lib/notifications/commands/mark-read";
import { muteTicket } from "@/lib/notifications/commands/mute-ticket";
import { removePushBrowser, removePushBrowsers, tryPushBrowser } from "@/lib/notifications/commands/push-browsers";
import { savePreferences } from "@/lib/notifications/commands/save-preferences";
import { markAllSchema, markReadSchema, muteSchema, ownPushBrowserSchema, preferencesSchema } from "@/lib/notifications/schema";

/** The bell stands in the frame of every page. */
function showEverywhere(): void {
  revalidatePath("/", "layout");
}

export const markReadAction = defineAction({ name: "notifications.mark-read", actor: "person", input: markReadSchema, run: markRead, onDone: showEverywhere });

export const markAllAction = defineAction({ name: "notifications.mark-all", actor: "person", input: markAllSchema, run: markAllRead, onDone: showEverywhere });

export const muteAction = defineAction({ name: "notifications.mute", actor: "person", input: muteSchema, run: muteTicket, onDone: showEverywhere });

export const savePreferencesAction = defineAction({ name: "notifications.save-preferences", actor: "person", input: preferencesSchema, run: savePreferences });

export const removePushBrowserAction = defineAction({ name: "notifications.remove-push-browser", actor: "person", input: ownPushBrowserSchema, run: removePushBrowser });

export const removePushBrowsersAction = defineAction({ name: "notifications.remove-push-browsers", actor: "person", input: nothingSchema, run: removePushBrowsers });

export const tryPushBrowserAction = defineAction({ name: "notifications.try-push-browser", actor: "person", input: ownPushBrowserSchema, run: tryPushBrowser });
