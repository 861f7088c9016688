import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";
import { visibleConversations } from "@/lib/chat/visibility";
import { audiencesOf } from "@/lib/kb/audience";
import { readableArticles } from "@/lib/kb/visibility";
import { visibleTickets } from "@/lib/tickets/visibility";

/**
 * Which files somebody may see: exactly those whose message they may see, and the invoices of tickets and the files of conversations that they may see. Those on notes are
 * the desk's, those of published articles belong to whoever may read these (null: whoever is not signed in), and what nothing has claimed yet its uploader's alone.
 */
export function visibleFiles(actor: PersonActor | null): Prisma.AttachmentWhereInput {
  const ofArticles: Prisma.AttachmentWhereInput = { article: readableArticles(audiencesOf(actor)) };
  if (!actor) return ofArticles;
  const own: Prisma.AttachmentWhereInput = { uploaderId: actor.userId, claimedAt: null };
  // With `is`: an empty condition, which is the desk's, would otherwise be none at all.
  const ticket = { is: visibleTickets(actor) };
  const ofTickets: Prisma.AttachmentWhereInput[] = [{ ticket }, { message: { ticket } }, { charge: { is: { ticket } } }, { chatMessage: { is: { conversation: { is: visibleConversations(actor) } } } }];
  if (actor.kind === "customer") return { OR: [ofArticles, own, ...ofTickets] };
  return { OR: [{ articleId: { not: null } }, own, ...ofTickets, { note: { ticket } }] };
}
