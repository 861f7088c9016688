import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/jobs/definitions";
import { rotateFactors } from "@/lib/security/rotation";

export const rotateFactorsJob = defineJob({
  name: "security.rotate-factors",
  payload: z.object({}),
  cron: "55 4 * * *",
  async run({ db }) {
    await rotateFactors(db);
  },
});
