import "server-only";
import type { AttachmentView } from "@/lib/attachments/types";
import { filesBesideText, toAttachmentView } from "@/lib/attachments/views";
import type { PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context, PublicContext } from "@/lib/auth/context";
import type { Prisma } from "@/lib/db/generated/client";
import { visibleFiles } from "@/lib/files/visibility";
import { visibleTickets } from "@/lib/tickets/visibility";

const columns = { id: true, name: true, backend: true, objectKey: true, thumbnailKey: true, mediaType: true, kind: true, size: true, sha256: true, createdAt: true, articleId: true } as const satisfies Prisma.AttachmentSelect;

/** A file with where its bytes are: for whoever sends them, never for a page. */
export type ServedFile = Prisma.AttachmentGetPayload<{ select: typeof columns }>;

export type FileReader = PublicContext & { actor: PersonActor | null };

/** Null when there is none that the reader may see. */
export function findFile({ db, actor }: FileReader, id: string): Promise<ServedFile | null> {
  return db.attachment.findFirst({ where: { AND: [{ id }, visibleFiles(actor)] }, select: columns });
}

/** All files of a ticket that the actor may see, as its thread has them; null when there is no such ticket to them. */
export async function listTicketFiles({ db, actor }: Context<PersonActor>, reference: string): Promise<ServedFile[] | null> {
  const ticket = await db.ticket.findFirst({ where: { AND: [{ reference }, visibleTickets(actor)] }, select: { id: true } });
  if (!ticket) return null;
  const ofTicket = { OR: [{ ticketId: ticket.id }, { message: { ticketId: ticket.id } }, { note: { ticketId: ticket.id } }] };
  return db.attachment.findMany({ where: { AND: [ofTicket, visibleFiles(actor)] }, orderBy: [{ claimedAt: "asc" }, { position: "asc" }, { id: "asc" }], select: columns });
}

/** `isPublic`: everybody may read it, and see its files. */
export type ArticleFilesView = { id: string; slug: string; title: string; category: string; status: "draft" | "review" | "published" | "archived"; isPublic: boolean; files: AttachmentView[] };

/** An article with its files, published or not: the desk's. */
export async function findArticleFiles({ db, actor }: Context<StaffActor>, slug: string): Promise<ArticleFilesView | null> {
  if (actor.kind !== "staff") return null;
  const row = await db.article.findUnique({
    where: { slug },
    select: { id: true, slug: true, title: true, status: true, publishedAt: true, effectiveAudience: true, category: { select: { name: true } }, attachments: filesBesideText },
  });
  if (!row) return null;
  const { attachments, category, publishedAt, effectiveAudience, ...article } = row;
  return { ...article, category: category.name, isPublic: row.status === "published" && publishedAt !== null && effectiveAudience === "public", files: attachments.map(toAttachmentView) };
}
