import "server-only";
import { z } from "zod";
import { assignWaiting } from "@/lib/chat/assign";
import { closeSilent } from "@/lib/chat/commands/close-conversation";
import { defineJob } from "@/lib/jobs/definitions";

/** Ends what was left alone, and gives whoever still waits because a process died before it could. */
export const tendChatsJob = defineJob({
  name: "chat.tend",
  payload: z.object({}),
  cron: "* * * * *",
  async run(ctx) {
    await closeSilent(ctx);
    await assignWaiting(ctx);
  },
});
