import { withPlaceholders } from "@/lib/duplicates/placeholders";

const KEY = "a key of the tests that nobody else has";
const hidden = (text: string) => withPlaceholders(text, KEY);

describe("addresses in a text", () => {
  it.each([
    "Escríbame a ana.torres+soporte@acme.example, por favor.",
    "<Ana@ACME.example>",
    "mailto:ana@correo.acme.com.mx?subject=x",
    "Escríbale a <josé@peña.example>",
  ])("become placeholders: %p", (text) => {
    expect(hidden(text)).toMatch(/u-[0-9a-f]{10}@d-[0-9a-f]{10}\.invalid/);
    expect(hidden(text)).not.toMatch(/ana|josé|acme|peña/i);
  });

  it("are the same one however they are written, and show that they share a domain", () => {
    const [first, again, other] = hidden("ana@acme.example ANA@acme.example bruno@acme.example").split(" ");
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(other?.split("@")[1]).toBe(first?.split("@")[1]);
  });

  it("cannot be told without the key", () => {
    expect(withPlaceholders("ana@acme.example", "another key")).not.toBe(hidden("ana@acme.example"));
  });
});

describe("telephone numbers in a text", () => {
  it.each([
    "55 1234 5678",
    "(55) 1234-5678",
    "614-123-4567",
    "5512345678",
    "55 12 34 56 78",
    "+52 55 1234 5678",
    "+52 1 55 1234 5678",
    "52 614 123 4567",
    "+1 (415) 555-2671",
    "+34 912 345 678",
  ])("become placeholders: %p", (number) => {
    expect(hidden(`Mi número es ${number}.`)).toMatch(/^Mi número es tel-[0-9a-f]{10}\.$/);
  });

  it("are the same one with the country's code and without, however grouped", () => {
    expect(hidden("+52 55 1234 5678")).toBe(hidden("(55) 1234-5678"));
  });

  it("of eight digits are known by the word before them", () => {
    expect(hidden("tel. 1234-5678, WhatsApp: 8765 4321")).toMatch(/^tel\. tel-[0-9a-f]{10}, WhatsApp: tel-[0-9a-f]{10}$/);
    expect(hidden("del 2024-2025")).toBe("del 2024-2025");
  });
});

it.each([
  "El servidor 192.168.100.200 responde 550 5.7.1",
  "El 2026-11-18 12:30:45 falló, versión 10.4.2",
  "Pedido 123456789012345678 del folio A-1024",
  "Error 0x80070005 en mail3.impera.example, ticket IMP-7K3M-Q2XD",
  "5f3c2a10-9b7e-4c1d-8a2b-1234567890ab",
  "Son $12,345.67 y 16 % de IVA",
])("what is neither stays as it is: %p", (text) => {
  expect(hidden(text)).toBe(text);
});

it.each(["a".repeat(20_000), "1".repeat(20_000), "@".repeat(20_000), "a@".repeat(10_000), "1 ".repeat(10_000), "+1(".repeat(6_000), "tel ".repeat(1_000)])("endless texts take no time (%#)", (text) => {
  const before = performance.now();
  hidden(text);
  expect(performance.now() - before).toBeLessThan(1_000);
});
