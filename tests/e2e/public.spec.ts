import type { Page, Response } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { queryDatabase } from "@/tests/support/browser-database";
import { deskUrl } from "@/tests/support/browser-people";

/** Every public page, one of a kind. */
const PAGES = {
  home: "/",
  "knowledge base": "/kb",
  category: "/kb/correo-electronico",
  article: "/kb/articles/configurar-spf",
  search: "/kb/search?q=correo%20rebotado",
  "search without a match": "/kb/search?q=zzzzqqqq",
  "search without words": "/kb/search",
  questions: "/faq",
  policies: "/policies",
  "response times": "/policies/tiempos-de-respuesta",
  hours: "/policies/horario-de-atencion",
  "nothing there": "/kb/articles/no-existe",
} as const;

const LOOKS = [
  { colorScheme: "light", viewport: { width: 1440, height: 900 } },
  { colorScheme: "dark", viewport: { width: 360, height: 740 } },
] as const;

for (const look of LOOKS) {
  test.describe(`${look.colorScheme}, ${look.viewport.width} px`, () => {
    test.use({ ...look });
    for (const [name, path] of Object.entries(PAGES)) {
      // What axe finds: quality.spec.ts.
      test(`${name}: nothing is cut off, nothing moves`, async ({ page }) => {
        await countShifts(page);
        await page.goto(path);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
        // A font that comes late on a busy machine moves letters by fractions of a pixel; a button that comes late is ten times that.
        expect(await page.evaluate(() => (window as unknown as { shifts: number }).shifts)).toBeLessThan(0.0005);
      });
    }
  });
}

test("at 200 % zoom nothing is cut off", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  for (const path of Object.values(PAGES)) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBeLessThanOrEqual(0);
  }
});

test.describe("what a page says about itself", () => {
  const OWN: Array<keyof typeof PAGES> = ["home", "knowledge base", "category", "article", "questions", "policies", "response times"];

  for (const name of OWN) {
    test(`${name}: a title, a description, an address, a card`, async ({ page }) => {
      await page.goto(PAGES[name]);
      expect((await page.title()).length).toBeGreaterThan(10);
      expect((await metaOf(page, 'meta[name="description"]', "content")).length).toBeGreaterThan(40);
      expect(await metaOf(page, 'link[rel="canonical"]', "href")).toBe(`${deskUrl()}${PAGES[name]}`.replace(/\/$/, ""));
      expect(await metaOf(page, 'meta[property="og:title"]', "content")).not.toBe("");
      const card = await metaOf(page, 'meta[property="og:image"]', "content");
      expect((await page.request.get(card)).headers()["content-type"]).toBe("image/png");
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    });
  }

  test("no two pages have the same title", async ({ page }) => {
    const titles = new Set<string>();
    for (const name of OWN) {
      await page.goto(PAGES[name]);
      titles.add(await page.title());
    }
    expect(titles.size).toBe(OWN.length);
  });

  test("an article and the questions come with structured data", async ({ page }) => {
    await page.goto(PAGES.article);
    const [article, path] = await structuredData(page);
    expect(article).toMatchObject({ "@type": "Article", headline: await page.getByRole("heading", { level: 1 }).innerText() });
    expect(path).toMatchObject({ "@type": "BreadcrumbList" });
    await page.goto(PAGES.questions);
    const [questions] = await structuredData(page);
    expect(questions).toMatchObject({ "@type": "FAQPage" });
    expect((questions as { mainEntity: unknown[] }).mainEntity.length).toBeGreaterThanOrEqual(15);
  });

  test("search engines are shown what can be read, and kept out of the rest", async ({ request }) => {
    const sitemap = await (await request.get("/sitemap.xml")).text();
    const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? "");
    expect(addresses).toContain(`${deskUrl()}/kb/articles/configurar-spf`);
    expect(addresses.filter((address) => address.includes("/kb/articles/")).length).toBeGreaterThanOrEqual(24);
    expect((await request.get(addresses.at(-1) ?? "")).status()).toBe(200);
    const robots = await (await request.get("/robots.txt")).text();
    expect(robots).toContain("Disallow: /portal");
    expect(robots).toContain(`Sitemap: ${deskUrl()}/sitemap.xml`);
  });
});

test.describe("what a page costs", () => {
  for (const name of ["home", "article", "questions", "response times"] as const) {
    test(`${name}: kept whole, without cookies, under a policy without exceptions, with little script`, async ({ page }) => {
      await page.request.get(PAGES[name]);
      const scripts = bytesOfScripts(page);
      const response = (await page.goto(PAGES[name])) as Response;
      await page.waitForLoadState("networkidle");
      const headers = await response.allHeaders();
      expect(headers["x-nextjs-cache"]).toMatch(/HIT|STALE/);
      expect(headers["set-cookie"]).toBeUndefined();
      expect(/script-src ([^;]*)/.exec(headers["content-security-policy"] ?? "")?.[1]).toBe("'self'");
      expect(await scripts()).toBeLessThan(100_000);
    });
  }
});

test.describe("the home page", () => {
  test("answers in one glance: open or not, where to search, how to raise a ticket, when one is answered", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/");
    await expect(page.getByRole("status", { name: "Horario de la mesa" })).toHaveText(/^(Abierto|Cerrado) ahora: \S+/);
    await expect(page.getByRole("searchbox").first()).toBeInViewport();
    await expect(page.getByRole("navigation", { name: "Qué puede hacer aquí" }).getByRole("link", { name: /^Levantar un ticket/ })).toBeInViewport();
    await expect(page.getByText("24 horas hábiles")).toBeVisible();
  });

  test("has the four ways in, six pieces of advice, articles and questions", async ({ page }) => {
    await page.goto("/");
    const ways = page.getByRole("navigation", { name: "Qué puede hacer aquí" }).getByRole("link");
    expect(await ways.evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual(["/portal/tickets/new", "/portal/tickets", "/kb", "/policies"]);
    await expect(page.getByRole("region", { name: "Antes de levantar un ticket" }).getByRole("listitem")).toHaveCount(6);
    for (const heading of ["Artículos destacados", "Últimos artículos", "Preguntas frecuentes"]) await expect(page.getByRole("heading", { name: heading })).toBeVisible();
  });

  test("a keyboard gets past the header at once", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Ir al contenido" })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("searchbox").first()).toBeFocused();
  });
});

test.describe("searching", () => {
  test("shows the best matches while one types, marked, and follows one by keyboard", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("searchbox").first().pressSequentially("correo rebot", { delay: 20 });
    const match = page.getByRole("search").first().getByRole("link", { name: /Qué significa un correo rebotado/ });
    await expect(match).toBeVisible();
    await expect(match.locator("mark").first()).toHaveText("correo");
    await page.keyboard.press("ArrowDown");
    await expect(match).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: /Qué significa un correo rebotado/ })).toBeVisible();
  });

  test("leads from a suggested question to its answer", async ({ page }) => {
    await page.goto("/faq");
    await page.getByRole("searchbox").pressSequentially("buzon lleno", { delay: 20 });
    await page.getByRole("search").getByRole("link", { name: /mi buzón sigue lleno/ }).click();
    await expect(page.locator("details").getByText("Porque lo borrado pasa a la Papelera")).toBeInViewport();
    await expect(page.getByRole("search").getByRole("link")).toHaveCount(0);
  });

  test("without a match says what to do next", async ({ page }) => {
    await page.goto("/kb/search?q=zzzzqqqq");
    await expect(page.getByText("No encontramos nada sobre «zzzzqqqq»")).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: /^Levantar un ticket/ })).toHaveAttribute("href", "/portal/tickets/new?subject=zzzzqqqq");
    await expect(page.getByRole("main").getByRole("link", { name: "Ver todos los temas" })).toHaveAttribute("href", "/kb");
  });

  test("takes what people paste for text", async ({ page }) => {
    for (const typed of ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}} %00 \ud800", "x".repeat(3_000)]) {
      const response = await page.goto(`/kb/search?q=${encodeURIComponent(typed.toWellFormed())}`);
      expect(response?.status()).toBe(200);
      await expect(page.getByRole("searchbox")).toBeVisible();
    }
  });

  for (const query of ["?q=a&q=b", "?q=%00", "?q=%ff", "?kind=ticket&q=spf", "?q="]) {
    test(`bears ${query}`, async ({ request }) => {
      expect((await request.get(`/kb/search${query}`)).status()).toBe(200);
      expect((await request.get(`/api/kb/suggestions${query}`)).status()).toBe(200);
    });
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("one finds and reads", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("searchbox").first().fill("registro spf");
    await page.getByRole("button", { name: "Buscar" }).first().click();
    await page.getByRole("main").getByRole("link", { name: /registro SPF/i }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: /SPF/ })).toBeVisible();
    await expect(page.getByRole("link", { name: "Levantar un ticket sobre esto" })).toHaveAttribute("href", "/portal/tickets/new?article=configurar-spf");
  });

  test("one says whether an article was of use, and why not", async ({ as }) => {
    // A browser that says it is a machine is not counted.
    const page = await as(null, { javaScriptEnabled: false, userAgent: `Mozilla/5.0 (Android 16; Mobile) Reader/${Date.now()}` });
    await page.goto("/kb/articles/configurar-spf");
    await page.getByRole("button", { name: "Sí", exact: true }).click();
    await expect(page.getByText("Gracias por decirlo.")).toBeVisible();
    await page.getByRole("button", { name: "No", exact: true }).click();
    await page.getByRole("radio", { name: "Ya no es así" }).check();
    await page.getByLabel(/^Cuéntenos más/).fill("El panel cambió de nombre.");
    await page.getByRole("button", { name: "Enviar", exact: true }).click();
    await expect(page.getByText("quienes escriben los artículos lo van a leer")).toBeVisible();
    const votes = await queryDatabase("SELECT v.is_helpful, v.reason::text, v.comment FROM article_vote v JOIN article a ON a.id = v.article_id WHERE a.slug = 'configurar-spf' AND v.comment LIKE 'El panel%'");
    expect(votes).toEqual([{ is_helpful: false, reason: "out_of_date", comment: "El panel cambió de nombre." }]);
  });

  test("a question unfolds, also by its address", async ({ page }) => {
    await page.goto("/faq");
    await page.getByText("¿Cómo levanto un ticket?").click();
    await expect(page.getByText("Escoja el departamento")).toBeVisible();
    await page.goto("/faq#mi-buzon-esta-lleno");
    await expect(page.getByText("Porque lo borrado pasa a la Papelera")).toBeVisible();
  });

  test("the kind of results is a link", async ({ page }) => {
    await page.goto("/kb/search?q=correo");
    await page.getByRole("link", { name: "Preguntas", exact: true }).last().click();
    await expect(page).toHaveURL(/kind=faq/);
    await expect(page.getByText(/^Pregunta frecuente/).first()).toBeVisible();
    await expect(page.getByText(/^Artículo ·/)).toHaveCount(0);
  });
});

test.describe("the policy", () => {
  test("shows the promises and an example that the running calendar gives", async ({ page }) => {
    await page.goto("/policies/tiempos-de-respuesta");
    await expect(page.getByRole("row", { name: /Alta 24 horas hábiles/ })).toBeVisible();
    const example = page.getByRole("listitem").filter({ hasText: /^\p{L}{3} \d+ \p{L}{3}, de \d+:\d\d a \d+:\d\d/u });
    const minutes = await example.locator("span:last-child").evaluateAll((spans) => spans.map((span) => Number.parseInt(span.textContent ?? "", 10) * 60));
    expect(minutes.reduce((total, each) => total + each, 0)).toBe(24 * 60);
    await expect(page.getByText(/Le respondemos a más tardar el \p{L}{3} \d+/u)).toBeVisible();
    await expect(page.locator("body")).not.toContainText("{{");
  });

  test("shows the hours and the coming holidays by name", async ({ page }) => {
    await page.goto("/policies/horario-de-atencion");
    await expect(page.getByRole("row", { name: /Lunes a viernes 9:00 a 18:00/ })).toBeVisible();
    await expect(page.getByText("Navidad")).toBeVisible();
  });
});

test.describe("what is not there", () => {
  for (const path of ["/kb/articles/no-existe", "/kb/nada", "/policies/nada", "/nada", "/kb/articles/CON%20ESPACIOS", "/kb/articles/%00"]) {
    test(`${path} is a page that helps`, async ({ page }) => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1, name: "Esta página no existe" })).toBeVisible();
      await expect(page.getByRole("link", { name: "Ir al inicio" })).toBeVisible();
    });
  }
});

test.describe("readers of an article", () => {
  const slug = "transferir-dominio-epp";
  const views = async () => (await queryDatabase<{ view_count: number }>("SELECT view_count FROM article WHERE slug = $1", [slug]))[0]?.view_count ?? 0;

  async function read(page: Page) {
    const counted = page.waitForResponse((response) => response.url().endsWith("/api/kb/views"));
    await page.goto(`/kb/articles/${slug}`);
    expect((await counted).status()).toBe(204);
  }

  test("are counted once a day; the desk's own people and bots are not", async ({ as }) => {
    const before = await views();
    // Another browser in each run: a desk that runs already knows those of the last one.
    const run = Date.now();
    const reader = await as(null, { userAgent: `Mozilla/5.0 (Android 16; Mobile) Reader/${run}` });
    await read(reader);
    expect(await views()).toBe(before + 1);
    await read(reader);
    expect(await views()).toBe(before + 1);
    await read(await as(null, { userAgent: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" }));
    await read(await as("carla", { userAgent: `Mozilla/5.0 (X11; Linux) Desk/${run}` }));
    expect(await views()).toBe(before + 1);
    await read(await as("bruno", { userAgent: `Mozilla/5.0 (Macintosh) Customer/${run}` }));
    expect(await views()).toBe(before + 2);
  });

  test("come from our own pages only, and ask for an article", async ({ request }) => {
    const post = (data: unknown, headers: Record<string, string>) => request.post("/api/kb/views", { data, headers });
    const own = { "sec-fetch-site": "same-origin", "user-agent": "Mozilla/5.0 (X11) Test/1" };
    expect((await post({ slug }, {})).status()).toBe(403);
    expect((await post({ slug }, { origin: "https://evil.example" })).status()).toBe(403);
    expect((await post({ slug }, { ...own, "sec-fetch-site": "cross-site" })).status()).toBe(403);
    expect((await post({ slug, more: 1 }, own)).status()).toBe(400);
    expect((await post("no json", own)).status()).toBe(400);
    expect((await post({ slug: "x".repeat(600) }, own)).status()).toBe(400);
    expect((await post({ slug: "no-existe" }, own)).status()).toBe(404);
  });
});

async function countShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = window as unknown as { shifts: number };
    counted.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) counted.shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** Bytes over the wire of all scripts from now on. */
function bytesOfScripts(page: Page): () => Promise<number> {
  const loaded: Array<Promise<number>> = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script") loaded.push(request.sizes().then((sizes) => sizes.responseBodySize + sizes.responseHeadersSize));
  });
  return async () => (await Promise.all(loaded)).reduce((total, size) => total + size, 0);
}

function metaOf(page: Page, selector: string, attribute: string): Promise<string> {
  return page.locator(selector).evaluate((element, name) => element.getAttribute(name) ?? "", attribute);
}

async function structuredData(page: Page): Promise<unknown[]> {
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
  return texts.map((text) => JSON.parse(text) as unknown);
}
