"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { endNotice } from "@/lib/notices/commands/end-notice";
import { saveNotice } from "@/lib/notices/commands/save-notice";
import { endNoticeSchema, saveNoticeSchema } from "@/lib/notices/schema";
import { hrefOfNotices } from "./_data/addresses";

export const saveAction = defineAction({ name: "notices.save", actor: "staff", input: saveNoticeSchema, run: saveNotice, onDone: () => backToList("saved") });

export const endAction = defineAction({ name: "notices.end", actor: "staff", input: endNoticeSchema, run: endNotice, onDone: () => backToList("ended") });

/** They stand above every page. */
function backToList(done: "saved" | "ended"): never {
  revalidatePath("/", "layout");
  redirect(hrefOfNotices(done));
}
