import "server-only";
import { z } from "zod";
import { forgetInbound } from "@/lib/inbound/forget";
import { defineJob } from "@/lib/jobs/definitions";

export const forgetInboundJob = defineJob({ name: "inbound.forget", payload: z.object({}), cron: "50 3 * * *", run: (ctx) => forgetInbound(ctx) });
