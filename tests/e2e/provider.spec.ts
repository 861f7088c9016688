import { expect, test } from "@/tests/support/browser";
import { lookAt } from "@/tests/support/browser-axe";
import { startOwnDesk } from "@/tests/support/browser-own-desk";
import { ADDRESSES } from "@/tests/support/browser-people";
import { OIDC_CLIENT, startIdentityProvider } from "@/tests/support/identity-provider";

test("an identity provider signs in whom the desk knows, to the page that was asked for, and says in words why others are not", async ({ as }) => {
  test.setTimeout(120_000);
  const provider = await startIdentityProvider();
  try {
    const desk = await startOwnDesk(["carla"], { OIDC_ISSUER: provider.issuer, ...OIDC_CLIENT });
    try {
      const page = await as(null, { baseURL: desk.url, javaScriptEnabled: false });
      await provider.comes({ subject: "nadie", email: "nadie@otra.example" });
      await page.goto("/agent/queues/solved");
      await page.getByRole("link", { name: "Entrar con Acme ID" }).click();
      await expect(page.getByText("La mesa no tiene ninguna cuenta con el correo")).toBeVisible();

      // Whoever the provider remembers goes on being them: another browser.
      const other = await as(null, { baseURL: desk.url });
      await provider.comes({ subject: "carla", email: ADDRESSES.carla });
      await other.goto("/agent/queues/solved");
      await lookAt(other, "sign-in-provider");
      await other.getByRole("link", { name: "Entrar con Acme ID" }).click();
      await expect(other).toHaveURL(/\/agent\/queues\/solved$/);
      await other.goto("/agent/account/security");
      await expect(other.getByText("Esta sesión")).toBeVisible();
      expect(await desk.query("SELECT subject FROM user_identity")).toEqual([{ subject: "carla" }]);
    } finally {
      await desk.stop();
    }
  } finally {
    provider.stop();
  }
});
