import { saveTemplate } from "@/lib/notifications/commands/save-template";
import { sendTestMail } from "@/lib/notifications/commands/send-test-mail";
import { queueSecurityMail } from "@/lib/mail/security-mail";
import { TEMPLATES } from "@/lib/notifications/template-text";
import { sampleMail } from "@/lib/notifications/sample";
import { checkTemplate } from "@/lib/notifications/template-text";
import { listTemplates, listTemplateVersions } from "@/lib/notifications/templates";
import { ctxOf, mailTo } from "@/tests/integration/notifications/support/telling";
import { carla, diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

const ctx = () => ctxOf(diego, NOON);
const TEXT = { template: "answers" as const, subject: "Sobre {asunto}", body: "Estimado {nombre}: {novedades}\n{enlace}" };

describe("the words of the mails", () => {
  it("come with the product for every topic, and pass the product's own check", async () => {
    const templates = await listTemplates(ctx());
    expect(templates.map(({ template }) => template)).toEqual([...TEMPLATES]);
    expect(templates.filter((each) => checkTemplate(each.template, each) !== null)).toEqual([]);
    // The preview knows a fact for whatever stands in braces.
    expect(templates.flatMap((each) => /\{.*\}/.exec(sampleMail(each.template, each).text)?.[0] ?? [])).toEqual([]);
  });

  it("of somebody's ways in are written as all others, in force with the next mail, and go to the address of when it happened", async () => {
    const text = { template: "factorsetup" as const, subject: "Aviso para {nombre}", body: "Todo en orden, {nombre}: {enlace}" };
    expect(await saveTemplate(ctx(), { ...text, version: 0, body: "Todo en orden." })).toMatchObject({ ok: false, code: "TEMPLATE_VARIABLE_MISSING", details: { names: "{enlace}" } });
    expect(await saveTemplate(ctx(), { ...text, version: 0, body: "{quien} {enlace}" })).toMatchObject({ ok: false, code: "TEMPLATE_UNKNOWN_VARIABLE", details: { names: "{quien}" } });
    await testDb().$transaction((tx) => queueSecurityMail(tx, { userId: carla.userId, template: "factorsetup", facts: {}, now: NOON }));
    await testDb().user.update({ where: { id: carla.userId }, data: { email: "otra@impera.example" } });
    unwrap(await saveTemplate(ctx(), { ...text, version: 0 }));
    const [mail] = await mailTo(carla, NOON);
    await testDb().user.update({ where: { id: carla.userId }, data: { email: carla.email } });
    expect(mail).toMatchObject({ address: carla.email, subject: "Aviso para Carla Ríos", bodyText: expect.stringMatching(/^Todo en orden, Carla Ríos: http:\/\/localhost:3000\/agent\/account\/security\n/) });
  });

  it.each([
    [{ ...TEXT, body: "{novedades} {enlace} {cliente} {cliente} { nombre }" }, "TEMPLATE_UNKNOWN_VARIABLE", "{cliente}, { nombre }"],
    [{ ...TEXT, subject: "{enlace}" }, "TEMPLATE_VARIABLE_IN_SUBJECT", "{enlace}"],
    [{ ...TEXT, body: "Hola, {nombre}" }, "TEMPLATE_VARIABLE_MISSING", "{novedades}, {enlace}"],
    [{ ...TEXT, template: "digest" as const }, "TEMPLATE_UNKNOWN_VARIABLE", "{asunto}"],
  ])("%j is refused: %s", async (text, code, names) => {
    expect(await saveTemplate(ctx(), { version: 0, ...text })).toMatchObject({ ok: false, code, details: { names } });
    expect(await listTemplateVersions(ctx(), { template: "answers" })).toEqual([]);
  });

  it("keep every version with who wrote it, let one of two editors through, and hold from the next mail on", async () => {
    const both = await Promise.all([saveTemplate(ctx(), { ...TEXT, version: 0 }), saveTemplate(ctx(), { ...TEXT, subject: "Otro {asunto}", version: 0 })]);
    expect(both.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["TEMPLATE_CHANGED", "ok"]);
    unwrap(await saveTemplate(ctx(), { ...TEXT, subject: "Tercero: {asunto}", version: 1 }));
    expect((await listTemplateVersions(ctx(), { template: "answers" })).map(({ number, savedByName }) => [number, savedByName])).toEqual([[2, "Diego Mora"], [1, "Diego Mora"]]);

    unwrap(await sendTestMail(ctx(), { template: "answers" }));
    const [mail] = await mailTo(diego, NOON);
    expect(mail).toMatchObject({ kind: "test", state: "kept", address: "diego@impera.example", subject: "[Prueba] Tercero: El correo dejó de llegar" });
    expect(mail!.bodyText).toContain("Estimado Ana Torres: Carla Ríos respondió.");
  });
});
