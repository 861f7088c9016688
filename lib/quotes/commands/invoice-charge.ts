import "server-only";
import { checkUploads, claimUploads, type ClaimRefusal } from "@/lib/attachments/claims";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Db } from "@/lib/db/client";
import { isUniqueError } from "@/lib/db/errors";
import { readFiscal } from "@/lib/quotes/charge-fiscal";
import { lockVisibleCharge, type LockedCharge } from "@/lib/quotes/charge-record";
import type { InvoiceChargeInput } from "@/lib/quotes/charge-schema";
import { moveCharge } from "@/lib/quotes/charge-states";
import { checkInvoice, type InvoiceFacts } from "@/lib/quotes/invoice-xml";
import { decimalText } from "@/lib/quotes/decimal-text";
import { readUploadedInvoice } from "@/lib/quotes/stored-invoice";
import { canWork } from "@/lib/quotes/work-policy";
import { ok, refuse, type Result } from "@/lib/result";
import { recordTicketEvent } from "@/lib/tickets/record";
import { toDate } from "@/lib/time/instants";

type Refusals =
  | "CHARGE_NOT_FOUND" | "FORBIDDEN" | "CHARGE_MOVE_NOT_ALLOWED" | "INVOICE_UUID_TAKEN" | ClaimRefusal
  | "INVOICE_FILES_MISSING" | "INVOICE_XML_UNREADABLE" | "INVOICE_NOT_STAMPED"
  | "INVOICE_UUID_DIFFERS" | "INVOICE_TOTAL_DIFFERS" | "INVOICE_RFC_DIFFERS" | "INVOICE_ISSUER_DIFFERS" | "INVOICE_KIND_DIFFERS";
type Answer = Result<{ reference: string }, Refusals>;

/** The invoice was stamped elsewhere: its folio, its folio fiscal (UUID), its PDF and its XML, which must say the same as the charge. */
export async function invoiceCharge({ db, actor, now }: Context<StaffActor>, input: InvoiceChargeInput): Promise<Answer> {
  if (!canWork(actor)) return refuse("FORBIDDEN");
  const done = await db.charge.findUnique({ where: { id: input.chargeId }, select: { reference: true, state: true, invoiceUuid: true } });
  // A second press finds it done.
  if (done?.state === "invoiced" && done.invoiceUuid === input.uuid) return ok({ reference: done.reference });
  if (done && !moveCharge(done.state, "invoice").ok) return refuse("CHARGE_MOVE_NOT_ALLOWED");
  const invoice = await readUploadedInvoice(db, actor, input.attachments ?? []);
  if (!invoice.ok) return invoice;
  const issuerRfc = await readIssuerRfc(db);
  try {
    return await db.$transaction(async (tx): Promise<Answer> => {
      const charge = await lockVisibleCharge(tx, actor, input.chargeId);
      if (!charge) return refuse("CHARGE_NOT_FOUND");
      const moved = moveCharge(charge.state, "invoice");
      if (!moved.ok) return moved;
      const checked = checkAgainst(charge, { invoice: invoice.data, typedUuid: input.uuid, issuerRfc });
      if (!checked.ok) return checked;
      const uploads = await checkUploads(tx, actor, input.attachments);
      if (!uploads.ok) return uploads;

      const at = toDate(now);
      await tx.charge.update({ where: { id: charge.id }, data: { state: moved.data, invoiceFolio: input.folio, invoiceUuid: input.uuid, invoicedAt: at, invoicedById: actor.userId, updatedAt: at } });
      await claimUploads(tx, uploads.data, { chargeId: charge.id }, now);
      await recordTicketEvent(tx, { ticketId: charge.ticketId, type: "charge.invoiced", data: { charge: charge.reference, folio: input.folio }, actor, at: now });
      return ok({ reference: charge.reference });
    });
  } catch (error) {
    // The same invoice for another charge: the database knows.
    if (isUniqueError(error)) return refuse("INVOICE_UUID_TAKEN");
    throw error;
  }
}

async function readIssuerRfc(db: Db): Promise<string | null> {
  return (await db.companyProfile.findUnique({ where: { id: 1 }, select: { rfc: true } }))?.rfc ?? null;
}

function checkAgainst(charge: LockedCharge, { invoice, typedUuid, issuerRfc }: { invoice: InvoiceFacts; typedUuid: string; issuerRfc: string | null }) {
  return checkInvoice(invoice, { typedUuid, totalCents: charge.totalCents, totalText: decimalText(charge.totalCents), receiverRfc: readFiscal(charge.fiscal).rfc, issuerRfc });
}
