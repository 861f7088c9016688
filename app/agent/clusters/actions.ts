"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { markDifferent } from "@/lib/tickets/commands/mark-different";
import { pairsSchema } from "@/lib/tickets/schema";
import { withQuery } from "../_data/list-address";

/** Takes a ticket out of its cluster: it is told apart from every other ticket there. */
export const takeOutAction = defineAction({
  name: "tickets.take-out-of-cluster",
  actor: "staff",
  input: pairsSchema,
  run: markDifferent,
  onDone: ({ reference }) => {
    revalidatePath("/agent", "layout");
    redirect(withQuery("/agent/clusters", { apart: reference }));
  },
});
