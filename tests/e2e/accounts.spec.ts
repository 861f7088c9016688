import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { lookAt } from "@/tests/support/browser-axe";
import { newcomer } from "@/tests/support/browser-newcomer";
import { linkFor } from "@/tests/support/browser-outbox";
import { ADDRESSES } from "@/tests/support/browser-people";

const PASSWORD = "una frase larga y secreta";

test("whoever signs up is asked about a slip, confirms through the mail, and stands in the portal", async ({ page, as }) => {
  test.setTimeout(120_000);
  const email = `nora-${randomBytes(4).toString("hex")}@acme.example`;
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Crear una cuenta" }).click();
  const address = page.getByLabel("Correo electrónico");
  await address.fill("nora@gmial.com");
  await page.getByLabel("Nombre completo").fill("Nora Nueva");
  await expect(page.getByText("¿Quiso decir nora@gmail.com?")).toBeVisible();
  await lookAt(page, "sign-up");
  await page.getByRole("button", { name: "Sí, corregir" }).click();
  await expect(address).toHaveValue("nora@gmail.com");
  await expect(address).toBeFocused();
  await address.fill(email);
  await page.getByLabel("Contraseña").fill("corta");
  await page.getByRole("button", { name: "Crear cuenta" }).click();
  await expect(page.getByLabel("Contraseña")).toHaveAccessibleDescription(/al menos 12 caracteres/);
  await expect(address).toHaveValue(email);
  await page.getByLabel("Contraseña").fill(PASSWORD);
  await page.getByRole("button", { name: "Crear cuenta" }).click();
  await expect(page.getByRole("heading", { name: "Confirme su correo" })).toBeVisible();
  await expect(page).toHaveTitle(/\S/); // comes a moment after what the form answered
  await lookAt(page, "sign-up-sent");

  const way = await linkFor(email, "sign-up");
  await page.request.get(way); // a scanner of mails
  const plain = await as(null, { javaScriptEnabled: false });
  await plain.goto(way);
  expect(await postFromElsewhere(plain, { password: PASSWORD })).toBeGreaterThanOrEqual(400);
  await plain.getByLabel("Contraseña que eligió").fill("no es esa");
  await plain.getByRole("button", { name: "Confirmar y entrar" }).click();
  await expect(plain.getByLabel("Contraseña que eligió")).toHaveAccessibleDescription(/no es la contraseña/);
  await page.goto(way);
  await lookAt(page, "sign-up-confirm");
  await page.getByLabel("Contraseña que eligió").fill(PASSWORD);
  await page.getByRole("button", { name: "Confirmar y entrar" }).click();
  await expect(page).toHaveURL(/\/portal\/tickets$/);
  await expect(page.getByText("Todavía no tiene tickets")).toBeVisible();
});

test("who forgot the password gets a link, asks for another without a script, and enters with a new one", async ({ as }) => {
  test.setTimeout(120_000);
  const email = await newcomer(ADDRESSES.pilar, "Olvido Prueba");
  const plain = await as(null, { javaScriptEnabled: false });
  await plain.goto("/sign-in");
  await plain.getByRole("link", { name: "Olvidé mi contraseña" }).click();
  await plain.getByLabel("Correo electrónico").fill(email);
  await plain.getByRole("button", { name: "Enviarme el enlace" }).click();
  await expect(plain.getByRole("heading", { name: "Revise su correo" })).toBeVisible();
  const first = await linkFor(email, "set-password");
  await plain.goto("/forgot-password");
  await plain.getByLabel("Correo electrónico").fill(email);
  await plain.getByRole("button", { name: "Enviarme el enlace" }).click();
  await expect.poll(() => linkFor(email, "set-password"), { timeout: 30_000 }).not.toBe(first);

  const second = await linkFor(email, "set-password");
  await plain.goto(first);
  await plain.getByRole("button", { name: "Enviarme otro enlace" }).click();
  await expect(plain.getByText("en un momento recibirá otro")).toBeVisible();
  await expect.poll(() => linkFor(email, "set-password"), { timeout: 30_000 }).not.toBe(second);
  const page = await as(null);
  await page.goto(first);
  await lookAt(page, "link-spent");
  await page.goto(await linkFor(email, "set-password"));
  await page.getByLabel("Contraseña nueva").fill(PASSWORD);
  await page.getByLabel("Escríbala otra vez").fill(PASSWORD);
  await page.getByRole("button", { name: "Guardar contraseña" }).click();
  await expect(page.getByText("Su contraseña quedó guardada")).toBeVisible();
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByLabel("Contraseña").fill(PASSWORD);
  await page.getByRole("button", { name: "Entrar" }).click();
  await expect(page).toHaveURL(/\/portal\/tickets$/);
});

/** The page's own form, sent by another site. @returns the status of the answer */
async function postFromElsewhere(page: Page, typed: Record<string, string>): Promise<number> {
  const hidden = await page.locator("form input[type=hidden]").evaluateAll((inputs) => Object.fromEntries(inputs.map((input) => [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""])));
  const answer = await page.request.post(page.url(), { multipart: { ...hidden, ...typed }, headers: { origin: "https://elsewhere.example" }, maxRedirects: 0 });
  return answer.status();
}
