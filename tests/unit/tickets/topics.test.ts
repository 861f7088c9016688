import fc from "fast-check";
import { cutTopics, type TopicCut } from "@/lib/tickets/topics";
import { MOST_TOPICS } from "@/lib/tickets/types";
import { LONG_AWKWARD, SHORT_AWKWARD } from "@/tests/support/awkward-strings";
import { NAMES, readDrafts, type LabelledDraft } from "@/tests/unit/tickets/support/topic-drafts";

const SETS = ["working", "held-out"] as const;

describe("labelled drafts", () => {
  it("are at least 160, half of one topic, a third held out", () => {
    const counts = SETS.map((set) => readDrafts(set)).map((drafts) => ({ all: drafts.length, several: drafts.filter((draft) => draft.topics > 1).length }));
    expect(counts).toEqual([{ all: 162, several: 81 }, { all: 56, several: 28 }]);
  });

  it("are labelled as many times as they have topics", () => {
    const drafts = SETS.flatMap((set) => readDrafts(set));
    expect(drafts.filter((draft) => draft.beginnings.length !== (draft.topics > 1 ? draft.topics : 0)).map((draft) => draft.id)).toEqual([]);
  });
});

describe.each(SETS)("the topics of the %s drafts", (set) => {
  const figures = measure(readDrafts(set));

  it("are told to be several only where they are (precision ≥ 0.95), and mostly where they are (recall ≥ 0.8)", () => {
    process.stdout.write(`topics, ${set}: precision ${figures.precision.toFixed(3)}, recall ${figures.recall.toFixed(3)}, cut as labelled ${figures.exact.toFixed(3)}\n`);
    expect(figures.precision).toBeGreaterThanOrEqual(0.95);
    expect(figures.recall).toBeGreaterThanOrEqual(0.8);
  });

  it("begin where they were said to begin, as many as there are, in nine of ten that are cut", () => {
    expect(figures.exact).toBeGreaterThanOrEqual(0.9);
  });
});

describe("one topic", () => {
  it.each([
    ["a list of steps", "Hice esto:\n1. Abrí el correo\n2. Entré al cPanel\n3. Marca error"],
    ["a list of symptoms", "Síntomas:\n- el correo no llega\n- la página no abre\n- softlik no timbra"],
    ["what was tried", "No llega el correo. Además probé cambiar el DNS y reinicié el servidor."],
    ["the same trouble elsewhere", "No llega el correo. También me pasa en la página."],
    ["what is quoted", "Me llegó esto:\n> Su página no abre.\n> Además debe pagar su factura.\n¿Es de ustedes?"],
    ["what stands in a fence", "Sale esto en el correo:\n```\nno abre la pagina\nademas necesito factura\n```"],
    ["a greeting alone", "Hola, buenas tardes"],
    ["nothing", ""],
  ])("is %s", (_name, body) => {
    expect(cutTopics(body).topics).toHaveLength(1);
  });
});

describe("several topics", () => {
  it("keep the greeting and the thanks for all of them", () => {
    const body = "Buenas tardes.\n\nNo me llegan correos.\n\nAdemás necesito mi factura.\n\nGracias, Ana";
    const cut = cutTopics(body);
    expect(piecesOf(body, cut)).toEqual(["Buenas tardes.\n\n", "No me llegan correos.\n\n", "Además necesito mi factura.\n\n", "Gracias, Ana"]);
    expect(cut.topics.map((topic) => topic.themes)).toEqual([["mail"], ["billing"]]);
  });

  it("are found in accents that stand apart from their letters", () => {
    const body = "No me llegan correos. Además necesito mi factura.".normalize("NFD");
    expect(piecesOf(body, cutTopics(body)).map((piece) => piece.normalize("NFC"))).toEqual(["", "No me llegan correos. ", "Además necesito mi factura.", ""]);
  });

  it("are two services of one kind, by their names", () => {
    const body = "El sitio acme.example no abre.\nEl sitio tienda-acme.example muestra error en el carrito.";
    expect(cutTopics(body, { names: NAMES }).topics).toHaveLength(2);
    expect(cutTopics(body).topics).toHaveLength(1);
  });

  it("are no more than a person sends at once", () => {
    const matters = ["No llega el correo", "Necesito mi factura", "No abre la página", "Softlik no timbra", "El sistema no guarda", "Renovar el dominio", "Instalar el certificado", "Ampliar el hosting", "Cambiar el DNS"];
    const body = `Pendientes:\n${matters.map((matter, index) => `${index + 1}. ${matter}`).join("\n")}`;
    expect(cutTopics(body).topics).toHaveLength(MOST_TOPICS);
  });
});

describe("whatever is written", () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom("\n", "\n\n", ". ", "1. ", "2) ", "- ", "a) ", "> ", "```", "además ", "otro tema: ", "por otro lado, ", "también necesito ", "Gracias", "Hola, ", "no llega el correo", "mi factura", "no abre la página", "é", "\u0301", "\u0000", "\ud83d", "😅", '"'),
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.string({ unit: "binary", maxLength: 12 }),
    ),
    { maxLength: 60 },
  );

  it("is cut without losing or doubling a character", () => {
    fc.assert(fc.property(pieces, (parts) => {
      const body = parts.join("");
      const cut = cutTopics(body, { names: NAMES });
      expect(piecesOf(body, cut).join("")).toBe(body);
      expect(cut.topics.length).toBeGreaterThanOrEqual(1);
      const isEmpty = ({ start, end }: { start: number; end: number }) => body.slice(start, end).trim() === "";
      expect(cut.topics.length > 1 && cut.topics.some(isEmpty)).toBe(false);
    }), { numRuns: 2_000 });
  });

  const hostile = {
    ...LONG_AWKWARD,
    "items without end": "- no llega el correo\n".repeat(960),
    "connecting words without end": "además necesito factura y correo ".repeat(600),
    "a line without an end": "no abre la pagina y tampoco el correo ".repeat(520),
    "lines of nothing": "\n".repeat(20_000),
    "quotes that never end": '"a '.repeat(6_600),
    "greetings without end": "hola, buenas tardes. ".repeat(950),
    "accents without letters": "\u0301".repeat(20_000),
    "marks of lists": "1. 2) a) - ".repeat(1_800),
    "hosts without end": "a.b.c.d-e.".repeat(2_000),
    "e-mail addresses without end": "a@b.".repeat(1_000),
    "spaces before words": `${" ".repeat(19_000)}además necesito`,
    "words before a dot": `no ${"me ".repeat(6_600)}.`,
  };

  it.each(Object.entries({ ...SHORT_AWKWARD, ...hostile }))("is cut whole, and in bounded time: %s", (_name, body) => {
    const before = performance.now();
    const cut = cutTopics(body, { names: NAMES });
    // Some 50 ms where nothing else runs; a busy machine is no failure, what tries every way to read a text is.
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(piecesOf(body, cut).join("")).toBe(body);
  });
});

function piecesOf(body: string, { opening, topics, closing }: TopicCut): string[] {
  return [opening, ...topics, closing].map(({ start, end }) => body.slice(start, end));
}

function measure(drafts: LabelledDraft[]) {
  const found = drafts.map((draft) => ({ draft, starts: cutTopics(draft.body, { names: NAMES }).topics.map((topic) => topic.start) }));
  const said = found.filter(({ starts }) => starts.length > 1);
  const hits = said.filter(({ draft }) => draft.topics > 1);
  const exact = hits.filter(({ draft, starts }) => starts.length === draft.topics && starts.every((start, index) => Math.abs(start - draft.beginnings[index]!) <= 1));
  return { precision: hits.length / said.length, recall: hits.length / drafts.filter((draft) => draft.topics > 1).length, exact: exact.length / hits.length };
}
