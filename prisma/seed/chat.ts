import type { Db } from "@/lib/db/client";
import { toDate } from "@/lib/time/instants";
import { cannedAnswers } from "./content/canned-answers";

/** Answers that the desk gives often. Nobody talks yet, and nobody is available until they say so. */
export async function seedChat({ db, now }: { db: Db; now: Temporal.Instant }): Promise<void> {
  await db.cannedAnswer.createMany({ data: cannedAnswers.map((each) => ({ ...each, updatedAt: toDate(now) })) });
}
