import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { keepKnownLength, LENGTH_HEADER } from "@/lib/http/known-length";

async function headersOf(value: string | string[]): Promise<IncomingHttpHeaders> {
  const server = createServer((_request, response) => {
    keepKnownLength(response);
    response.setHeader(LENGTH_HEADER, value);
    response.setHeader("x-other", "1");
    response.write("ho");
    response.end("la");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await answer.text();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return Object.fromEntries(answer.headers);
}

describe("the length that a route knows", () => {
  it.each([["4"], [["4"]]])("is said as browsers read it: %j", async (value) => {
    const headers = await headersOf(value);
    expect([headers["content-length"], headers["transfer-encoding"], headers[LENGTH_HEADER], headers["x-other"]]).toEqual(["4", undefined, undefined, "1"]);
  });
});
