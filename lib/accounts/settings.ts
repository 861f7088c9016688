import "server-only";
import { canEditAccountSettings } from "@/lib/accounts/policy";
import type { AccountSettingsInput } from "@/lib/accounts/schema";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import type { Context, PublicContext } from "@/lib/auth/context";
import type { Db, Tx } from "@/lib/db/client";
import { isUniqueError } from "@/lib/db/errors";
import type { SignUpMode } from "@/lib/db/generated/enums";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/** What the product comes with: whoever has no customer's domain is looked at by a person. */
const INITIAL: SignUpMode = "approval";

export async function findSignUpMode({ db }: Pick<PublicContext, "db"> | { db: Tx }): Promise<SignUpMode> {
  return (await readNewest(db)).signUpMode;
}

export type AccountSettingsView = { version: number; signUpMode: SignUpMode; updatedAt: string | null; updatedByName: string | null };

/** Null to whoever may not change them. */
export async function findAccountSettings({ db, actor }: Context<Actor>): Promise<AccountSettingsView | null> {
  if (!canEditAccountSettings(actor)) return null;
  const row = await db.accountSettings.findFirst({ orderBy: { id: "desc" }, include: { editor: { select: { name: true } } } });
  return row ? { version: row.id, signUpMode: row.signUpMode, updatedAt: row.updatedAt.toISOString(), updatedByName: row.editor.name } : { version: 0, signUpMode: INITIAL, updatedAt: null, updatedByName: null };
}

type Answer = Result<{ version: number }, "FORBIDDEN" | "ACCOUNT_SETTINGS_CHANGED">;

/** Follows the version that the editor saw, and no other; earlier ones stay. In force at once. */
export async function saveAccountSettings({ db, actor, now }: Context<StaffActor>, { version, signUpMode }: AccountSettingsInput): Promise<Answer> {
  if (!canEditAccountSettings(actor)) return refuse("FORBIDDEN");
  try {
    return await db.$transaction(async (tx): Promise<Answer> => {
      const newest = await readNewest(tx);
      if (newest.version !== version) return refuse("ACCOUNT_SETTINGS_CHANGED", theirs(newest));
      // The number is part of the promise: of two who follow one version, the key lets one through.
      await tx.accountSettings.create({ data: { id: version + 1, signUpMode, updatedAt: toDate(now), updatedBy: actor.userId } });
      return ok({ version: version + 1 });
    });
  } catch (error) {
    if (!isUniqueError(error)) throw error;
    return refuse("ACCOUNT_SETTINGS_CHANGED", theirs(await readNewest(db)));
  }
}

type Newest = { version: number; signUpMode: SignUpMode };

async function readNewest(db: Db | Tx): Promise<Newest> {
  const row = await db.accountSettings.findFirst({ orderBy: { id: "desc" }, select: { id: true, signUpMode: true } });
  return row ? { version: row.id, signUpMode: row.signUpMode } : { version: 0, signUpMode: INITIAL };
}

/** By the names of the form, so that it can stand beside what was chosen. */
function theirs({ version, signUpMode }: Newest): { version: string; theirs: Record<string, string> } {
  return { version: String(version), theirs: { signUpMode } };
}
