import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { axeFindings, LOOKS, overflowWidth } from "@/tests/support/browser-axe";
import { queryDatabase } from "@/tests/support/browser-database";
import { openTicketForm, sendUntilRaised, write } from "@/tests/support/browser-tickets";

test.describe.configure({ mode: "serial" });

const SUBJECT = "El conmutador no registra «extensiones»";
const BODY = 'Desde el lunes la extensión 204 no registra.\n\n1. Reinicié el teléfono\n2. Dice "403 Forbidden" \\ y 🙂\n\nwww.una-direccion-larguisima-que-no-cabe-en-un-renglon.example/ruta/que/sigue/y/sigue/hasta/el/final?con=parametros';
let reference = "";
let hash = "";

const hashOn = async (page: Page) => {
  const text = await page.locator("section", { has: page.getByRole("heading", { name: "Huella SHA-256 de lo recibido" }) }).locator("p").first().innerText();
  return text.replaceAll(/\s/g, "");
};
const genuine = (page: Page) => page.getByRole("status").filter({ hasText: "El acuse es auténtico" });
const notGenuine = (page: Page) => page.getByRole("status").filter({ hasText: "No corresponde a ningún acuse" });

async function check(page: Page, typed: { reference: string; hash: string }): Promise<void> {
  await page.goto("/verify");
  await page.getByLabel("Clave del documento").fill(typed.reference);
  await page.getByLabel("Huella SHA-256").fill(typed.hash);
  await page.getByRole("button", { name: "Verificar" }).click();
}

test("a ticket that was sent has its receipt: the page, the exact text under its hash, the PDF", async ({ as }) => {
  const page = await as("teresa");
  await openTicketForm(page);
  await write(page, { department: "Soporte técnico", subject: SUBJECT, body: BODY });
  reference = await sendUntilRaised(page);
  await page.getByRole("status").or(page.locator("main")).getByRole("link", { name: "Acuse de recibo" }).first().click();
  await expect(page).toHaveURL(new RegExp(`/portal/tickets/${reference}/receipt$`));
  await expect(page.getByRole("heading", { level: 1, name: "Acuse de recibo" })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`Acuse de recibo ${reference}`));
  const main = page.getByRole("main");
  await expect(main).toContainText(SUBJECT);
  await expect(main.getByText('2. Dice "403 Forbidden" \\ y 🙂')).toBeVisible();
  await expect(main).toContainText("Robles");
  await expect(main.getByText(/Soporte técnico/)).toBeVisible();
  await expect(main.getByText(/hora de la Ciudad de México, UTC−06:00/).first()).toBeVisible();
  await expect(main.getByText(/^A más tardar el /)).toBeVisible();
  await expect(main.getByText("El plazo es de 48 horas hábiles.")).toBeVisible();
  hash = await hashOn(page);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Descargar el texto exacto" }).click()]);
  expect(download.suggestedFilename()).toBe(`acuse-${reference}.txt`);
  const text = await (await page.request.get(`/portal/tickets/${reference}/receipt/text`)).body();
  expect(createHash("sha256").update(text).digest("hex")).toBe(hash);
  const lines = text.toString("utf8").split("\n");
  expect(lines[0]).toBe("mesa-receipt v1");
  expect(lines).toContain(`subject: ${JSON.stringify(SUBJECT)}`);
  expect(lines).toContain(`body: ${JSON.stringify(BODY)}`);

  const answer = await page.request.get(`/portal/tickets/${reference}/receipt/pdf`);
  expect(answer.headers()).toMatchObject({ "content-type": "application/pdf", "content-disposition": `attachment; filename="acuse-${reference}.pdf"`, "cache-control": "private, no-store" });
  const pdf = (await answer.body()).toString("latin1");
  expect(pdf.startsWith("%PDF-")).toBe(true);
  expect(pdf).toContain(`(Acuse de recibo ${reference})`);
  expect(pdf).toContain("/Lang (es-MX)");
  expect(pdf).toContain(`/verify?reference=${reference}&hash=${hash}`);
  // All letters are its own: no font of the reader's is needed.
  expect(pdf).toContain("/FontFile2");
  expect(pdf).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/);
});

test("the same receipt is the same file, byte for byte", async ({ as }) => {
  const page = await as("teresa");
  const [one, other] = await Promise.all([1, 2].map(async () => (await page.request.get(`/portal/tickets/${reference}/receipt/pdf`)).body()));
  expect(createHash("sha256").update(withoutId(one!)).digest("hex")).toBe(createHash("sha256").update(withoutId(other!)).digest("hex"));
});

/** The file's own identifier. */
function withoutId(pdf: Buffer): string {
  return pdf.toString("latin1").replace(/\/ID \[[^\]]*\]/, "");
}

test("anybody with the receipt in hand learns that it is genuine, however it is typed, without JavaScript too", async ({ as }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await as(null, { javaScriptEnabled });
    const groups = hash.toUpperCase().match(/.{8}/g)!;
    await check(page, { reference: ` ${reference.toLowerCase().replaceAll("-", " ").replace(" ", "-")} `, hash: `${groups.slice(0, 4).join(" ")}\n${groups.slice(4).join("-")}` });
    await expect(genuine(page)).toBeVisible();
    await expect(genuine(page)).toContainText(reference);
    await expect(genuine(page)).toContainText("Soporte técnico");
    await expect(genuine(page)).toContainText("hora de la Ciudad de México");
    await expect(page.getByRole("main")).not.toContainText(SUBJECT);
    await expect(page.getByRole("main")).not.toContainText("Teresa");
    await expect(page.getByRole("main")).not.toContainText("Robles");
  }
});

test("what was changed, and what never was, are answered alike", async ({ as }) => {
  const page = await as(null);
  const tampered = `${hash.slice(0, 63)}${hash.endsWith("0") ? "1" : "0"}`;
  const answers: string[] = [];
  for (const typed of [{ reference, hash: tampered }, { reference: "IMP-0000-0000", hash: tampered }, { reference: "IMP-0000-0000", hash }]) {
    await check(page, typed);
    await expect(notGenuine(page)).toBeVisible();
    await expect(genuine(page)).toHaveCount(0);
    await expect(page.getByLabel("Huella SHA-256")).toHaveValue(typed.hash);
    answers.push(await notGenuine(page).innerText());
  }
  expect(new Set(answers).size).toBe(1);
});

test("a part of the hash is not enough, and what is missing is said at its field", async ({ as }) => {
  const page = await as(null);
  await check(page, { reference, hash: hash.slice(0, 16) });
  await expect(page.getByText("son 64, del 0 al 9 y de la a a la f, y aquí hay 16")).toBeVisible();
  await expect(page.getByLabel("Huella SHA-256")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Clave del documento")).toHaveValue(reference);
  await check(page, { reference: "", hash: "" });
  await expect(page.getByText("Escriba la clave que está en el acuse")).toBeVisible();
  await expect(page.getByText("Escriba o pegue la huella")).toBeVisible();
});

test("the check page is found in the footer, kept out of search engines, and has little script", async ({ as }) => {
  const page = await as(null);
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Verificar un acuse" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Verificar un acuse" })).toBeVisible();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  expect(await (await page.request.get("/robots.txt")).text()).toContain("Disallow: /verify");
  expect(await (await page.request.get("/sitemap.xml")).text()).not.toContain("/verify");
  const fresh = await as(null);
  let bytes = 0;
  fresh.on("requestfinished", async (request) => {
    if (request.resourceType() === "script") bytes += (await request.sizes()).responseBodySize;
  });
  const answer = await fresh.goto("/verify");
  await fresh.waitForLoadState("networkidle");
  expect(answer?.headers()["content-security-policy"]).toContain("script-src 'self'");
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(100_000);
});

test("it stays as it was when the desk changes the ticket, and the desk sees it too", async ({ as }) => {
  const page = await as("carla", { viewport: { width: 1440, height: 900 } });
  await queryDatabase("UPDATE ticket SET department_id = (SELECT id FROM department WHERE slug = 'desarrollo'), priority = 'low' WHERE reference = $1", [reference]);
  await page.goto(`/agent/tickets/${reference}`);
  await page.getByRole("link", { name: "Acuse de recibo" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Acuse de recibo" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Soporte técnico");
  await expect(page.getByRole("main")).toContainText("Media");
  expect(await hashOn(page)).toBe(hash);
  await page.getByRole("link", { name: `Ticket ${reference}` }).click();
  await expect(page).toHaveURL(new RegExp(`/agent/tickets/${reference}`));
});

test("a stranger gets neither the page nor the files; whoever is not signed in comes back to them afterwards", async ({ as }) => {
  const bruno = await as("bruno");
  for (const address of ["", "/pdf", "/text"]) expect((await bruno.request.get(`/portal/tickets/${reference}/receipt${address}`)).status(), address).toBe(404);
  const nobody = await as(null);
  await nobody.goto(`/portal/tickets/${reference}/receipt`);
  expect(new URL(nobody.url()).searchParams.get("next")).toBe(`/portal/tickets/${reference}/receipt`);
});

test("axe finds nothing, and nothing is wider than the screen, with long words and all", async ({ as }) => {
  test.setTimeout(120_000);
  const addresses = { receipt: `/portal/tickets/${reference}/receipt`, genuine: `/verify?reference=${reference}&hash=${hash}`, false: `/verify?reference=IMP-0000-0000&hash=${hash}`, refused: "/verify?reference=x&hash=1" };
  const page = await as("teresa");
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(address);
    for (const { colorScheme, width, height } of LOOKS) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height });
      expect.soft(await axeFindings(page), `${name}, ${colorScheme}, ${width} px`).toEqual([]);
      expect.soft(await overflowWidth(page), `${name} is wider than ${width} px`).toBeLessThanOrEqual(0);
      if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/${name}-${colorScheme}-${width}.png`, fullPage: true });
    }
  }
});

test("on paper there are no ways to go on, and the paper is white in the dark too", async ({ as }) => {
  const page = await as("teresa", { colorScheme: "dark" });
  await page.goto(`/portal/tickets/${reference}/receipt`);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Descargar PDF" })).toBeHidden();
  await expect(page.getByText(/\/verify$/)).toBeVisible();
  const printed = await paper(page);
  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  expect(printed).not.toBe(await paper(page));
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
  expect(printed).toBe(await paper(page));
});

/** The colour behind everything. */
function paper(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}
