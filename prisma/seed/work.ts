import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import { actorRowSelect, mintPerson } from "@/lib/auth/mint";
import { fiscalOwnerOf, readFiscalData } from "@/lib/customers/fiscal-profiles";
import { listUsableContracts } from "@/lib/billing/usable-contracts";
import type { Db } from "@/lib/db/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { closeWork } from "@/lib/quotes/commands/close-work";
import { authoriseEventQuote, authoriseHoursQuote } from "@/lib/quotes/commands/decide-quote";
import { editCompany } from "@/lib/quotes/commands/edit-company";
import { invoiceCharge } from "@/lib/quotes/commands/invoice-charge";
import { postTime } from "@/lib/quotes/commands/post-time";
import { saveQuoteDraft } from "@/lib/quotes/commands/save-quote-draft";
import { sendQuote } from "@/lib/quotes/commands/send-quote";
import { payCharge } from "@/lib/quotes/commands/settle-charge";
import { exportCfdi } from "@/lib/quotes/export-charges";
import type { Result } from "@/lib/result";
import { currentBackend, storageOf } from "@/lib/storage/storage";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import type { DuplicateView } from "@/lib/tickets/types";
import { dayAt } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";
import { work, type SeedWork } from "./content/work";

type SeedContext = { db: Db; now: Temporal.Instant };

const ORIGIN = { address: "192.0.2.41", browser: "Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0" };
/** The SAT's own examples of taxpayers: a customer who has none on file, and who invoices. */
const FISCAL = { rfc: "EKU9003173C9", legalName: "ESCUELA KEMPER URGATE", taxRegime: "601", postalCode: "42501", cfdiUse: "G03" };
const COMPANY = { rfc: "IIA040805DZ4", legalName: "INDISTRIA ILUMINADORA DE ALMACENES", taxRegime: "601", postalCode: "06600", productKey: "81111811", paymentMethod: "PUE" as const, paymentForm: "03" as const, series: "A", version: 0 };

/** Work under authorisations in each state: in progress, closed and to invoice, invoiced, paid, and consumed from a póliza; by the product's own commands. */
export async function seedWork({ db, now }: SeedContext): Promise<void> {
  const people = new Map((await db.user.findMany({ select: actorRowSelect })).map((row) => [row.email, mintPerson(row)]));
  const staff = (name: "carla" | "diego") => people.get(`${name}@impera.example`) as StaffActor;
  unwrap(await editCompany({ db, actor: staff("diego"), now: now.subtract({ hours: 24 * 40 }) }, COMPANY));
  for (const each of work) await seedOne({ db, now }, { carla: staff("carla"), customer: people.get(each.requester) as CustomerActor }, each);
}

async function seedOne({ db, now }: SeedContext, cast: { carla: StaffActor; customer: CustomerActor }, each: SeedWork): Promise<void> {
  const { carla, customer } = cast;
  const openedAt = morningBefore(now, each.daysAgo);
  const at = (minutes: number) => ({ db, now: openedAt.add({ minutes }) });
  const ticketId = await open({ ...at(0), actor: customer }, each);
  const quoteId = await quote({ db, now: openedAt.add({ minutes: 60 }) }, cast, { ticketId, each });
  await authorise(at(90), customer, { quoteId, each });
  for (const [after, minutes, description] of each.entries) {
    const startedAt = openedAt.add({ minutes: 91 + after });
    unwrap(await postTime({ db, actor: carla, now: startedAt.add({ minutes }) }, { ticketId, startedAt, minutes, description, isBillable: true, submissionKey: randomUUID() }));
  }
  if (!each.closing) return;
  const closed = unwrap(await closeWork({ ...at(360), actor: carla }, { quoteId, statement: each.closing }));
  if (!closed.charge || !each.folio) return;
  const { id: chargeId, totalCents } = await db.charge.findUniqueOrThrow({ where: { reference: closed.charge }, select: { id: true, totalCents: true } });
  const uuid = randomUUID();
  const later = { db, actor: carla, now: openedAt.add({ hours: 26 }) };
  const unsealed = unwrap(await exportCfdi(later, { reference: closed.charge, note: "Demo" }));
  const files = await keepInvoice(later, { folio: each.folio, xml: stamped(unsealed, uuid), total: String(totalCents) });
  unwrap(await invoiceCharge(later, { chargeId, folio: each.folio, uuid, attachments: files }));
  if (each.paidDaysAgo === undefined) return;
  const paid = morningBefore(now, each.paidDaysAgo);
  unwrap(await payCharge({ db, actor: carla, now: paid }, { chargeId, paidOn: dayAt(paid, DESK_TIME_ZONE), note: "SPEI 8841207" }));
}

async function open({ db, now, actor }: SeedContext & { actor: CustomerActor }, each: SeedWork): Promise<string> {
  const { id: departmentId } = await db.department.findUniqueOrThrow({ where: { slug: each.department }, select: { id: true } });
  const product = await db.product.findFirst({ where: { organizationId: actor.organizationId ?? "", state: "active", endsOn: null }, select: { id: true } });
  const input = { departmentId, productId: product?.id, subject: each.subject, body: each.body, priority: "medium" as const, submissionKey: randomUUID(), different: [] as string[] };
  const first = await openTicket({ db, actor, now }, input as never);
  if (first.ok || first.code !== "DUPLICATE_NOT_REVIEWED") return unwrap(first).id;
  const { candidates } = first.details as { candidates: DuplicateView[] };
  return unwrap(await openTicket({ db, actor, now }, { ...input, different: candidates.map((candidate) => candidate.ticketId) } as never)).id;
}

/** @returns the quote, sent */
async function quote({ db, now }: SeedContext, { carla, customer }: { carla: StaffActor; customer: CustomerActor }, { ticketId, each }: { ticketId: string; each: SeedWork }): Promise<string> {
  const items = await db.rateCardItem.findMany({ where: { code: { in: each.codes } }, orderBy: { version: { number: "asc" } }, select: { id: true, code: true } });
  const ids = new Map(items.map(({ id, code }) => [code, id]));
  const [contract] = each.basis === "contract" ? (await listUsableContracts(db, customer.organizationId, dayAt(now, DESK_TIME_ZONE))).filter(({ balanceMinutes }) => balanceMinutes >= 60) : [];
  if (each.basis === "contract" && !contract) throw new Error("The demonstration has no contract for this work.");
  const columns = each.codes.map(() => "");
  const draft = unwrap(await saveQuoteDraft({ db, actor: carla, now }, {
    ticketId, version: undefined, basis: each.basis, contractId: contract?.id, scope: each.scope, exclusions: "", paymentTerms: "Pago por transferencia a 15 días de la factura.",
    validOn: dayAt(now, DESK_TIME_ZONE).add({ days: 15 }), items: each.codes.map((code) => ids.get(code) ?? ""), quantities: each.codes.map(() => "1"), discounts: columns, reasons: columns,
  }));
  unwrap(await sendQuote({ db, actor: carla, now: now.add({ minutes: 5 }) }, draft));
  return draft.quoteId;
}

async function authorise({ db, now }: SeedContext, actor: CustomerActor, { quoteId, each }: { quoteId: string; each: SeedWork }): Promise<void> {
  const { sha256 } = await db.quote.findUniqueOrThrow({ where: { id: quoteId }, select: { sha256: true } });
  const common = { quoteId, sha256: sha256 ?? "" };
  if (each.basis === "contract") unwrap(await authoriseHoursQuote({ db, actor, now }, { ...common, accepted: ["hours"] }, ORIGIN));
  else unwrap(await authoriseEventQuote({ db, actor, now }, { ...common, accepted: ["rate", "terms", "invoicing"], ...((await readFiscalData(db, fiscalOwnerOf(actor))) ?? FISCAL) }, ORIGIN));
}

/** As a PAC would give it back, without a real stamp: the demonstration's invoices are nobody's. */
function stamped(unsealed: string, uuid: string): string {
  const stamp = `<cfdi:Complemento><tfd:TimbreFiscalDigital xmlns:tfd="http://www.sat.gob.mx/TimbreFiscalDigital" Version="1.1" UUID="${uuid.toUpperCase()}"/></cfdi:Complemento>`;
  return unsealed.replace("</cfdi:Comprobante>", `${stamp}\n</cfdi:Comprobante>`);
}

/** Uploads of the desk's, waiting to be claimed. */
async function keepInvoice({ db, actor, now }: SeedContext & { actor: StaffActor }, { folio, xml, total }: { folio: string; xml: string; total: string }): Promise<string[]> {
  const directory = mkdtempSync(join(tmpdir(), "mesa-seed-"));
  try {
    const files = [{ name: `factura-${folio}.xml`, mediaType: "application/xml", text: xml }, { name: `factura-${folio}.pdf`, mediaType: "application/pdf", text: pdf(`Factura de muestra ${folio}: ${total}`) }];
    const ids: string[] = [];
    for (const { name, mediaType, text } of files) {
      const path = join(directory, name);
      writeFileSync(path, text);
      const size = Buffer.byteLength(text);
      const backend = currentBackend();
      const objectKey = await storageOf(backend).put(randomUUID(), { path, size, mediaType });
      const sha256 = createHash("sha256").update(text).digest("hex");
      ids.push((await db.attachment.create({ data: { id: randomUUID(), uploaderId: actor.userId, backend, objectKey, name, mediaType, kind: "file", size, sha256, createdAt: toDate(now) }, select: { id: true } })).id);
    }
    return ids;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The smallest page that says something. */
function pdf(text: string): string {
  const content = `BT /F1 14 Tf 60 760 Td (${text.replace(/[()\\]/g, "")}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  const offsets: number[] = [];
  let body = "%PDF-1.4\n";
  for (const [index, object] of objects.entries()) {
    offsets.push(body.length);
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  return `${body}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
}

/** Nine o'clock of that day, or of the Friday before a weekend. */
function morningBefore(now: Temporal.Instant, days: number): Temporal.Instant {
  const day = dayAt(now, DESK_TIME_ZONE).subtract({ days });
  return day.subtract({ days: Math.max(0, day.dayOfWeek - 5) }).toZonedDateTime({ timeZone: DESK_TIME_ZONE, plainTime: "09:00" }).toInstant();
}

function unwrap<T>(result: Result<T, string, unknown>): T {
  if (result.ok) return result.data;
  throw new Error(`The demonstration's work was refused: ${result.code} ${JSON.stringify(result.details ?? {})}`);
}
