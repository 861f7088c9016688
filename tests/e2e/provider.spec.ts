import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { lookAt } from "@/tests/support/browser-axe";
import { startOwnDesk } from "@/tests/support/browser-own-desk";
import { ADDRESSES, sessionCookies } from "@/tests/support/browser-people";
import { OIDC_CLIENT, startIdentityProvider, type Somebody } from "@/tests/support/identity-provider";

const DESKTOP = { viewport: { width: 1440, height: 900 } };

test("an identity provider signs in whom the desk knows, and places who is new by the domain or leaves them to the desk; others are told why not", async ({ as }) => {
  test.setTimeout(180_000);
  const provider = await startIdentityProvider();
  try {
    const desk = await startOwnDesk(["carla", "diego"], { OIDC_ISSUER: provider.issuer, ...OIDC_CLIENT });
    try {
      await desk.query("INSERT INTO organization_domain (domain, organization_id, created_at) SELECT 'acme.example', id, now() FROM organization");
      const page = await as(null, { baseURL: desk.url, javaScriptEnabled: false });
      const come = async (browser: Page, somebody: Somebody, next: string) => {
        await provider.comes(somebody);
        await browser.goto(next);
        await browser.getByRole("link", { name: "Entrar con Acme ID" }).click();
      };
      await come(page, { subject: "sin-comprobar", email: "otra@acme.example", isEmailVerified: false }, "/agent/queues/solved");
      await expect(page.getByText("no ha comprobado su correo electrónico")).toBeVisible();

      // Whoever the provider remembers goes on being them: another browser for each.
      const other = await as(null, { baseURL: desk.url });
      await provider.comes({ subject: "carla", email: ADDRESSES.carla });
      await other.goto("/agent/queues/solved");
      await lookAt(other, "sign-in-provider");
      await other.getByRole("link", { name: "Entrar con Acme ID" }).click();
      await expect(other).toHaveURL(/\/agent\/queues\/solved$/);
      await other.goto("/agent/account/security");
      await expect(other.getByText("Esta sesión")).toBeVisible();
      expect(await desk.query("SELECT subject FROM user_identity")).toEqual([{ subject: "carla" }]);

      const placed = await as(null, { baseURL: desk.url });
      await come(placed, { subject: "nora", email: "nora@acme.example", name: "Nora Nueva" }, "/portal/tickets");
      await expect(placed).toHaveURL(/\/portal\/tickets$/);
      await expect(placed.getByText("Todavía no tiene tickets")).toBeVisible();

      const stranger = await as(null, { baseURL: desk.url });
      const pablo = { subject: "pablo", email: "pablo@suelto.example", name: "Pablo Suelto" };
      await come(stranger, pablo, "/portal/tickets");
      await expect(stranger.getByText("Su registro quedó en revisión")).toBeVisible();
      await lookAt(stranger, "sign-in-waiting");
      const admin = await as(null, { ...DESKTOP, baseURL: desk.url });
      await admin.context().addCookies(await sessionCookies(ADDRESSES.diego, desk.url));
      await expect(async () => {
        await admin.goto("/agent/notifications");
        await expect(admin.getByRole("link", { name: /Pablo Suelto pide una cuenta/ })).toBeVisible({ timeout: 1000 });
      }).toPass({ timeout: 30_000 });
      await lookAt(admin, "notification-of-sign-up");
      await admin.goto("/agent/customers");
      await expect(admin.getByText("Una persona espera que se apruebe su registro")).toBeVisible();
      await lookAt(admin, "customers-waiting");
      await admin.getByRole("link", { name: "Revisar" }).click();
      await expect(admin.getByText("Llegó por el proveedor de identidad")).toBeVisible();
      await lookAt(admin, "sign-up-requests");
      await admin.getByLabel("Organización").fill("acme herramientas");
      await admin.getByRole("button", { name: "Aprobar a Pablo Suelto" }).click();
      await expect(admin.getByText("Quedó decidido")).toBeVisible();
      await lookAt(admin, "sign-up-requests-decided");
      await admin.goto("/agent/settings/accounts");
      await lookAt(admin, "account-settings");
      const back = await as(null, { baseURL: desk.url });
      await come(back, pablo, "/portal/tickets");
      await expect(back).toHaveURL(/\/portal\/tickets$/);
    } finally {
      await desk.stop();
    }
  } finally {
    provider.stop();
  }
});
