"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { closeWork, releaseWork } from "@/lib/quotes/commands/close-work";
import { postTime } from "@/lib/quotes/commands/post-time";
import { reverseTime } from "@/lib/quotes/commands/reverse-time";
import { closeWorkSchema, postTimeSchema, releaseWorkSchema, reverseTimeSchema } from "@/lib/quotes/work-schema";

export const postTimeAction = defineAction({ name: "quotes.post-time", actor: "staff", input: postTimeSchema, run: postTime, onDone: renewDesk });

export const reverseTimeAction = defineAction({ name: "quotes.reverse-time", actor: "staff", input: reverseTimeSchema, run: reverseTime, onDone: renewDesk });

export const closeWorkAction = defineAction({ name: "quotes.close-work", actor: "staff", input: closeWorkSchema, run: closeWork, onDone: renewDesk });

export const releaseWorkAction = defineAction({ name: "quotes.release-work", actor: "staff", input: releaseWorkSchema, run: releaseWork, onDone: renewDesk });

function renewDesk(): void {
  revalidatePath("/agent", "layout");
}
