import { articleFromTicket, impersonal } from "@/lib/kb/articles/from-ticket";
import { PAYLOADS } from "@/tests/support/payloads";

const known = { names: ["María Torres", "Carla Ríos"], domains: ["acme.example"], sealed: "🔒 dato sellado" };
const bare = (text: string) => impersonal(text, known, "[…]");

it.each([
  ["a greeting with a name", "Hola Carla, mi correo no sale.", "mi correo no sale."],
  ["a greeting on a line of its own", "Buenas tardes.\n\nNo abre mi página.", "No abre mi página."],
  ["two greetings", "Hola, buenos días: no abre.", "no abre."],
  ["a signature", "No abre mi página.\n\nSaludos,\nMaría Torres\nGerente, Acme", "No abre mi página."],
  ["thanks at the end", "No abre.\nMuchas gracias", "No abre."],
  ["a name in the text, whole and in part", "Habló María Torres; después llamó María.", "Habló […]; después llamó […]."],
  ["an e-mail address", "Escriba a ventas.mx@otra-empresa.com hoy", "Escriba a […] hoy"],
  ["a name within an address", "Es maria@acme.example, o carla@acme.example", "Es […], o […]"],
  ["the organization's domain, with its addresses", "Abra https://www.acme.example/panel?x=1 o tienda.acme.example ya", "Abra […] o […] ya"],
  ["somebody else's domain stays", "Use smtp.gmail.com", "Use smtp.gmail.com"],
  ["a telephone number", "Llame al 55 1234 5678 o al +52 (33) 3123-4567.", "Llame al […] o al […]."],
  ["an RFC", "RFC XAXX010101000 y GODE561231GR8", "RFC […] y […]"],
  ["an address of the network", "Desde 189.203.14.7 y 2001:db8:85a3::8a2e", "Desde […] y […]"],
  ["an order and a label of the desk", "Mi pedido #48213 y el ticket IMP-7K3M-Q2XD", "Mi […] y el ticket […]"],
  ["a sealed mark", "La clave es 🔒 dato sellado (2) y nada más", "La clave es […] y nada más"],
  ["a secret", "password: Tr0ub4dor&3x", "password: […]"],
  ["a port and a version stay", "Use el puerto 587 y PHP 8.2", "Use el puerto 587 y PHP 8.2"],
  ["a picture of the ticket", "Vea ![error](/files/1) aquí", "Vea  aquí"],
])("leaves out %s", (_name, text, expected) => {
  expect(bare(text)).toBe(expected);
});

const words = { cover: "[…]", problem: "Problema", cause: "Causa", causeHint: "(causa)", solution: "Solución", solutionHint: "(solución)", untitled: "Sin título" };

it("makes problem, cause and solution of a ticket", () => {
  const draft = articleFromTicket({ ...known, subject: "Correo de María no sale", opening: "Hola. El correo no sale desde ayer. Marca error 550.", replies: ["Hola María, cambie el puerto a 587.\n\nSaludos,\nCarla"] }, words);
  expect(draft).toEqual({
    title: "Correo de […] no sale",
    summary: "El correo no sale desde ayer.",
    body: "## Problema\n\nEl correo no sale desde ayer. Marca error 550.\n\n## Causa\n\n(causa)\n\n## Solución\n\ncambie el puerto a 587.",
  });
});

it("has something to say when there is nothing", () => {
  expect(articleFromTicket({ ...known, subject: "María", opening: "Hola", replies: [] }, words)).toMatchObject({ title: "[…]", summary: "[…]" });
});

it.each([...PAYLOADS, "a".repeat(30_000), "1 ".repeat(15_000), "hola ".repeat(6_000), "a.".repeat(15_000), "acme.".repeat(6_000), "ab:".repeat(10_000), "![".repeat(15_000)])("answers at once whatever was written: %#", (text) => {
  const started = performance.now();
  articleFromTicket({ ...known, subject: text, opening: text, replies: [text] }, words);
  expect(performance.now() - started).toBeLessThan(10_000);
});
