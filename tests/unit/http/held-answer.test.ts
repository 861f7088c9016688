import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Verdict } from "@/lib/http/front-gate";
import { holdRequest, showBar } from "@/lib/http/held-answer";
import { addPageCsp } from "@/lib/http/page-csp";

const UNTIL = Temporal.Instant.from("2026-12-01T18:00:00Z");
const held = (kind: "page" | "form" | "data" | "text"): Verdict => ({ kind, retryAfterSeconds: 90, until: UNTIL, message: "Estamos en mantenimiento." });

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** What comes back through a real server, which answers `handle` to what is let through. */
async function ask(verdict: Verdict, handle: Handle, init: RequestInit = {}) {
  const server = createServer((request, response) => {
    if (holdRequest(request, response, verdict)) return;
    addPageCsp(response, { isHttps: false, isDevelopment: false, ...(verdict.kind === "staff" ? { change: showBar } : {}) });
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = server.address() as { port: number };
    const answer = await fetch(`http://127.0.0.1:${port}/portal/tickets?a=b`, { redirect: "manual", ...init });
    return { status: answer.status, retryAfter: answer.headers.get("retry-after"), cache: answer.headers.get("cache-control"), type: answer.headers.get("content-type"), body: await answer.text() };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const echo: Handle = (request, response) => {
  response.setHeader("content-type", "text/html");
  response.write("<p>");
  response.end(`${request.url} ${request.headers["x-mesa-path"]} ${request.headers["x-mesa-held"]}`);
};

it("asks for the page that says why, and tells it what was wanted", async () => {
  expect(await ask(held("page"), echo)).toMatchObject({ status: 503, retryAfter: "90", body: "<p>/maintenance /portal/tickets?a=b undefined" });
});

it("lets a form through to its page, marked for its action", async () => {
  const answer = await ask(held("form"), echo, { method: "POST", body: new FormData() });
  expect(answer).toMatchObject({ status: 503, retryAfter: "90", body: "<p>/portal/tickets?a=b undefined 2026-12-01T18:00:00Z" });
});

it("leaves a redirect or a failure what it is", async () => {
  expect(await ask(held("form"), (_request, response) => response.writeHead(303, { location: "/sign-in" }).end())).toMatchObject({ status: 303 });
  expect(await ask(held("page"), (_request, response) => response.writeHead(500).end())).toMatchObject({ status: 500 });
});

it("answers programs itself, also one that is still sending", async () => {
  const never: Handle = () => {
    throw new Error("was let through");
  };
  expect(await ask(held("data"), never, { method: "PUT", body: new Uint8Array(20_000_000) })).toMatchObject({ status: 503, retryAfter: "90", cache: "private, no-store", body: '{"code":"MAINTENANCE","message":"Estamos en mantenimiento."}' });
  expect(await ask(held("text"), never)).toMatchObject({ status: 503, type: "text/plain; charset=utf-8", body: "Estamos en mantenimiento.\n" });
});

it("marks what stays open, and changes nothing else of it", async () => {
  expect(await ask({ kind: "marked", until: null }, echo)).toMatchObject({ status: 200, retryAfter: null, body: "<p>/portal/tickets?a=b undefined on" });
});

it("shows staff the bar of a kept page, in a copy that nobody else keeps", async () => {
  const page: Handle = (request, response) => {
    response.setHeader("cache-control", "s-maxage=60, stale-while-revalidate=240");
    response.setHeader("content-type", "text/html");
    response.end(`<aside hidden="" data-maintenance-bar="" class="x">Activo</aside>${request.headers["if-none-match"]}`);
  };
  const answer = await ask({ kind: "staff" }, page, { headers: { "if-none-match": '"a"' } });
  expect(answer).toMatchObject({ status: 200, cache: "private, no-store", body: '<aside data-maintenance-bar="" class="x">Activo</aside>undefined' });
});
