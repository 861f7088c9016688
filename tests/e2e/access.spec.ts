import type { APIResponse, BrowserContext } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { queryDatabase } from "@/tests/support/browser-database";
import { ADDRESSES, deskUrl, stateFile } from "@/tests/support/browser-people";
import { readRouteIds, routeCases, routeFiles, VIEWERS, type Outcome, type RouteCase, type RouteIds } from "@/tests/support/browser-routes";

test.describe.configure({ mode: "parallel" });

let ids: RouteIds;
test.beforeAll(async () => {
  ids = await readRouteIds();
});

test("the table of routes names every page and route handler", () => {
  const named = new Set(routeCases(ids).map(({ file }) => file));
  expect(routeFiles().filter((file) => !named.has(file))).toEqual([]);
  expect(routeCases(ids).length * VIEWERS.length).toBeGreaterThanOrEqual(260 * 6);
});

for (const [column, viewer] of VIEWERS.entries()) {
  test(`every address answers ${viewer} as the table says, with the headers of its kind`, async ({ playwright }) => {
    const request = await playwright.request.newContext({ baseURL: deskUrl(), ...(viewer === "nobody" ? {} : { storageState: stateFile(viewer) }) });
    for (const route of routeCases(ids)) {
      const answer = await request.fetch(route.address, { method: route.method ?? "GET", maxRedirects: 0, headers: sameOrigin(), ...(route.body ? { data: route.body } : {}) });
      expect.soft(outcomeOf(answer), `${route.method ?? "GET"} ${route.address} for ${viewer}`).toBe(route.outcomes[column]);
      checkHeaders(answer, route);
    }
    await request.dispose();
  });
}

/** The headers that a page's own script would send. */
function sameOrigin(): Record<string, string> {
  return { origin: deskUrl(), "sec-fetch-site": "same-origin" };
}

function outcomeOf(answer: APIResponse): Outcome {
  const location = answer.headers().location;
  return location === undefined ? answer.status() : `→ ${location.replace(deskUrl(), "")}`;
}

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
};

function checkHeaders(answer: APIResponse, { address, kind }: RouteCase): void {
  const headers = answer.headers();
  expect.soft(headers, address).toMatchObject(EVERYWHERE);
  expect.soft(headers["x-powered-by"], address).toBeUndefined();
  if (kind === "data") return;
  const policy = headers["content-security-policy"] ?? "";
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
  expect.soft(policy, address).not.toContain("unsafe-");
  expect.soft(policy, address).toContain("default-src 'none'");
  expect.soft(policy, address).toContain("frame-ancestors 'none'");
  if (kind === "private") {
    expect.soft(headers["cache-control"], address).toMatch(/^private, (no-cache, )?no-store/);
    expect.soft(scripts, address).toMatch(/^'nonce-[A-Za-z0-9+/]{22,}={0,2}' 'strict-dynamic'$/);
    return;
  }
  expect.soft(scripts, address).toMatch(/^'self'( 'sha256-[A-Za-z0-9+/]{43}=')*$/);
  expect.soft(headers["set-cookie"], address).toBeUndefined();
  if (answer.status() === 200 && !address.includes("?")) expect.soft(headers["cache-control"], address).toMatch(/^s-maxage=\d+/);
}

test("a nonce is used once", async ({ playwright }) => {
  const request = await playwright.request.newContext({ baseURL: deskUrl(), storageState: stateFile("ana") });
  const policies = await Promise.all(Array.from({ length: 3 }, async () => (await request.get("/portal/tickets")).headers()["content-security-policy"]));
  expect(new Set(policies).size).toBe(3);
  await request.dispose();
});

test("another site can neither post nor ask with a person's cookie", async ({ playwright }) => {
  const request = await playwright.request.newContext({ baseURL: deskUrl(), storageState: stateFile("ana") });
  for (const headers of [{ origin: "https://elsewhere.example" }, { origin: deskUrl(), "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site", origin: deskUrl() }]) {
    const answer = await request.post("/api/portal/suggest", { data: { subject: "correo" }, headers: headers as Record<string, string> });
    expect(answer.status(), JSON.stringify(headers)).toBe(403);
    expect(answer.headers()["access-control-allow-origin"]).toBeUndefined();
  }
  await request.dispose();
});

test("a header that only the server may set is ignored when a client sends it", async ({ playwright }) => {
  const request = await playwright.request.newContext({ baseURL: deskUrl(), extraHTTPHeaders: { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy", "x-mesa-path": "/agent", "x-nonce": "chosen" } });
  const answer = await request.get("/portal/tickets", { maxRedirects: 0 });
  expect(outcomeOf(answer)).toBe("→ /sign-in?next=%2Fportal%2Ftickets");
  expect(answer.headers()["content-security-policy"]).not.toContain("chosen");
  await request.dispose();
});

test("a suspended person's session ends at once, and so does one whose password was set anew", async ({ as }) => {
  const page = await as("ivan");
  const isSignedIn = async () => {
    await page.goto("/portal/tickets");
    return new URL(page.url()).pathname === "/portal/tickets";
  };
  const ticket = await ownTicket(page.context());
  expect(await isSignedIn()).toBe(true);
  try {
    await queryDatabase("UPDATE app_user SET suspended_at = now() WHERE email = $1", [ADDRESSES.ivan]);
    expect(await isSignedIn()).toBe(false);
    expect((await page.request.get(ticket, { maxRedirects: 0 })).status()).toBe(307);
    const draft = await page.request.post("/api/portal/suggest", { data: { subject: "correo" }, headers: sameOrigin() });
    expect(draft.status()).toBe(401);
  } finally {
    await queryDatabase("UPDATE app_user SET suspended_at = NULL WHERE email = $1", [ADDRESSES.ivan]);
  }
  expect(await isSignedIn()).toBe(true);
  try {
    await queryDatabase("UPDATE app_user SET session_version = session_version + 1 WHERE email = $1", [ADDRESSES.ivan]);
    expect(await isSignedIn()).toBe(false);
  } finally {
    await queryDatabase("UPDATE app_user SET session_version = session_version - 1 WHERE email = $1", [ADDRESSES.ivan]);
  }
});

async function ownTicket(context: BrowserContext): Promise<string> {
  const list = await (await context.request.get("/portal/tickets?filter=all")).text();
  return /\/portal\/tickets\/IMP-[0-9A-Z-]{9}/.exec(list)?.[0] ?? "";
}
