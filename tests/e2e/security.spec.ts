import type { Page } from "@playwright/test";
import { codeAt } from "@/tests/support/authenticator";
import { expect, test } from "@/tests/support/browser";
import { lookAt } from "@/tests/support/browser-axe";
import { queryDatabase } from "@/tests/support/browser-database";
import { newcomer } from "@/tests/support/browser-newcomer";
import { startOwnDesk } from "@/tests/support/browser-own-desk";
import { ADDRESSES, password, sessionCookies } from "@/tests/support/browser-people";

const DESKTOP = { viewport: { width: 1440, height: 900 } };
const SECURITY = "/agent/account/security";

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent("/agent/queues/open?text=red")}`);
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByLabel("Contraseña").fill(password());
  await page.getByRole("button", { name: "Entrar" }).click();
  await expect(page.getByRole("heading", { name: "Escriba su código" })).toBeVisible();
}

test("a second factor is set up, asked for when signing in and before what is sensitive, and other sessions end", async ({ as }) => {
  test.setTimeout(180_000);
  const email = await newcomer(ADDRESSES.carla, "Factor Prueba");
  const cookies = await sessionCookies(email);
  const page = await as(null, DESKTOP);
  await page.context().addCookies(cookies);
  await page.goto(SECURITY);
  await page.getByRole("button", { name: "Activar el segundo factor" }).click();
  await expect(page.getByRole("img", { name: /Código QR/ })).toBeVisible();
  await lookAt(page, "factor-set-up");
  const secret = (await page.getByText(/^(?:[A-Z2-7]{4} ?){8}$/).innerText()).replaceAll(" ", "");
  const code = page.getByLabel("Código de seis cifras");
  await code.fill("000000");
  await page.getByRole("button", { name: "Comprobar y activar" }).click();
  await expect(code).toHaveAccessibleDescription(/Ese código no es correcto/);
  const now = Temporal.Now.instant();
  await code.fill(codeAt(secret, now));
  await page.getByRole("button", { name: "Comprobar y activar" }).click();
  const codes = page.getByRole("list", { name: "Códigos de recuperación" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const [recovery = "", other = ""] = await codes.allInnerTexts();
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Descargar" }).click();
  expect((await file).suggestedFilename()).toBe("codigos-de-recuperacion.txt");
  await lookAt(page, "recovery-codes");
  await page.getByRole("link", { name: "Ya los guardé, continuar" }).click();
  await expect(page.getByText("Le quedan 10 códigos de recuperación sin usar.")).toBeVisible();
  await lookAt(page, "factor-active");

  const waiting = await as(null, DESKTOP);
  await signIn(waiting, email);
  await lookAt(waiting, "code");

  // Without JavaScript, with a recovery code: to the page that was asked for.
  const plain = await as(null, { javaScriptEnabled: false, userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0" });
  await signIn(plain, email);
  await plain.goto("/agent/queues/open?text=red");
  await expect(plain.getByRole("heading", { name: "Escriba su código" })).toBeVisible();
  await plain.getByText("No tengo mi teléfono").click();
  await plain.getByLabel("Código de recuperación").fill("no-es-este");
  await plain.getByRole("button", { name: "Entrar con este código" }).click();
  await expect(plain.getByText("Ese código no es correcto").first()).toBeVisible();
  await plain.getByLabel("Código de recuperación").fill(recovery);
  await plain.getByRole("button", { name: "Entrar con este código" }).click();
  await expect(plain).toHaveURL(/\/agent\/queues\/open\?text=red$/);

  // The other one sees it, and ends it.
  await page.reload();
  await page.getByRole("button", { name: "Cerrar la sesión de Firefox en Linux" }).click();
  await expect(page.getByText("Firefox en Linux")).toHaveCount(0);
  await plain.goto("/agent/queues/open");
  await expect(plain).toHaveURL(/\/sign-in/);

  // Some time later, the security page asks again; and from an action in another tab.
  await queryDatabase("UPDATE user_session SET confirmed_at = now() - interval '1 hour' WHERE ended_at IS NULL AND NOT awaits_factor AND user_id = (SELECT id FROM app_user WHERE email = $1)", [email]);
  await page.goto(`${SECURITY}?x=1`);
  await expect(page.getByRole("heading", { name: "Confirme que es usted" })).toBeVisible();
  await lookAt(page, "confirm");
  await page.getByLabel("Código de seis cifras").fill(codeAt(secret, now.add({ seconds: 30 })));
  await page.getByRole("button", { name: "Continuar" }).click();
  await expect(page).toHaveURL(/\/agent\/account\/security\?x=1$/);
  await page.reload();
  await queryDatabase("UPDATE user_session SET confirmed_at = now() - interval '1 hour' WHERE ended_at IS NULL AND NOT awaits_factor AND user_id = (SELECT id FROM app_user WHERE email = $1)", [email]);
  await page.getByText("Quitar el segundo factor").first().click();
  await page.getByLabel("Código", { exact: true }).fill(other);
  await page.getByRole("button", { name: "Quitar el segundo factor" }).click();
  await expect(page.getByText("Por seguridad, confirme primero que es usted")).toBeVisible();
  await expect(page.getByLabel("Código", { exact: true })).toHaveValue(other);
  await expect(page.getByRole("link", { name: "Confirmar mi identidad en otra pestaña" })).toHaveAttribute("href", "/sign-in/confirm");

  // An administrator sees who has none, helps one who lost it, and sees to the leaving of another; the open page ends by itself.
  const admin = await as(null, DESKTOP);
  await admin.context().addCookies(await sessionCookies(await newcomer(ADDRESSES.diego, "Jefa Prueba")));
  await admin.goto("/agent/settings/security");
  await admin.getByLabel("El personal debe tener un segundo factor").check();
  await admin.getByRole("button", { name: "Guardar" }).click();
  await expect(admin.getByText("Active primero su propio segundo factor").first()).toBeVisible();
  await lookAt(admin, "security-settings");
  await admin.goto("/agent/settings/staff");
  await lookAt(admin, "staff");
  const [{ id } = { id: "" }] = await queryDatabase<{ id: string }>("SELECT id FROM app_user WHERE email = $1", [email]);
  await admin.goto(`/agent/settings/staff/${id}`);
  await page.goto("/agent/queues/open");
  await admin.getByText("Desactivar la cuenta").click();
  await lookAt(admin, "staff-member");
  await admin.getByRole("button", { name: "Desactivar" }).click();
  await expect(admin.getByRole("heading", { name: "Factor Prueba (inactivo)" })).toBeVisible();
  await expect(admin.getByText("Jefa Prueba desactivó la cuenta.")).toBeVisible();
  await expect(page.getByText("Su sesión terminó").first()).toBeVisible({ timeout: 20_000 });
  await page.goto("/agent/queues/open");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a desk that wants a second factor has it set up by whoever is inside, and helps who lost theirs: a colleague and a customer", async ({ as }) => {
  test.setTimeout(240_000);
  const desk = await startOwnDesk(["diego", "carla", "ana"]);
  try {
    const enter = async (person: "diego" | "carla" | "ana") => {
      const page = await as(null, { ...DESKTOP, baseURL: desk.url });
      await page.context().addCookies(await sessionCookies(ADDRESSES[person], desk.url));
      return page;
    };
    const admin = await enter("diego");
    const carla = await enter("carla");
    await carla.goto("/agent/queues/solved");
    await admin.goto(SECURITY);
    await setUpFactor(admin);
    await admin.goto("/agent/settings/security");
    await admin.getByLabel("El personal debe tener un segundo factor").check();
    await admin.getByRole("button", { name: "Guardar" }).click();
    await expect(admin.getByText("Quedó guardado.")).toBeVisible();
    await lookAt(admin, "security-settings-forced");

    // Whoever is inside goes no further without one, and then where they were going.
    await carla.goto("/agent/queues/solved");
    await expect(carla.getByRole("heading", { name: "Active su segundo factor" })).toBeVisible();
    await lookAt(carla, "factor-forced");
    await carla.goto("/agent/customers");
    await expect(carla).toHaveURL(/\/sign-in\/second-factor\?next=%2Fagent%2Fcustomers$/);
    await setUpFactor(carla, "factor-forced-set-up");
    await expect(carla).toHaveURL(/\/agent\/customers$/);

    const [{ id } = { id: "" }] = await desk.query<{ id: string }>("SELECT id FROM app_user WHERE email = $1", [ADDRESSES.carla]);
    await admin.goto(`/agent/settings/staff/${id}`);
    await admin.getByText("Restablecer su segundo factor").click();
    const reason = admin.getByLabel("Cómo se aseguró de que es esa persona");
    await admin.getByRole("button", { name: "Restablecer el segundo factor" }).click();
    await expect(reason).toHaveAccessibleDescription(/Este campo es necesario/);
    await reason.fill("Vino a mi escritorio");
    await lookAt(admin, "staff-reset");
    await admin.getByRole("button", { name: "Restablecer el segundo factor" }).click();
    await expect(admin.getByText("diego restableció su segundo factor.")).toBeVisible();
    await expect(admin.getByText("Motivo: Vino a mi escritorio")).toBeVisible();
    await expect(carla.getByText("Su sesión terminó").first()).toBeVisible({ timeout: 20_000 });
    const again = await enter("carla");
    await again.goto("/agent/queues/solved");
    await expect(again.getByRole("heading", { name: "Active su segundo factor" })).toBeVisible();

    const ana = await enter("ana");
    await ana.goto("/portal/account/security");
    await setUpFactor(ana);
    const locked = await enter("ana");
    await locked.goto("/portal/tickets");
    await expect(locked.getByRole("heading", { name: "Escriba su código" })).toBeVisible();
    await admin.goto("/agent/customers");
    await admin.getByRole("link", { name: "Acceso de un cliente" }).click();
    await admin.getByRole("searchbox", { name: "Buscar a una persona" }).fill("ANA@acme");
    await admin.getByRole("searchbox", { name: "Buscar a una persona" }).press("Enter");
    await expect(admin.getByText("Con segundo factor")).toBeVisible();
    await lookAt(admin, "access-search");
    await admin.getByRole("link", { name: "ana", exact: true }).click();
    await admin.getByText("Restablecer su segundo factor").click();
    await admin.getByLabel("Cómo se aseguró de que es esa persona").fill("La llamé al teléfono de su contrato");
    await lookAt(admin, "access-person");
    await admin.getByRole("button", { name: "Restablecer el segundo factor" }).click();
    await expect(admin.getByText("Motivo: La llamé al teléfono de su contrato")).toBeVisible();
    await expect(admin.getByText("No tiene un segundo factor que restablecer.")).toBeVisible();
    await locked.reload();
    await expect(locked.getByRole("heading", { name: "Iniciar sesión" })).toBeVisible();
    const inside = await enter("ana");
    await inside.goto("/portal/tickets");
    await expect(inside).toHaveURL(/\/portal\/tickets$/);
  } finally {
    await desk.stop();
  }
});

/** From the page that offers it to the codes, and on. */
async function setUpFactor(page: Page, look?: string): Promise<void> {
  await page.getByRole("button", { name: "Activar el segundo factor" }).click();
  await expect(page.getByRole("img", { name: /Código QR/ })).toBeVisible();
  if (look) await lookAt(page, look);
  const secret = (await page.getByText(/^(?:[A-Z2-7]{4} ?){8}$/).innerText()).replaceAll(" ", "");
  await page.getByLabel("Código de seis cifras").fill(codeAt(secret, Temporal.Now.instant()));
  await page.getByRole("button", { name: "Comprobar y activar" }).click();
  await page.getByRole("link", { name: "Ya los guardé, continuar" }).click();
}
