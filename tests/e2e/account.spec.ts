import { randomBytes } from "node:crypto";
import { expect, test } from "@/tests/support/browser";
import { lookAt } from "@/tests/support/browser-axe";
import { queryDatabase } from "@/tests/support/browser-database";
import { newcomer } from "@/tests/support/browser-newcomer";
import { linkFor } from "@/tests/support/browser-outbox";
import { ADDRESSES, password, sessionCookies } from "@/tests/support/browser-people";

const DESKTOP = { viewport: { width: 1440, height: 900 } };
const OTHER = "otra frase larga y secreta";
const newAddress = () => `otra-${randomBytes(4).toString("hex")}@otro.example`;

test("one's own name, password and address are changed, the address once both agreed, and other sessions end", async ({ as }) => {
  test.setTimeout(240_000);
  const email = await newcomer(ADDRESSES.pilar, "Nombre Viejo");
  const [page, elsewhere] = [await as(null), await as(null)];
  await page.context().addCookies(await sessionCookies(email));
  await elsewhere.context().addCookies(await sessionCookies(email));
  await page.goto("/portal/tickets");
  await page.getByRole("link", { name: "Mi cuenta: Nombre Viejo" }).click();
  await expect(page.getByRole("heading", { name: "Mi cuenta", level: 1 })).toBeVisible();
  await page.getByLabel("Nombre completo").fill("https://malo.example");
  await page.getByRole("button", { name: "Guardar nombre" }).click();
  await expect(page.getByLabel("Nombre completo")).toHaveAccessibleDescription(/sin direcciones de internet/);
  await page.getByLabel("Nombre completo").fill("Nombre Nuevo");
  await page.getByRole("button", { name: "Guardar nombre" }).click();
  await expect(page.getByText("Su nombre quedó guardado")).toBeVisible();
  await expect(page.getByRole("link", { name: "Mi cuenta: Nombre Nuevo" })).toBeVisible();
  await lookAt(page, "account");

  await page.getByLabel("Contraseña actual").fill("no es esa");
  await page.getByLabel("Contraseña nueva").fill(OTHER);
  await page.getByLabel("Escríbala otra vez").fill(OTHER);
  await page.getByRole("button", { name: "Cambiar contraseña" }).click();
  await expect(page.getByLabel("Contraseña actual")).toHaveAccessibleDescription(/no es la contraseña/);
  await page.getByLabel("Contraseña actual").fill(password());
  await page.getByRole("button", { name: "Cambiar contraseña" }).click();
  await expect(page.getByText("Su contraseña cambió y se cerraron sus sesiones en otros equipos")).toBeVisible();
  for (const label of ["Contraseña actual", "Contraseña nueva", "Escríbala otra vez"]) await expect(page.getByLabel(label)).toHaveValue("");
  await elsewhere.goto("/portal/tickets");
  await expect(elsewhere).toHaveURL(/\/sign-in/);

  // Some time later the proof is asked for again, and what was typed stays.
  const fresh = newAddress();
  await queryDatabase("UPDATE user_session SET confirmed_at = now() - interval '1 hour' WHERE ended_at IS NULL AND user_id = (SELECT id FROM app_user WHERE email = $1)", [email]);
  await page.getByLabel("Correo nuevo").fill(fresh);
  await page.getByRole("button", { name: "Cambiar mi correo" }).click();
  await expect(page.getByText("Por seguridad, confirme primero que es usted")).toBeVisible();
  await expect(page.getByLabel("Correo nuevo")).toHaveValue(fresh);
  const tab = await page.context().newPage();
  await tab.goto("/sign-in/confirm");
  await tab.getByLabel("Su contraseña").fill(OTHER);
  await tab.getByRole("button", { name: "Continuar" }).click();
  await expect(tab.getByText("Puede cerrar esta pestaña")).toBeVisible();
  await tab.close();
  await page.getByRole("button", { name: "Cambiar mi correo" }).click();
  await expect(page.getByText(`Cambio pendiente a ${fresh}`)).toBeVisible();
  await expect(page.getByText(`Desde ${email}: falta permitirlo`)).toBeVisible();
  await lookAt(page, "account-pending");

  const [toOld, toNew] = [await linkFor(email, "change-address"), await linkFor(fresh, "change-address")];
  await page.request.get(toOld); // scanners of mails
  await page.request.get(toNew);
  await elsewhere.goto(toOld);
  await lookAt(elsewhere, "address-old");
  await elsewhere.getByRole("button", { name: "Permitir el cambio" }).click();
  await expect(elsewhere.getByRole("heading", { name: "Falta el otro correo" })).toBeVisible();
  await page.reload();
  await expect(page.getByText(`Desde ${email}: permitido`)).toBeVisible();
  const plain = await as(null, { javaScriptEnabled: false });
  await plain.goto(toNew);
  await plain.getByRole("button", { name: "Confirmar este correo" }).click();
  await expect(plain.getByRole("heading", { name: "Su correo cambió" })).toBeVisible();
  // The session that asked goes on; with the new address one comes in.
  await page.reload();
  await expect(page.getByText(`Entra con ${fresh}.`)).toBeVisible();
  await elsewhere.goto("/sign-in");
  await elsewhere.getByLabel("Correo electrónico").fill(fresh);
  await elsewhere.getByLabel("Contraseña").fill(OTHER);
  await elsewhere.getByRole("button", { name: "Entrar" }).click();
  await expect(elsewhere).toHaveURL(/\/portal\/tickets$/);
});

test("the desk's people find the way to their account, refuse a change that they did not ask for, and make a password where they have none", async ({ as }) => {
  test.setTimeout(180_000);
  const email = await newcomer(ADDRESSES.carla, "Agente Propia");
  const fresh = newAddress();
  const page = await as(null, DESKTOP);
  await page.context().addCookies(await sessionCookies(email));
  await page.goto("/agent/queues/open");
  // On a telephone the bar's signs fit beside the name.
  await page.setViewportSize({ width: 360, height: 740 });
  const [brand, sign] = [await page.getByRole("link", { name: "Impera Agentes" }).boundingBox(), await page.getByRole("link", { name: "Mi cuenta: Agente Propia" }).boundingBox()];
  expect(Math.abs(brand!.y + brand!.height / 2 - sign!.y - sign!.height / 2)).toBeLessThan(8);
  await page.setViewportSize(DESKTOP.viewport);
  await page.getByRole("link", { name: "Mi cuenta: Agente Propia" }).click();
  await page.getByLabel("Correo nuevo").fill(fresh);
  await page.getByRole("button", { name: "Cambiar mi correo" }).click();
  await expect(page.getByText(`Cambio pendiente a ${fresh}`)).toBeVisible();
  const stranger = await as(null, { javaScriptEnabled: false });
  await stranger.goto(await linkFor(fresh, "change-address"));
  await expect(stranger.getByText(email)).toHaveCount(0);
  await stranger.getByRole("button", { name: "No fui yo, rechazar" }).click();
  await expect(stranger.getByRole("heading", { name: "El cambio se rechazó" })).toBeVisible();
  await page.reload();
  await expect(page.getByText(`El cambio a ${fresh} se rechazó desde uno de los dos correos`)).toBeVisible();
  await queryDatabase("UPDATE app_user SET password_hash = NULL WHERE email = $1", [email]);
  await page.reload();
  await page.getByRole("button", { name: "Enviarme el enlace" }).click();
  await expect(page.getByText("El enlace va en camino")).toBeVisible();
  await lookAt(page, "account-desk");
  await page.goto(await linkFor(email, "set-password"));
  await expect(page.getByRole("heading", { name: "Crear su contraseña" })).toBeVisible();
  await page.goto("/agent/account");
  await page.getByRole("link", { name: "Segundo factor y sesiones abiertas" }).click();
  await expect(page.getByRole("heading", { name: "Sesiones abiertas" })).toBeVisible();
});
