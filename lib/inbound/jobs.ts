import "server-only";
import { z } from "zod";
import { pollInbox, READ_MAILBOX } from "@/lib/inbound/commands/poll-inbox";
import { forgetInbound } from "@/lib/inbound/forget";
import { defineJob } from "@/lib/jobs/definitions";

export const forgetInboundJob = defineJob({ name: "inbound.forget", payload: z.object({}), cron: "50 3 * * *", run: (ctx) => forgetInbound(ctx) });

export const pollInboxJob = defineJob({ name: "inbound.poll", payload: z.object({}), cron: "* * * * *", run: (ctx) => pollInbox(ctx, { when: "scheduled" }) });

export const readMailboxJob = defineJob({ name: READ_MAILBOX, payload: z.object({}), run: (ctx) => pollInbox(ctx, { when: "now" }) });
