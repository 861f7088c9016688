import { Agent, request as httpRequest } from "node:http";
import type { RequestShape } from "./target";

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string; ms: number };

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request on the loopback, timed to the last byte. Redirects are answers. */
export function ask(origin: string, { path, method = "GET", headers = {}, body }: RequestShape): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const request = httpRequest(new URL(path, origin), { method, agent, headers: body === undefined ? headers : { ...headers, "content-length": Buffer.byteLength(body) } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString("utf8"), ms: performance.now() - began }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

export function hangUp(): void {
  agent.destroy();
}
