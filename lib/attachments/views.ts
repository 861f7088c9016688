import type { AttachmentView } from "@/lib/attachments/types";

/** The columns that a view shows; in a query of whatever a file belongs to. */
export const attachmentSelect = { id: true, name: true, size: true, kind: true, width: true, height: true } as const;

/** As an argument of a relation: in the order in which they were sent. */
export const attachmentsInOrder = { orderBy: [{ position: "asc" as const }, { id: "asc" as const }], select: attachmentSelect };

/** Of an article: what is offered beside its text. */
export const filesBesideText = { where: { isInText: false }, ...attachmentsInOrder };

export type AttachmentRow = { id: string; name: string; size: number; kind: "image" | "file"; width: number | null; height: number | null };

export function toAttachmentView({ id, name, size, kind, width, height }: AttachmentRow): AttachmentView {
  const href = `/api/files/${id}`;
  return { id, name, size, kind, width, height, href, downloadHref: `${href}?download=1`, thumbnailHref: kind === "image" ? `${href}/thumbnail` : null };
}
