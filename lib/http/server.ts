import compression from "compression";
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { constants } from "node:zlib";
import next from "next";
import type { Env } from "../env";
import type { FrontGate, Verdict } from "./front-gate";
import { HELD_HEADER, holdRequest, showBar } from "./held-answer";
import { keepKnownLength } from "./known-length";
import { addPageCsp } from "./page-csp";
import { securityHeaders } from "./security-headers";

export type WebServer = { stop: () => Promise<void> };

/** Headers that only this server may set: what a client sends under these names is dropped. */
const OWN_HEADERS = ["x-mesa-path", "x-mesa-client-address", "x-nonce", "x-request-id", HELD_HEADER, "x-middleware-subrequest"];

/** Serves the application on `env.PORT` until `stop`. In front of the framework it compresses, and sets the headers of every answer. */
export async function serve({ env, directory, isDevelopment }: { env: Env; directory: string; isDevelopment: boolean }): Promise<WebServer> {
  const app = next({ dev: isDevelopment, dir: directory, port: env.PORT, hostname: "localhost" });
  await app.prepare();
  const handle = app.getRequestHandler();
  const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } } as compression.CompressionOptions);
  const headers = securityHeaders(env.APP_URL);
  const policy = { isHttps: env.APP_URL.startsWith("https://"), isDevelopment };

  const server = createServer((request, response) => {
    readRequest(request);
    keepKnownLength(response);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader("x-request-id", String(request.headers["x-request-id"]));
    const go = (verdict: Verdict | null) =>
      // In this order: the page is made whole, then it is compressed.
      compress(request as never, response as never, () => {
        if (verdict && holdRequest(request, response, verdict)) return;
        addPageCsp(response, verdict?.kind === "staff" ? { ...policy, change: showBar } : policy);
        void handle(request, response);
      });
    const verdict = (globalThis as typeof globalThis & { mesaFrontGate?: FrontGate }).mesaFrontGate?.(request) ?? null;
    // Waited for only where there is something to wait for.
    if (verdict instanceof Promise) void verdict.then(go);
    else go(verdict);
  });
  if (isDevelopment) server.on("upgrade", (request, socket, head) => void app.getUpgradeHandler()(request, socket, head));
  await listen(server, env.PORT);
  return { stop: () => stopAll(server, app) };
}

function readRequest(request: IncomingMessage): void {
  for (const name of OWN_HEADERS) delete request.headers[name];
  request.headers["x-request-id"] = randomUUID();
  request.headers["x-mesa-client-address"] = clientAddress(request);
}

/** Behind a proxy of one's own (`TRUST_PROXY=1`) the address is the last that it added; otherwise the connection's. */
function clientAddress(request: IncomingMessage): string {
  const forwarded = process.env.TRUST_PROXY === "1" ? String(request.headers["x-forwarded-for"] ?? "").split(",").at(-1)?.trim() : "";
  return forwarded || request.socket.remoteAddress || "unknown";
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new Error(`Port ${port} is taken by another program. Stop it, or choose another port: PORT=3001 npm start`) : error);
    });
    server.listen(port, resolve);
  });
}

/** Ends the streams, answers what is under way (ten seconds at most), then ends the jobs and the connections. */
async function stopAll(server: Server, app: ReturnType<typeof next>): Promise<void> {
  const running = globalThis as typeof globalThis & { mesaStopJobs?: () => Promise<void>; mesaStopStreams?: () => Promise<void> };
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await running.mesaStopStreams?.();
  // Connections of ended streams are idle a moment later.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const patience = setTimeout(() => server.closeAllConnections(), 10_000);
  await closed;
  clearTimeout(patience);
  clearInterval(sweep);
  await running.mesaStopJobs?.();
  await app.close();
}

