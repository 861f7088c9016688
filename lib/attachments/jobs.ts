import "server-only";
import { z } from "zod";
import { tidyUploads } from "@/lib/attachments/commands/tidy-uploads";
import { defineJob } from "@/lib/jobs/definitions";

export const tidyUploadsJob = defineJob({
  name: "attachments.tidy",
  payload: z.object({}),
  cron: "7,37 * * * *",
  async run({ db, now }) {
    await tidyUploads({ db, now });
  },
});
