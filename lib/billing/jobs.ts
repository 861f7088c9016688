import "server-only";
import { z } from "zod";
import { settleContracts } from "@/lib/billing/commands/settle-contracts";
import { defineJob } from "@/lib/jobs/definitions";

/** Just after the day of the desk's zone has changed. */
export const settleContractsJob = defineJob({
  name: "billing.settle-contracts",
  payload: z.object({}),
  cron: "10 0 * * *",
  async run(ctx) {
    await settleContracts(ctx);
  },
});
