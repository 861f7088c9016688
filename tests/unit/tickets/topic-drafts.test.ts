import { departments as SEEDED } from "@/prisma/seed/content/departments";
import { topicDrafts, type MessageDraft } from "@/lib/tickets/topic-drafts";

const departments = SEEDED.map(({ slug, name, description }) => ({ id: slug, slug, name, description }));
const products = [
  { id: "hosting", kind: "hosting", name: "Hosting de acme.example", hasEnded: false },
  { id: "correo", kind: "email", name: "Correo de acme.example", hasEnded: false },
  { id: "dominio", kind: "domain", name: "acme.example", hasEnded: false },
  { id: "dominio-2", kind: "domain", name: "acme-mayoreo.example", hasEnded: false },
  { id: "tienda", kind: "website", name: "tienda-acme.example", hasEnded: false },
  { id: "softlik", kind: "softlik", name: "Softlik, 5 usuarios", hasEnded: false },
  { id: "inventario", kind: "system", name: "Control de inventario", hasEnded: true },
];

const split = (message: Partial<MessageDraft>) => topicDrafts({ subject: "Varios", body: "", departmentId: "soporte-tecnico", productId: "", ...message }, { departments, products });

describe("the drafts of a message", () => {
  it("are none while it has one topic", () => {
    expect(split({ body: "No puedo enviar correos. También probé desde webmail." })).toEqual([]);
  });

  it("take each its own words between the greeting and the thanks of all, with a subject, a department and a service", () => {
    const body = "Buenas tardes.\n\nNo puedo enviar correos desde Outlook, sale error 550.\n\nAdemás necesito la factura de noviembre.\n\nGracias, Ana";
    expect(split({ body })).toEqual([
      { subject: "No puedo enviar correos desde Outlook, sale error 550", body: "Buenas tardes.\n\nNo puedo enviar correos desde Outlook, sale error 550.\n\nGracias, Ana", departmentId: "correo-electronico", productId: "correo" },
      { subject: "Necesito la factura de noviembre", body: "Buenas tardes.\n\nAdemás necesito la factura de noviembre.\n\nGracias, Ana", departmentId: "facturacion", productId: "" },
    ]);
  });

  it.each([
    ["No abre la página, sale error 500", "soporte-tecnico", "tienda"],
    ["Cambiar el logo de la página de inicio", "desarrollo", "tienda"],
    ["Renovar el dominio acme-mayoreo.example", "dominios-y-hosting", "dominio-2"],
    ["Softlik no timbra", "softlik", "softlik"],
    ["Ampliar el hosting a 20 GB", "dominios-y-hosting", "hosting"],
    ["El sistema de inventario no guarda", "desarrollo", ""], // its service has ended: nobody chose it
    ["No llega el correo de ventas@acme.example", "correo-electronico", "correo"],
  ])("send %p to %s, about %p", (item, departmentId, productId) => {
    const other = item.includes("correo") ? "Necesito mi factura" : "No llega el correo";
    expect(split({ body: `Pendientes:\n1. ${other}\n2. ${item}` })[1]).toMatchObject({ subject: item, departmentId, productId });
  });

  it("keep the person's own subject where it names one of them", () => {
    expect(split({ subject: "Página lenta", body: "La tienda tarda mucho.\n\nOtro tema: crear el correo rh@acme.example." }).map((draft) => draft.subject)).toEqual(["Página lenta", "Crear el correo rh@acme.example"]);
  });

  it("keep the chosen service where it fits, and the chosen department where none is known by its words", () => {
    const body = "Revisar el dominio, no abre.\n\nOtro tema: necesito mi factura.";
    expect(split({ body, productId: "dominio-2" }).map((draft) => draft.productId)).toEqual(["dominio-2", ""]);
    const bare = topicDrafts({ subject: "", body, departmentId: "d1", productId: "" }, { departments: [{ id: "d1", slug: "mesa", name: "Mesa", description: "Todo" }], products });
    expect(bare.map((draft) => draft.departmentId)).toEqual(["d1", "d1"]);
  });

  it("cut a subject that is too long at a word", () => {
    const [first] = split({ body: `No llega el correo ${"de las sucursales ".repeat(12)}.\n\nOtro tema: necesito mi factura.` });
    expect(first!.subject.length).toBeLessThanOrEqual(80);
    expect(first!.subject).toMatch(/sucursales( de( las)?)?$/);
  });

  it("lose no word that was written", () => {
    const body = "Hola, les encargo:\n- la tienda está lenta\n- necesito mi factura\n- no abre softlik\ngracias";
    const all = split({ body }).map((draft) => draft.body).join(" ");
    for (const word of body.split(/\s+/)) expect(all).toContain(word);
  });
});
