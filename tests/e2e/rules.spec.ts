import { randomUUID } from "node:crypto";
import { referenceFrom } from "@/lib/tickets/reference";
import { expect, test } from "@/tests/support/browser";
import { lookAt } from "@/tests/support/browser-axe";
import { newcomer } from "@/tests/support/browser-newcomer";
import { queryDatabase } from "@/tests/support/browser-database";
import { sessionCookies } from "@/tests/support/browser-people";

test("a rule is written, tried on past tickets, switched on and acts; a ticket is put off; its customer says how it was attended", async ({ as }, info) => {
  test.setTimeout(180_000);
  const word = `zafiro${info.retry}${randomUUID().slice(0, 6)}`;
  const email = await newcomer("gerardo@mueblessabino.example", `Opinión ${word}`);
  const reference = referenceFrom(crypto.getRandomValues(new Uint8Array(8)));
  await queryDatabase(
    `INSERT INTO ticket (reference, requester_id, organization_id, department_id, priority, subject, body, submission_key, created_at, updated_at)
     SELECT $1, u.id, u.organization_id, (SELECT id FROM department WHERE slug = 'soporte-tecnico'), 'low', $2, 'Desde ayer.', gen_random_uuid(), now(), now() FROM app_user u WHERE u.email = $3`,
    [reference, `Falla el ${word}`, email],
  );
  const diego = await as("diego", { viewport: { width: 1440, height: 900 } });
  const ticket = `/agent/tickets/${reference}`;
  await diego.goto(ticket);
  await diego.getByRole("button", { name: "Poner en espera" }).click();
  await expect(diego.getByRole("button", { name: "Retomar" })).toBeVisible();

  await diego.goto("/agent/settings/rules/new");
  await diego.getByLabel("Nombre").fill(`Regla ${word}`);
  await diego.getByLabel("Cuando…").selectOption({ label: "cambia el estado" });
  await diego.getByLabel("Baja").check();
  await diego.getByLabel(/^y su asunto o primer mensaje dice/).fill(word);
  await diego.getByLabel(/^entonces deja esta nota interna/).fill("Para {cliente}");
  await diego.getByRole("button", { name: "Guardar" }).click();
  await expect(diego.getByText("Entre llaves solo pueden ir").first()).toBeVisible();
  await expect(diego.getByLabel("Baja")).toBeChecked();
  await diego.getByLabel(/^entonces deja esta nota interna/).fill(`Revisar {referencia} ${word}`);
  await diego.getByLabel(/^cambia la prioridad/).selectOption({ label: "sube un nivel" });
  await diego.getByRole("button", { name: "Guardar" }).click();
  await expect(diego.getByRole("heading", { level: 1, name: `Regla ${word}` })).toBeVisible();
  await expect(diego.getByLabel("Baja")).toBeChecked();

  await diego.getByRole("link", { name: "Probar con tickets pasados" }).click();
  await expect(diego.getByRole("heading", { name: "Habría actuado una vez" })).toBeVisible();
  await expect(diego.getByRole("row", { name: new RegExp(reference) })).toContainText("Sube la prioridad un nivel");
  await lookAt(diego, "rule-trial");
  await diego.getByRole("button", { name: "Encender" }).click();
  await expect(diego.getByText("Encendida")).toBeVisible();

  await diego.goto(ticket);
  await diego.getByRole("button", { name: "Retomar" }).click();
  // Shown by itself, once the job came.
  await expect(diego.getByRole("article").getByText(`Se aplicó la regla «Regla ${word}»`)).toBeVisible({ timeout: 30_000 });
  await expect(diego.getByRole("article").getByText(`Revisar ${reference} ${word}`)).toBeVisible();
  await expect(diego.getByLabel("Prioridad")).toHaveValue("medium");

  await diego.getByText("Posponer hasta…").click();
  await diego.getByRole("button", { name: "Posponer" }).click();
  await expect(diego.getByText(/^Pospuesto hasta el .* por Diego/)).toBeVisible();
  await lookAt(diego, "snoozed");
  await diego.setViewportSize({ width: 1440, height: 900 });
  await diego.goto("/agent/queues/snoozed");
  await expect(diego.getByRole("link", { name: new RegExp(word) })).toBeVisible();
  await diego.goto(ticket);
  await diego.getByRole("button", { name: "Traer de vuelta" }).click();
  await expect(diego.getByText("Posponer hasta…")).toBeVisible();
  await diego.getByRole("button", { name: "Resolver" }).click();

  const plain = await as(null, { javaScriptEnabled: false });
  await plain.context().addCookies(await sessionCookies(email));
  await plain.goto(`/portal/tickets/${reference}`);
  await plain.getByLabel("¿Algo que quiera decirnos?").fill(`Gracias por el ${word}`);
  await plain.getByRole("button", { name: "Enviar", exact: true }).click();
  await expect(plain.getByText("Elija una opción de la lista.").first()).toBeVisible();
  await expect(plain.getByLabel("¿Algo que quiera decirnos?")).toHaveValue(`Gracias por el ${word}`);
  await plain.getByRole("radio", { name: /^Bien/ }).check();
  await plain.getByRole("button", { name: "Enviar", exact: true }).click();
  await expect(plain.getByText("Gracias. Quedó guardado.")).toBeVisible();
  await diego.goto("/agent/satisfaction");
  await expect(diego.getByRole("listitem").filter({ hasText: reference })).toContainText(`Gracias por el ${word}`);

  await diego.goto("/agent/settings/rules");
  await diego.getByRole("link", { name: `Regla ${word}`, exact: true }).click();
  await expect(diego.getByRole("list", { name: /^Lo que hizo la regla/ })).toContainText("Deja una nota interna");
  await lookAt(diego, "rule");
  await diego.getByText("Quitar esta regla").click();
  await diego.getByRole("button", { name: "Quitar", exact: true }).click();
  await expect(diego.getByRole("link", { name: `Regla ${word}`, exact: true })).toHaveCount(0);
});
