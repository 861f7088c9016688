import "server-only";
import { z } from "zod";
import { sendLink } from "@/lib/accounts/commands/send-link";
import { forgetOldAccounts } from "@/lib/accounts/forget";
import { linkRequestSchema, SEND_LINK } from "@/lib/accounts/link-requests";
import { defineJob } from "@/lib/jobs/definitions";

export const sendLinkJob = defineJob({ name: SEND_LINK, payload: linkRequestSchema, run: sendLink });

export const forgetAccountsJob = defineJob({ name: "accounts.forget", payload: z.object({}), cron: "40 3 * * *", run: (ctx) => forgetOldAccounts(ctx) });
