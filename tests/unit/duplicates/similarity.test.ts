import { analyseTicket, profileDraft } from "@/lib/duplicates/profile";
import { reasonsOf } from "@/lib/duplicates/reasons";
import { compareTickets, probabilityOf, rankCandidates, youngerShareOf, type Comparison } from "@/lib/duplicates/similarity";
import { ticketStatistics } from "@/lib/duplicates/statistics";
import { MUST_REVIEW, SHOW } from "@/lib/duplicates/thresholds";
import { TICKET_BM25, termScore } from "@/lib/search/bm25";
import { packGrams } from "@/lib/search/packed-grams";

const AVERAGE_LENGTH = 15;
/** A desk that has just begun: every count is zero, only the everyday words are known. */
const statistics = ticketStatistics({ documents: 0, averageLength: AVERAGE_LENGTH, averageGramLength: 60 }, new Map());

/** A ticket of an hour ago held against a draft by the same person; texts as "subject | body". */
function verdictOn({ draft, ticket }: { draft: string; ticket: string }): { score: number; comparison: Comparison } {
  const text = analyse(draft);
  const other = analyse(ticket);
  const profile = profileDraft(text, statistics);
  const score = profile.terms.reduce((sum, { term, weight }) => {
    const frequency = other.terms.get(term);
    return frequency === undefined ? sum : sum + weight * termScore({ frequency, length: other.length, averageLength: AVERAGE_LENGTH }, TICKET_BM25);
  }, 0);
  const ranked = rankCandidates(profile, [{ id: "a", termScore: score, grams: packGrams(other), youngerShare: youngerShareOf(60) }], statistics);
  const comparison = compareTickets(text, other, { weightOf: statistics.weightOf, product: "unknown" });
  return { comparison, score: ranked.length === 0 ? 0 : probabilityOf(ranked.map(({ rank }) => rank), 0, comparison, "requester") };
}

function analyse(ticket: string) {
  const [subject = "", body = subject] = ticket.split(" | ");
  return analyseTicket({ subject, body });
}

describe("the same matter in other words", () => {
  it.each([
    ["no puedo enviar correos, error 550", "Error 550 al enviar correo desde acme.example"],
    ["Página caída", "Nuestra página está caída | La página acme.example está caída, muestra error 503"],
    ["Mi sitio web no carga", "El sitio no carga desde ayer | Mi sitio web acme.example no carga desde ayer en la tarde"],
    ["SSL vencido tienda.acme.example", "El certificado de tienda.acme.example venció | Los clientes ven que el sitio no es seguro"],
    ["Email not sending error 550", "Error 550 when sending email | We get error 550 when sending email from acme.example"],
  ])("%p must be looked at because of %p", (draft, ticket) => {
    expect(verdictOn({ draft, ticket }).score).toBeGreaterThanOrEqual(MUST_REVIEW);
  });
});

describe("two matters of one kind", () => {
  it.each([
    ["Factura de noviembre", "Factura de octubre"],
    ["Factura de noviembre | Necesito la factura de noviembre por favor", "Factura de octubre | Necesito la factura de octubre por favor"],
    ["Crear buzón ventas@acme.example", "Crear buzón compras@acme.example"],
  ])("%p shows %p and does not stop at it", (draft, ticket) => {
    const { score, comparison } = verdictOn({ draft, ticket });
    expect(comparison.isConflict).toBe(true);
    expect(score).toBeGreaterThanOrEqual(SHOW);
    expect(score).toBeLessThan(MUST_REVIEW);
  });
});

describe("two matters", () => {
  it.each([
    ["Cambiar la contraseña del buzón de ventas", "Mi página se ve en blanco después de actualizar WordPress"],
    ["No puedo enviar correos", "Mi sitio web no carga"],
    ["Correo en Outlook no sincroniza", "Factura de octubre"],
  ])("%p leaves %p out", (draft, ticket) => {
    expect(verdictOn({ draft, ticket }).score).toBeLessThan(SHOW);
  });
});

it("ranks by likeness, then by id, and the younger of two equals first", () => {
  const profile = profileDraft(analyse("Error 550 al enviar correo"), statistics);
  const grams = packGrams(analyse("Error 550 al enviar correo"));
  const ranked = rankCandidates(profile, [
    { id: "old", termScore: 5, grams, youngerShare: 0.5 },
    { id: "young-b", termScore: 5, grams, youngerShare: 0 },
    { id: "young-a", termScore: 5, grams, youngerShare: 0 },
  ], statistics);
  expect(ranked.map(({ id }) => id)).toEqual(["young-a", "young-b", "old"]);
});

it("gives reasons that stand in both tickets", () => {
  const draft = analyse("No puedo enviar correos | Desde ayer acme.example rebota todo con error 550. Gracias.");
  const ticket = analyse("Error 550 al enviar | Hola. Desde ayer rebota todo lo de acme.example con error 550.");
  const comparison = compareTickets(draft, ticket, { weightOf: statistics.weightOf, product: "same" });
  const reasons = reasonsOf({ draft, ticket, comparison, weightOf: statistics.weightOf, productName: "Correo de acme.example", openedMinutesAgo: 120 });
  expect(reasons).toEqual([
    { kind: "identifier", value: "acme.example" },
    { kind: "code", value: "550" },
    { kind: "product", name: "Correo de acme.example" },
    { kind: "terms", words: expect.arrayContaining(["rebota", "ayer"]) },
    { kind: "sentence", draft: "Desde ayer acme.example rebota todo con error 550", ticket: "Desde ayer rebota todo lo de acme.example con error 550" },
    { kind: "opened-ago", minutes: 120 },
  ]);
});
