import "server-only";
import type { Actor, PersonActor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";

/** Whose sealed values can be read at all: the desk's people may, among the tickets that they see; nobody else, its writer neither. */
export function readableSealed(actor: Actor): Prisma.SealedValueWhereInput {
  return actor.kind === "staff" ? {} : { id: { in: [] } };
}

export function ownHeldSecrets(actor: PersonActor): Prisma.HeldSecretWhereInput {
  return { userId: actor.userId };
}
