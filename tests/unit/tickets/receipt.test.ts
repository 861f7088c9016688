import fc from "fast-check";
import { canonicalReceipt, hashGroups, parseReceiptHash, readReceipt, receiptHash, type ReceiptFacts } from "@/lib/tickets/receipt";
import { SHORT_AWKWARD } from "@/tests/support/awkward-strings";

const FACTS: ReceiptFacts = {
  reference: "IMP-7K3M-Q2XD",
  received: "2026-11-18T18:00:00.123Z",
  requester: "Ana Torres",
  organization: "Acme Herramientas",
  department: "Correo electrónico",
  product: null,
  priority: "medium",
  promise: { kind: "first_response", due: "2026-11-25T21:00:00.123Z", minutes: 2880, clock: "business-hours", calendar: 1 },
  subject: "El correo «sale» a medias",
  body: 'Línea uno\n"dos"\tfin\\',
  attachments: [],
  answers: [],
};
const ATTACHMENT = { name: "captura ñ.png", bytes: 20_480, sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" };
const ANSWER = { question: "¿Qué dirección?", answer: "ana@acme.example" };

describe("the canonical text", () => {
  it("is a line a fact, as the decision describes it", () => {
    expect(canonicalReceipt(FACTS)).toBe(
      [
        "mesa-receipt v1",
        'reference: "IMP-7K3M-Q2XD"',
        'received: "2026-11-18T18:00:00.123Z"',
        'requester: "Ana Torres"',
        'organization: "Acme Herramientas"',
        'department: "Correo electrónico"',
        "product: null",
        'priority: "medium"',
        'promise: {"kind":"first_response","due":"2026-11-25T21:00:00.123Z","minutes":2880,"clock":"business-hours","calendar":1}',
        'subject: "El correo «sale» a medias"',
        String.raw`body: "Línea uno\n\"dos\"\tfin\\"`,
        "",
      ].join("\n"),
    );
  });

  it("has the hash that sha256sum reckons", () => {
    expect(receiptHash(canonicalReceipt(FACTS))).toBe("a072edc68081a7c72e059053e649e3496b114a76baa888fdd7adfb2cce5f2795");
  });

  it("has a line for each attachment and answer, under the same sha256sum", () => {
    const text = canonicalReceipt({ ...FACTS, attachments: [ATTACHMENT], answers: [ANSWER] });
    expect(text.endsWith(`attachment: {"name":"captura ñ.png","bytes":20480,"sha256":"${ATTACHMENT.sha256}"}\nanswer: {"question":"¿Qué dirección?","answer":"ana@acme.example"}\n`)).toBe(true);
    expect(receiptHash(text)).toBe("c6a59560bbcea9cc9b57b10aea311743117fdfa281a54e7ca7c36066e9713873");
  });

  it("does not depend on the order in which the facts are written down", () => {
    const reversed = <T extends object>(value: T) => Object.fromEntries(Object.entries(value).reverse()) as T;
    const given = { ...FACTS, promise: reversed(FACTS.promise!), attachments: [reversed(ATTACHMENT)] };
    expect(canonicalReceipt(reversed(given))).toBe(canonicalReceipt({ ...FACTS, attachments: [ATTACHMENT] }));
  });

  it("takes texts as they came: composed and decomposed are two", () => {
    const [composed, decomposed] = ["contraseña".normalize("NFC"), "contraseña".normalize("NFD")].map((body) => receiptHash(canonicalReceipt({ ...FACTS, body })));
    expect(composed).not.toBe(decomposed);
  });

  it("tells half a sign from another, and stays whole as UTF-8", () => {
    const [high, low] = ["\ud83d", "\ude00"].map((body) => canonicalReceipt({ ...FACTS, body }));
    expect(high).toContain(String.raw`body: "\ud83d"`);
    expect(receiptHash(high!)).not.toBe(receiptHash(low!));
    expect(Buffer.from(high!, "utf8").toString("utf8")).toBe(high);
  });

  it("cannot be led to forge a line: a fact within a text stays within it", () => {
    const text = canonicalReceipt({ ...FACTS, subject: 'x"\npriority: "high"\nanswer: {}', body: '"\nattachment: {"name":"a"}' });
    expect(text.split("\n")).toHaveLength(12);
    expect(readReceipt(text)).toMatchObject({ priority: "medium", attachments: [], answers: [] });
  });

  it("refuses an instant of any other shape", () => {
    expect(() => canonicalReceipt({ ...FACTS, received: "2026-11-18T18:00:00Z" })).toThrow("received");
  });
});

describe("reading a canonical text", () => {
  it.each(Object.entries(SHORT_AWKWARD))("gives the same facts again: %s", (_name, awkward) => {
    const facts = { ...FACTS, subject: awkward, body: awkward, requester: awkward, attachments: [{ ...ATTACHMENT, name: awkward }], answers: [{ question: awkward, answer: awkward }] };
    expect(readReceipt(canonicalReceipt(facts))).toEqual(facts);
  });

  it.each([
    ["another form", "mesa-receipt v2\n", "no receipt of the form"],
    ["a cut end", canonicalReceipt(FACTS).slice(0, -1), "no receipt of the form"],
    ["a line too many", `${canonicalReceipt(FACTS)}other: 1\n`, "other"],
    ["a line too few", canonicalReceipt(FACTS).replace(/^subject.*\n/m, ""), "subject"],
  ])("throws at %s", (_name, text, message) => {
    expect(() => readReceipt(text)).toThrow(message);
  });
});

describe("the hash", () => {
  const text = fc.string({ unit: "binary", maxLength: 30 });
  const instant = fc.integer({ min: 0, max: 4_102_444_800_000 }).map((at) => new Date(at).toISOString());
  const attachment = fc.record({ name: text, bytes: fc.nat(), sha256: fc.stringMatching(/^[0-9a-f]{64}$/) });
  const answer = fc.record({ question: text, answer: text });
  const facts: fc.Arbitrary<ReceiptFacts> = fc.record({
    reference: text,
    received: instant,
    requester: text,
    organization: fc.option(text),
    department: text,
    product: fc.option(text),
    priority: fc.constantFrom("low", "medium", "high"),
    promise: fc.option(fc.record({ kind: fc.constant("first_response"), due: instant, minutes: fc.nat(), clock: fc.constantFrom("business-hours", "business-days"), calendar: fc.nat() })),
    subject: text,
    body: text,
    attachments: fc.array(attachment, { maxLength: 3 }),
    answers: fc.array(answer, { maxLength: 3 }),
  });
  const hashOf = (given: ReceiptFacts) => receiptHash(canonicalReceipt(given));

  it("is another one when any fact is", () => {
    const names = Object.keys(FACTS) as (keyof ReceiptFacts)[];
    fc.assert(
      fc.property(facts, facts, fc.constantFrom(...names), (one, other, name) => {
        const changed = { ...one, [name]: other[name] };
        const isSame = JSON.stringify(one[name]) === JSON.stringify(other[name]);
        expect(hashOf(changed) === hashOf(one)).toBe(isSame);
      }),
      { numRuns: 500 },
    );
  });

  it("is never that of other facts, however text moves from one into the next", () => {
    fc.assert(
      fc.property(text, text, fc.nat(30), (a, b, cut) => {
        const joined = a + b;
        const moved = { subject: joined.slice(0, cut), body: joined.slice(cut) };
        expect(hashOf({ ...FACTS, ...moved }) === hashOf({ ...FACTS, subject: a, body: b })).toBe(moved.subject === a);
      }),
    );
  });

  it("is of facts that can be read from the text again", () => {
    fc.assert(fc.property(facts, (given) => expect(readReceipt(canonicalReceipt(given))).toEqual(given)));
  });
});

describe("a hash as it is typed", () => {
  const HASH = "a072edc68081a7c72e059053e649e3496b114a76baa888fdd7adfb2cce5f2795";

  it.each([
    ["as it is", HASH],
    ["in capitals", HASH.toUpperCase()],
    ["in groups, over two lines", `${hashGroups(HASH).slice(0, 4).join(" ")}\n  ${hashGroups(HASH).slice(4).join("\u00a0")}\n`],
    ["with hyphens and colons", `${hashGroups(HASH).slice(0, 4).join("-")}:${hashGroups(HASH).slice(4).join("–")}`],
  ])("is taken %s", (_name, typed) => {
    expect(parseReceiptHash(typed)).toBe(HASH);
  });

  it.each([
    ["nothing", ""],
    ["a part of it", HASH.slice(0, 63)],
    ["one sign too many", `${HASH}0`],
    ["another letter", HASH.replace("a", "g")],
    ["digits of another script", HASH.replace("0", "０")],
    ["a flood", "a".repeat(100_000)],
  ])("is none: %s", (_name, typed) => {
    expect(parseReceiptHash(typed)).toBeNull();
  });

  it("is shown in eight groups of eight", () => {
    expect(hashGroups(HASH)).toEqual(["a072edc6", "8081a7c7", "2e059053", "e649e349", "6b114a76", "baa888fd", "d7adfb2c", "ce5f2795"]);
  });
});
