import { randomUUID } from "node:crypto";
import { cancelCharge, payCharge } from "@/lib/quotes/commands/settle-charge";
import { closeWork } from "@/lib/quotes/commands/close-work";
import { invoiceCharge } from "@/lib/quotes/commands/invoice-charge";
import { authorisedEvent } from "@/tests/support/authorised-quotes";
import { carla, diego, elena } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";
import { ISSUER, stampedXml, uploadedFiles, uploadedInvoice } from "@/tests/support/invoices";

useDatabase();

const ctx = (actor = carla) => ({ db: testDb(), actor, now: NOON });

/** MXN 1,160.00, to invoice. */
async function chargeToInvoice() {
  const { quoteId, ticket } = await authorisedEvent();
  unwrap(await closeWork(ctx(), { quoteId, statement: "Listo" }));
  return { ...(await testDb().charge.findUniqueOrThrow({ where: { quoteId }, select: { id: true, reference: true } })), ticket };
}

async function invoicedCharge() {
  const charge = await chargeToInvoice();
  const uuid = randomUUID();
  unwrap(await invoiceCharge(ctx(), { chargeId: charge.id, folio: "A-1", uuid, attachments: await uploadedInvoice(stampedXml({ uuid })) }));
  return { ...charge, uuid };
}

const stateOf = async (id: string) => (await testDb().charge.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;

describe("invoicing a charge", () => {
  it("keeps folio, folio fiscal and both files, once; a second press changes nothing", async () => {
    const charge = await chargeToInvoice();
    const uuid = randomUUID();
    const input = { chargeId: charge.id, folio: "A-1", uuid, attachments: await uploadedInvoice(stampedXml({ uuid })) };
    expect(unwrap(await invoiceCharge(ctx(), input))).toEqual({ reference: charge.reference });
    expect(unwrap(await invoiceCharge(ctx(), input))).toEqual({ reference: charge.reference });
    const kept = await testDb().charge.findUniqueOrThrow({ where: { id: charge.id }, include: { attachments: { orderBy: { position: "asc" }, select: { name: true } } } });
    expect(kept).toMatchObject({ state: "invoiced", invoiceFolio: "A-1", invoiceUuid: uuid, invoicedById: carla.userId, attachments: [{ name: "factura.xml" }, { name: "factura.pdf" }] });
    expect(await testDb().ticketEvent.count({ where: { ticketId: charge.ticket.id, type: "charge.invoiced" } })).toBe(1);
  });

  it.each([
    ["another folio fiscal than was typed", { uuid: randomUUID() }, "INVOICE_UUID_DIFFERS"],
    ["another total", { total: "1160.01" }, "INVOICE_TOTAL_DIFFERS"],
    ["another receiver", { receiver: "XAXX010101000" }, "INVOICE_RFC_DIFFERS"],
    ["another currency", { currency: "USD" }, "INVOICE_KIND_DIFFERS"],
    ["a credit note", { kind: "E" }, "INVOICE_KIND_DIFFERS"],
    ["no stamp", { stamp: false }, "INVOICE_NOT_STAMPED"],
  ])("is refused with %s, and nothing is claimed", async (_name, changes, code) => {
    const { id } = await chargeToInvoice();
    const uuid = randomUUID();
    const attachments = await uploadedInvoice(stampedXml({ uuid, ...changes }));
    expect(await invoiceCharge(ctx(), { chargeId: id, folio: "A-2", uuid, attachments })).toMatchObject({ ok: false, code });
    expect([await stateOf(id), await testDb().attachment.count({ where: { id: { in: attachments }, claimedAt: null } })]).toEqual(["to_invoice", 2]);
  });

  it("is refused where somebody else issued it, once the company's own data are known", async () => {
    const { id } = await chargeToInvoice();
    await testDb().companyProfile.create({ data: { rfc: "EKU9003173C9", legalName: "OTRA", taxRegime: "601", postalCode: "01000", productKey: "81111811", paymentMethod: "PUE", paymentForm: "03", updatedAt: new Date(NOON.epochMilliseconds) } });
    const uuid = randomUUID();
    const input = { chargeId: id, folio: "A-3", uuid, attachments: await uploadedInvoice(stampedXml({ uuid })) };
    expect(await invoiceCharge(ctx(), input)).toMatchObject({ code: "INVOICE_ISSUER_DIFFERS", details: { found: ISSUER, expected: "EKU9003173C9" } });
    await testDb().companyProfile.delete({ where: { id: 1 } });
    unwrap(await invoiceCharge(ctx(), input));
  });

  it("asks for an XML and a PDF of one's own", async () => {
    const { id } = await chargeToInvoice();
    const uuid = randomUUID();
    const [xml] = await uploadedFiles([{ name: "f.xml", mediaType: "application/xml", text: stampedXml({ uuid }) }]);
    expect(await invoiceCharge(ctx(), { chargeId: id, folio: "A-4", uuid, attachments: [xml!] })).toMatchObject({ code: "INVOICE_FILES_MISSING" });
    expect(await invoiceCharge(ctx(), { chargeId: id, folio: "A-4", uuid, attachments: await uploadedInvoice(stampedXml({ uuid }), elena) })).toMatchObject({ code: "ATTACHMENT_GONE" });
  });

  it("is refused with an invoice that another charge has", async () => {
    const { uuid } = await invoicedCharge();
    const { id } = await chargeToInvoice();
    expect(await invoiceCharge(ctx(), { chargeId: id, folio: "A-5", uuid, attachments: await uploadedInvoice(stampedXml({ uuid })) })).toMatchObject({ code: "INVOICE_UUID_TAKEN" });
    expect(await stateOf(id)).toBe("to_invoice");
  });

  it("happens once where two people do it at once", async () => {
    const { id } = await chargeToInvoice();
    const answers = await Promise.all([carla, elena].map(async (actor) => {
      const uuid = randomUUID();
      return invoiceCharge(ctx(actor), { chargeId: id, folio: "A-6", uuid, attachments: await uploadedInvoice(stampedXml({ uuid }), actor) });
    }));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["CHARGE_MOVE_NOT_ALLOWED", "ok"]);
  });
});

describe("paying and cancelling a charge", () => {
  it("pays what was invoiced, once, on a day that has come", async () => {
    const { id } = await invoicedCharge();
    const payment = { chargeId: id, paidOn: Temporal.PlainDate.from("2026-11-17"), note: "Transferencia 123" };
    expect(await payCharge(ctx(), { ...payment, paidOn: Temporal.PlainDate.from("2026-11-19") })).toMatchObject({ code: "PAID_IN_FUTURE" });
    const answers = await Promise.all([payCharge(ctx(), payment), payCharge(ctx(elena), payment)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await testDb().charge.findUnique({ where: { id }, select: { state: true, paidAt: true, paymentNote: true } })).toEqual({ state: "paid", paidAt: new Date(at("2026-11-17T12:00").epochMilliseconds), paymentNote: "Transferencia 123" });
  });

  it("does not pay what was not invoiced", async () => {
    const { id } = await chargeToInvoice();
    expect(await payCharge(ctx(), { chargeId: id, paidOn: Temporal.PlainDate.from("2026-11-18"), note: "" })).toMatchObject({ code: "CHARGE_MOVE_NOT_ALLOWED" });
  });

  it("cancels what was not paid, with a reason, as an administrator", async () => {
    const { id, ticket } = await chargeToInvoice();
    expect(await cancelCharge(ctx(), { chargeId: id, reason: "Cortesía" })).toMatchObject({ code: "FORBIDDEN" });
    unwrap(await cancelCharge(ctx(diego), { chargeId: id, reason: "Cortesía" }));
    expect(await testDb().charge.findUnique({ where: { id }, select: { state: true, cancelReason: true } })).toEqual({ state: "cancelled", cancelReason: "Cortesía" });
    expect(await testDb().ticketEvent.count({ where: { ticketId: ticket.id, type: "charge.cancelled" } })).toBe(1);
    const paid = await invoicedCharge();
    unwrap(await payCharge(ctx(), { chargeId: paid.id, paidOn: Temporal.PlainDate.from("2026-11-18"), note: "" }));
    expect(await cancelCharge(ctx(diego), { chargeId: paid.id, reason: "Error" })).toMatchObject({ code: "CHARGE_MOVE_NOT_ALLOWED" });
  });
});
