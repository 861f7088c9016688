"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { maintenanceView } from "@/app/_components/maintenance-view";
import { defineAction } from "@/lib/actions/define-action";
import { mayPreview } from "@/lib/http/public-limit";
import { setMaintenance } from "@/lib/notices/commands/set-maintenance";
import { canEditNotices } from "@/lib/notices/policy";
import { previewMaintenanceSchema, setMaintenanceSchema } from "@/lib/notices/schema";
import { ok, refuse } from "@/lib/result";

export const setAction = defineAction({
  name: "notices.set-maintenance",
  actor: "staff",
  input: setMaintenanceSchema,
  run: setMaintenance,
  onDone({ state }) {
    // The bar above the desk's pages stands in a layout.
    revalidatePath("/agent", "layout");
    redirect(`/agent/settings/maintenance?done=${state}`);
  },
});

/** What customers would read. Nothing is kept. */
export const previewAction = defineAction({
  name: "notices.preview-maintenance",
  actor: "staff",
  input: previewMaintenanceSchema,
  async run({ actor, now }, { message, expectedUntil }) {
    if (!canEditNotices(actor)) return refuse("FORBIDDEN");
    if (!(await mayPreview(actor.userId))) return refuse("PREVIEW_TOO_OFTEN");
    return ok({ view: maintenanceView({ message: message.trim().toWellFormed(), expectedUntil, now }) });
  },
});
