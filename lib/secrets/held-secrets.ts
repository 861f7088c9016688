import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Db, Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { decrypt, encrypt } from "@/lib/secrets/cipher";
import type { DropSecretInput, HoldSecretInput } from "@/lib/secrets/schema";
import { SEALED_MAX, SECRET_KINDS, type SealedEntry, type SecretKind } from "@/lib/secrets/types";
import { ownHeldSecrets } from "@/lib/secrets/visibility";
import { toDate } from "@/lib/time/instants";

/** What was sealed in a text that is not sent yet: encrypted from then on, and its writer's alone. */

export function boundToDraft({ userId, slot, mark }: { userId: string; slot: string; mark: string }): string[] {
  return ["draft", userId, slot, mark];
}

/** Keeps it beside the draft, until that is sent. */
export async function holdSecret({ db, actor, now }: Context<PersonActor>, { slot, mark, kind, value }: HoldSecretInput): Promise<Result<null, "TOO_MANY_SEALED">> {
  const key = { userId: actor.userId, slot, mark };
  const others = await db.heldSecret.count({ where: { AND: [ownHeldSecrets(actor), { slot, mark: { not: mark } }] } });
  if (others >= SEALED_MAX * 2) return refuse("TOO_MANY_SEALED");
  const data = { kind, ...encrypt(value, boundToDraft(key)), updatedAt: toDate(now) };
  await db.heldSecret.upsert({ where: { userId_slot_mark: key }, create: { ...key, ...data }, update: data });
  return ok(null);
}

/** It was put back into the text, or given up. */
export async function dropSecret({ db, actor }: Context<PersonActor>, { slot, mark }: DropSecretInput): Promise<Result<null>> {
  await db.heldSecret.deleteMany({ where: { AND: [ownHeldSecrets(actor), { slot, mark }] } });
  return ok(null);
}

/** For the writer's own form, in the order of its marks. What cannot be opened any more is left out, and the form says that it is missing. */
export async function findHeldSecrets({ db, actor }: Context<PersonActor>, slot: string): Promise<SealedEntry[]> {
  const rows = await db.heldSecret.findMany({ where: { AND: [ownHeldSecrets(actor), { slot }] }, orderBy: { mark: "asc" }, select: { mark: true, kind: true, keyId: true, cipher: true } });
  return rows.flatMap(({ mark, kind, keyId, cipher }) => {
    const opened = decrypt({ keyId, cipher }, boundToDraft({ userId: actor.userId, slot, mark }));
    return opened.ok ? [{ mark, kind: kindOf(kind), value: opened.data }] : [];
  });
}

/** With the draft: it was sent or discarded. */
export async function forgetHeld(tx: Tx | Db, { userId, slot }: { userId: string; slot: string }): Promise<void> {
  await tx.heldSecret.deleteMany({ where: { userId, slot } });
}

export function kindOf(text: string): SecretKind {
  return SECRET_KINDS.find((kind) => kind === text) ?? "password";
}
