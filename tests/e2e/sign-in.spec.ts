import { createHash, randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { queryDatabase } from "@/tests/support/browser-database";
import { ADDRESSES, password } from "@/tests/support/browser-people";

const WRONG = "El correo o la contraseña no son correctos";

async function tryToSignIn(page: Page, email: string, secret: string): Promise<void> {
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByLabel("Contraseña").fill(secret);
  const answered = page.waitForResponse((response) => response.request().method() === "POST" && response.url().includes("/sign-in"));
  await page.getByRole("button", { name: "Entrar" }).click();
  await answered;
}

test.describe("when it fails", () => {
  test("says the same whether the address exists or not, takes the focus there, and keeps the address", async ({ page }) => {
    for (const email of [ADDRESSES.hugo, "nadie@acme.example"]) {
      await page.goto("/sign-in");
      await tryToSignIn(page, email, "no es la contraseña");
      await expect(page.getByText(WRONG)).toBeVisible();
      await expect(page.getByRole("alert").filter({ hasText: WRONG })).toBeFocused();
      await expect(page.getByLabel("Correo electrónico")).toHaveValue(email);
    }
  });

  test("slows down after five wrong tries, for an address that does not exist too", async ({ page }) => {
    const email = `nadie-${randomBytes(4).toString("hex")}@acme.example`;
    await page.goto("/sign-in");
    for (let wrongTry = 1; wrongTry <= 5; wrongTry += 1) {
      await tryToSignIn(page, email, `intento ${wrongTry}`);
      await expect(page.getByText(WRONG)).toBeVisible();
    }
    await tryToSignIn(page, email, "intento 6");
    await expect(page.getByText("Espere 15 minutos y vuelva a intentar")).toBeVisible();
  });

  test("tells a suspended person so, but only with the right password", async ({ page }) => {
    const [person] = await queryDatabase<{ id: string }>(
      "INSERT INTO app_user (email, name, role, password_hash, suspended_at) SELECT $1, 'Suspendida', 'customer', password_hash, now() FROM app_user WHERE email = $2 RETURNING id",
      [`suspendida-${randomBytes(4).toString("hex")}@acme.example`, ADDRESSES.ana],
    );
    const [{ email } = { email: "" }] = await queryDatabase<{ email: string }>("SELECT email FROM app_user WHERE id = $1", [person?.id]);
    await page.goto("/sign-in");
    await tryToSignIn(page, email, "no es la contraseña");
    await expect(page.getByText(WRONG)).toBeVisible();
    await tryToSignIn(page, email, password());
    await expect(page.getByText("Esta cuenta está suspendida")).toBeVisible();
    await queryDatabase("DELETE FROM app_user WHERE id = $1", [person?.id]);
  });

  test("names what is missing", async ({ page }) => {
    await page.goto("/sign-in");
    await tryToSignIn(page, "", "");
    await expect(page.getByRole("alert").getByRole("link")).toHaveText(["Este campo es necesario.", "Este campo es necesario."]);
    await expect(page.getByLabel("Contraseña")).toHaveAccessibleDescription("Este campo es necesario.");
  });
});

test.describe("afterwards", () => {
  for (const next of ["https://evil.example/", "//evil.example/", "/\\evil.example", "/sign-in?next=/sign-in"]) {
    test(`leads into the portal, not to ${next}`, async ({ page }) => {
      await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
      await tryToSignIn(page, ADDRESSES.pilar, password());
      await expect(page).toHaveURL(/\/portal\/tickets$/);
    });
  }

  test("leads to the page that was asked for, with its query, and out again", async ({ page }) => {
    await page.goto("/portal/tickets?filter=all");
    await tryToSignIn(page, ADDRESSES.pilar, password());
    await expect(page).toHaveURL(/\/portal\/tickets\?filter=all$/);
    await page.goto("/sign-in");
    await expect(page).toHaveURL(/\/portal\/tickets$/);
    await page.getByRole("button", { name: "Cerrar sesión" }).click();
    await expect(page.getByText("Cerró su sesión en este equipo.")).toBeVisible();
    await page.goto("/portal/tickets");
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

for (const javaScriptEnabled of [true, false]) {
  test(`a one-time link sets a password once, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ as }) => {
    const page = await as(null, { javaScriptEnabled });
    const { email, token } = await newPersonWithLink();
    const first = "una frase larga y secreta";
    await page.goto(`/set-password/${token}`);
    await page.reload(); // looking does not use it up
    await expect(page.getByText(email)).toBeVisible();
    expect(await page.locator('meta[name="referrer"]').getAttribute("content")).toBe("same-origin");

    await setPassword(page, "corta", "corta");
    await expect(page.getByLabel("Contraseña nueva")).toHaveAccessibleDescription(/al menos 12 caracteres/);
    await setPassword(page, first, "otra frase larga y secreta");
    await expect(page.getByLabel("Escríbala otra vez")).toHaveAccessibleDescription(/no son iguales/);
    await setPassword(page, first, first);
    await expect(page.getByText("Su contraseña quedó guardada")).toBeVisible();
    await tryToSignIn(page, email, first);
    await expect(page).toHaveURL(/\/portal\/tickets$/);
    await expect(page.getByText("Todavía no tiene tickets")).toBeVisible();

    await page.goto(`/set-password/${token}`);
    await expect(page.getByRole("heading", { name: "Este enlace ya no sirve" })).toBeVisible();
  });
}

test("a link that is past its time sets nothing", async ({ page }) => {
  const { token } = await newPersonWithLink({ minutes: -1 });
  const answer = await page.goto(`/set-password/${token}`);
  expect(answer?.headers()["cache-control"]).toContain("no-store");
  await expect(page.getByRole("heading", { name: "Este enlace ya no sirve" })).toBeVisible();
});

async function setPassword(page: Page, typed: string, again: string): Promise<void> {
  await page.getByLabel("Contraseña nueva").fill(typed);
  await page.getByLabel("Escríbala otra vez").fill(again);
  await page.getByRole("button", { name: "Guardar contraseña" }).click();
}

/** As `npm run admin:create` makes it: the token in the address, its SHA-256 in the database. */
async function newPersonWithLink({ minutes = 30 } = {}): Promise<{ email: string; token: string }> {
  const email = `nueva-${randomBytes(4).toString("hex")}@acme.example`;
  const token = randomBytes(32).toString("base64url");
  await queryDatabase(
    `WITH person AS (INSERT INTO app_user (email, name, role) VALUES ($1, 'Nueva Persona', 'customer') RETURNING id)
     INSERT INTO account_link (purpose, address, user_id, seed, token_hash, created_at, expires_at)
     SELECT 'password', $1, id, '', $2, now() - interval '1 hour', now() + make_interval(mins => $3) FROM person`,
    [email, createHash("sha256").update(token).digest("hex"), minutes],
  );
  return { email, token };
}
