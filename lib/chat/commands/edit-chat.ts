import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canEditChat } from "@/lib/chat/policy";
import type { CannedInput, ChatSettingsInput, RemoveCannedInput } from "@/lib/chat/schema";
import { isUniqueError } from "@/lib/db/errors";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/** More are found by nobody. */
const MOST_CANNED = 200;

/** In force with the next look at what was left alone. */
export async function editChatSettings({ db, actor, now }: Context<StaffActor>, { silenceMinutes }: ChatSettingsInput): Promise<Result<null, "FORBIDDEN">> {
  if (!canEditChat(actor)) return refuse("FORBIDDEN");
  await db.chatSettings.update({ where: { id: 1 }, data: { silenceMinutes, updatedAt: toDate(now), updatedBy: actor.userId } });
  return ok(null);
}

/** A new answer, or another text of one that there is. */
export async function saveCanned({ db, actor, now }: Context<StaffActor>, { id, title, body }: CannedInput): Promise<Result<null, "FORBIDDEN" | "CANNED_TITLE_TAKEN" | "CANNED_GONE" | "CANNED_TOO_MANY">> {
  if (!canEditChat(actor)) return refuse("FORBIDDEN");
  const data = { title, body, updatedAt: toDate(now), updatedBy: actor.userId };
  try {
    if (id) return (await db.cannedAnswer.updateMany({ where: { id }, data })).count === 1 ? ok(null) : refuse("CANNED_GONE");
    if ((await db.cannedAnswer.count()) >= MOST_CANNED) return refuse("CANNED_TOO_MANY", { max: MOST_CANNED });
    await db.cannedAnswer.create({ data });
    return ok(null);
  } catch (error) {
    if (!isUniqueError(error)) throw error;
    return refuse("CANNED_TITLE_TAKEN");
  }
}

export async function removeCanned({ db, actor }: Context<StaffActor>, { id }: RemoveCannedInput): Promise<Result<null, "FORBIDDEN">> {
  if (!canEditChat(actor)) return refuse("FORBIDDEN");
  await db.cannedAnswer.deleteMany({ where: { id } });
  return ok(null);
}
