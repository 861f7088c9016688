"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { bannerOf } from "@/app/_components/service-banners";
import { defineAction } from "@/lib/actions/define-action";
import { mayPreview } from "@/lib/http/public-limit";
import { endNotice } from "@/lib/notices/commands/end-notice";
import { saveNotice } from "@/lib/notices/commands/save-notice";
import { canEditNotices } from "@/lib/notices/policy";
import { endNoticeSchema, previewNoticeSchema, saveNoticeSchema } from "@/lib/notices/schema";
import { ok, refuse } from "@/lib/result";
import { hrefOfNotices } from "./_data/addresses";

export const saveAction = defineAction({ name: "notices.save", actor: "staff", input: saveNoticeSchema, run: saveNotice, onDone: () => backToList("saved") });

export const endAction = defineAction({ name: "notices.end", actor: "staff", input: endNoticeSchema, run: endNotice, onDone: () => backToList("ended") });

/** As it would stand above its pages; null while it has no title. Nothing is kept. */
export const previewAction = defineAction({
  name: "notices.preview",
  actor: "staff",
  input: previewNoticeSchema,
  async run({ actor }, { tone, title, body }) {
    if (!canEditNotices(actor)) return refuse("FORBIDDEN");
    if (!(await mayPreview(actor.userId))) return refuse("PREVIEW_TOO_OFTEN");
    return ok({ view: title.trim() === "" ? null : { ...bannerOf({ id: "vista", version: 0, tone, title: title.trim().toWellFormed(), body: body.toWellFormed() }), key: null } });
  },
});

/** They stand above every page. */
function backToList(done: "saved" | "ended"): never {
  revalidatePath("/", "layout");
  redirect(hrefOfNotices(done));
}
