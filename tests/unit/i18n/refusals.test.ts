import { refusalMessage } from "@/lib/i18n/refusals";
import { catalogues } from "@/lib/i18n/catalogues";
import { readSources } from "@/tests/architecture/support/sources";

// What is said of a line of a table stands in groups of its own; its tests are those of the tables.
const { field, csv: _csv, import: _import, ...codes } = catalogues["es-MX"].errors;
const sources = readSources("lib", "app");

/** What a code's message needs to know. */
const DETAILS: Record<string, Record<string, string | number>> = {
  FAQ_GROUP_CHANGED: { theirs: "Correo" },
  FAQ_GROUP_HAS_QUESTIONS: { count: 2 },
  POLICIES_NOT_ACCEPTED: { titles: "Conducta" },
  POLICY_BLOCK_UNKNOWN: { block: "horario" },
  TOO_MANY_POLICIES: { max: 200 },
  NOTICE_CHANGED: { theirs: "Otro texto" },
  PICTURES_GONE: { lines: "3, 7" },
  UNEXPECTED: { reference: "1a2b3c4d" },
  ALREADY_SENT: { reference: "IMP-7K3M-Q2XD" },
  DRAFT_SENT: { reference: "IMP-7K3M-Q2XD" },
  TICKET_MERGED: { reference: "IMP-7K3M-Q2XD" },
  MERGE_TARGET_CLOSED: { reference: "IMP-7K3M-Q2XD" },
  HOOK_TOO_LARGE: { max: 10 },
  CHAT_TOO_FAST: { seconds: 5 },
  CHAT_DUPLICATES: { references: "3" },
  CANNED_TOO_MANY: { max: "3" },
  CHAT_DESK_CLOSED: { opensAt: "lun 30 nov, 09:00" },
  RULES_AT_MOST: { max: 100 },
  RULE_UNKNOWN_ORGANIZATION: { names: "Nadie" },
  SYNONYMS_TOO_FEW: { min: 2 },
  SYNONYMS_TOO_MANY: { count: 13, max: 12 },
  EXPRESSION_TOO_LONG: { expression: "correo", max: 60 },
  EXPRESSION_TOO_MANY_WORDS: { expression: "correo", max: 4 },
  EXPRESSION_WITHOUT_WORDS: { expression: "?" },
  EXPRESSION_TOO_COMMON: { expression: "no" },
  EXPRESSION_TWICE: { expression: "correos", same: "correo" },
  EXPRESSION_TAKEN: { expression: "correo", group: "correo, mail" },
  TOO_MANY_SYNONYM_GROUPS: { max: 500 },
  TOO_MANY_QUESTIONS: { max: 30 },
  CHOICES_TOO_FEW: { min: 2 },
  CHOICES_TOO_MANY: { count: 13, max: 12 },
  CHOICE_TOO_LONG: { choice: "Outlook", max: 60 },
  CHOICE_IN_USE: { other: "¿Cuál?", choice: "Outlook" },
  CONDITION_IN_RING: { ring: "uno, dos" },
  QUESTION_CHANGED: { theirs: "¿Cuál?" },
  QUESTION_IN_USE: { other: "¿Cuál?" },
  ATTACHMENT_GONE: { count: 1 },
  ATTACHMENTS_TOO_MANY: { count: 12, max: 10 },
  ARTICLE_FILES_TOO_MANY: { count: 30, max: 30 },
  NOTED_TOO_MANY: { max: 10 },
  FILE_TOO_LARGE: { max: 16 },
  OVERAGE_IN_USE: { used: "1 h" },
  RATES_CHANGED: { theirs: 3 },
  RATE_LINES_MAX: { max: 500 },
  RATE_CODE_TWICE: { code: "SOP-HORA", other: 3 },
  TIME_BEFORE_AUTHORISATION: { reference: "COT-7K3M-Q2XD" },
  OVER_ESTIMATE: { askedText: "1 h", reference: "COT-7K3M-Q2XD", leftText: "30 min" },
  WORK_HAS_TIME: { reference: "COT-7K3M-Q2XD" },
  INVOICE_KIND_DIFFERS: { kind: "P", currency: "USD" },
  INVOICE_UUID_DIFFERS: { found: "A" },
  INVOICE_TOTAL_DIFFERS: { found: "1.00", expected: "2.00" },
  INVOICE_RFC_DIFFERS: { found: "A", expected: "B" },
  INVOICE_ISSUER_DIFFERS: { found: "A", expected: "B" },
  EXPORT_TOO_LONG: { max: 10_000 },
  INVITATION_IS_MEMBER: { name: "Ana" },
  INVITATION_IS_STAFF: { name: "Carla" },
  INVITATION_SUSPENDED: { name: "Sergio" },
  INVITATION_ELSEWHERE: { name: "Bruno", organization: "Globex" },
  INVITATIONS_OPEN_MAX: { max: 200 },
  DOMAIN_TAKEN: { domain: "acme.example", organization: "Acme" },
  NOT_ENTITLED_PERSON: { departments: "Facturación" },
  NOT_ENTITLED_WITHOUT_PRODUCTS: { departments: "Facturación" },
  PRODUCT_ENDED: { all: "no", product: "acme.example", on: "3 nov", departments: "Facturación" },
  PRODUCT_CANCELLED: { all: "no", product: "acme.example", departments: "Facturación" },
  PRODUCT_SUSPENDED: { all: "no", product: "acme.example", departments: "Facturación" },
  PRODUCT_NOT_STARTED: { product: "acme.example", on: "3 nov", departments: "Facturación" },
  IMPORT_TOO_LONG: { max: 50_000 },
  IMPORT_FILE_TOO_LARGE: { max: 16 },
  KB_IMPORT_TOO_LARGE: { max: 64 },
  IMPORT_TOO_MANY_ENTRIES: { max: 20_000 },
  IMPORT_UNPACKS_TOO_LARGE: { max: 512 },
  BALANCE_TOO_LOW: { left: "1 h 30 min" },
  LINE_WITHOUT_SERVICE: { line: 1 },
  LINE_EVENTS_WRONG: { line: 1 },
  LINE_HOURS_WRONG: { line: 1 },
  LINE_DISCOUNT_WRONG: { line: 1 },
  LINE_DISCOUNT_TOO_HIGH: { line: 1 },
  LINE_DISCOUNT_WITHOUT_REASON: { line: 1 },
  QUOTE_RATES_CHANGED: { count: 2 },
  ESTIMATE_USED_UP: { reference: "COT-7K3M-Q2XD" },
  CONDUCT_SUSPENDED: { until: "mié 25 nov, 00:00" },
  WARNING_NUMBER_CHANGED: { number: 2 },
  SLOTS_OVERLAP: { minutes: 60 },
  CHANGE_COSTS: { minutes: 30 },
  SPAN_UNREADABLE: { spans: "9-14" },
  SPAN_ENDS_BEFORE: { spans: "14:00-09:00" },
  SPANS_OVERLAP: { spans: "09:00-12:00, 11:00-13:00" },
  CATEGORY_HAS_ARTICLES: { count: 2 },
  CATEGORY_HAS_CHILDREN: { count: 2 },
  MAINTENANCE: { until: "mié 25 nov, 00:00" },
  TEMPLATE_UNKNOWN_VARIABLE: { names: "nombre" },
  TEMPLATE_VARIABLE_IN_SUBJECT: { names: "texto" },
  TEMPLATE_VARIABLE_MISSING: { names: "enlace" },
  SYNONYMS_CHANGED: { theirs: "correo, mail" },
  SYNONYMS_CHANGED_UNSEEN: { theirs: "correo, mail" },
};

describe("every refusal has words", () => {
  const returned = new Set(sources.flatMap((source) => [...source.code.matchAll(/\b(?:refuse|refused|refusedResult)\((?:form, )?"([A-Z][A-Z_]+)"/g)].map((match) => match[1]!)));

  it("of every code that a command, gate or action returns", () => {
    expect(returned.size).toBeGreaterThan(20);
    expect([...returned].filter((code) => !(code in codes))).toEqual([]);
  });

  it("of every field error that a schema gives", () => {
    const given = new Set(sources.flatMap((source) => [...source.code.matchAll(/["'`]field\.(\w+)/g)].map((match) => match[1]!)));
    expect(given.size).toBeGreaterThan(4);
    // A key that ends in what it is about (regimeOf_person) is said for one of them at least.
    expect([...given].filter((key) => !Object.keys(field).some((each) => each === key || (key.endsWith("_") && each.startsWith(key))))).toEqual([]);
  });

  it("and no words wait for a code that nobody returns", () => {
    const said = new Set(sources.flatMap((source) => [...source.code.matchAll(/"([A-Z][A-Z_]+)"/g)].map((match) => match[1]!)));
    expect(Object.keys(codes).filter((code) => !said.has(code))).toEqual([]);
  });

  it("which can be said: no argument is missing, none is left in braces", () => {
    for (const code of Object.keys(codes)) {
      const message = refusalMessage(code, DETAILS[code]);
      expect([code, message]).toEqual([code, expect.stringMatching(/^[^{}]{20,}$/)]);
    }
  });
});

describe("a refusal in words", () => {
  it("says the number that stands behind a colon", () => {
    expect(refusalMessage("field.tooLong:20000")).toBe("Son demasiados caracteres: el máximo es 20,000.");
  });

  it("says what the command added", () => {
    expect(refusalMessage("TICKET_MERGED", { reference: "IMP-7K3M-Q2XD" })).toContain("IMP-7K3M-Q2XD");
  });

  it("of a code that has none says the code, so that it can be told to the desk", () => {
    expect(refusalMessage("NEVER_HEARD_OF")).toBe("No se pudo completar (NEVER_HEARD_OF). Revise los datos e intente de nuevo.");
  });

  it("of a schema's own message falls back the same way", () => {
    expect(refusalMessage("Invalid input: expected array, received string")).toContain("No se pudo completar");
  });
});
