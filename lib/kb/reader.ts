import type { PersonActor } from "@/lib/auth/actor";
import type { PublicContext } from "@/lib/auth/context";
import { audiencesOf, type Audience } from "@/lib/kb/audience";

/** Who reads. Without an actor, everybody: what is read so may be kept in a page for all. */
export type KnowledgeReader = PublicContext & { actor?: PersonActor | null };

export function audiencesOfReader({ actor }: { actor?: PersonActor | null }): readonly Audience[] {
  return audiencesOf(actor ?? null);
}
