import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Db } from "@/lib/db/client";
import { INVOICE_XML_MAX, readInvoiceXml, type InvoiceFacts } from "@/lib/quotes/invoice-xml";
import { refuse, type Result } from "@/lib/result";
import { storageOf } from "@/lib/storage/storage";

type Refusals = "ATTACHMENT_GONE" | "INVOICE_FILES_MISSING" | "INVOICE_XML_UNREADABLE" | "INVOICE_NOT_STAMPED";

/**
 * Reads the invoice among uploads of the actor's own that nothing has claimed yet: one XML, and a PDF beside it. Outside of a transaction,
 * since it reads from the store; the claim afterwards sees to it that they are still there.
 */
export async function readUploadedInvoice(db: Db, actor: PersonActor, ids: readonly string[]): Promise<Result<InvoiceFacts, Refusals>> {
  const files = await db.attachment.findMany({ where: { id: { in: [...ids] }, uploaderId: actor.userId, claimedAt: null }, select: { name: true, mediaType: true, backend: true, objectKey: true, size: true } });
  if (files.length < new Set(ids).size) return refuse("ATTACHMENT_GONE", { count: new Set(ids).size - files.length });
  const [xml, another] = files.filter(({ mediaType }) => mediaType === "application/xml");
  if (!xml || another || !files.some(({ mediaType }) => mediaType === "application/pdf")) return refuse("INVOICE_FILES_MISSING");
  if (xml.size > INVOICE_XML_MAX) return refuse("INVOICE_XML_UNREADABLE");
  const chunks: Buffer[] = [];
  for await (const chunk of await storageOf(xml.backend).stream(xml.objectKey)) chunks.push(Buffer.from(chunk as Uint8Array));
  return readInvoiceXml(Buffer.concat(chunks).toString("utf8"));
}
