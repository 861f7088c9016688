"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { idField } from "@/lib/actions/text";
import { retryJob } from "@/lib/jobs/commands/retry-job";

const retrySchema = z.strictObject({ jobId: idField() });

export const retryAction = defineAction({ name: "jobs.retry", actor: "staff", input: retrySchema, run: retryJob, onDone: () => revalidatePath("/agent/settings/jobs") });
