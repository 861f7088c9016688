import { createServer, type ServerResponse } from "node:http";
import { addPageCsp } from "@/lib/http/page-csp";

const PRODUCTION = { isHttps: false, isDevelopment: false };
const PUSH = "(self.__next_f=self.__next_f||[]).push([0])";

type Answer = { status: number; headers: Headers; body: string };

/** What a browser gets from a server whose answers pass through addPageCsp. A real server: nothing of Node's is imitated. */
async function answerOf(handle: (response: ServerResponse) => void, policy = PRODUCTION, method = "GET"): Promise<Answer> {
  const server = createServer((_request, response) => {
    addPageCsp(response, policy);
    handle(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method });
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const HTML = { "content-type": "text/html; charset=utf-8" };
const policyOf = ({ headers }: Answer) => headers.get("content-security-policy") ?? "";
const scriptsOf = (answer: Answer) => /script-src ([^;]*)/.exec(policyOf(answer))?.[1];

describe("a page without a policy of its own", () => {
  it("gets one with the hashes of its scripts, in one piece", async () => {
    const html = `<html><body>Ñandú<script>${PUSH}</script><script>alert(1)</script></body></html>`;
    const answer = await answerOf((response) => {
      response.writeHead(200, HTML);
      response.end(html);
    });
    expect(answer).toMatchObject({ status: 200, body: html });
    expect(scriptsOf(answer)).toMatch(/^'self' 'sha256-[A-Za-z0-9+/]{43}='$/);
  });

  it("is whole, however it was written: in pieces, as bytes, cut inside of a letter", async () => {
    const bytes = Buffer.from(`<p>Ñandú</p><script>${PUSH}</script>`);
    const answer = await answerOf((response) => {
      for (const [name, value] of Object.entries(HTML)) response.setHeader(name, value);
      response.write(bytes.subarray(0, 4)); // the first of the two bytes of Ñ
      response.write(bytes.subarray(4, 20));
      response.write(bytes.subarray(20).toString("utf8"));
      response.end();
    });
    expect(answer.body).toBe(bytes.toString("utf8"));
    expect(scriptsOf(answer)).toContain("'sha256-");
  });

  it("keeps its status and headers, those set before and those given with it", async () => {
    const answer = await answerOf((response) => {
      response.setHeader("x-before", "1");
      response.writeHead(404, "No está", { ...HTML, "x-with": "2" });
      response.end("<h1>No</h1>");
    });
    expect(answer.status).toBe(404);
    expect([answer.headers.get("x-before"), answer.headers.get("x-with")]).toEqual(["1", "2"]);
  });

  it("has the length of what is sent", async () => {
    const still = `<p>Ñ</p><script data-still>1</script><script>${PUSH}</script>`;
    const answer = await answerOf((response) => {
      response.writeHead(200, { ...HTML, "content-length": Buffer.byteLength(still) });
      response.end(still);
    });
    expect(answer.body).not.toContain("__next_f"); // a still page needs none of it
    expect(Number(answer.headers.get("content-length"))).toBe(Buffer.byteLength(answer.body));
  });

  it("calls back, so that who waits for the end goes on", async () => {
    const called: string[] = [];
    await answerOf((response) => {
      response.writeHead(200, HTML);
      response.write("<p>", () => called.push("write"));
      response.end("</p>", () => called.push("end"));
    });
    expect(called).toContain("write");
    expect(called).toContain("end");
  });

  it("answers HEAD with the same policy and no body", async () => {
    const answer = await answerOf((response) => {
      response.writeHead(200, HTML);
      response.end();
    }, PRODUCTION, "HEAD");
    expect(policyOf(answer)).toContain("default-src 'none'");
    expect(answer.body).toBe("");
  });

  it("is let off the hashes on the development server, which writes scripts as it goes", async () => {
    const answer = await answerOf((response) => {
      response.writeHead(200, HTML);
      response.end("<script>anything()</script>");
    }, { isHttps: false, isDevelopment: true });
    expect(scriptsOf(answer)).toContain("'unsafe-inline'");
  });
});

describe("left as it is", () => {
  it("a page that brings its policy", async () => {
    const answer = await answerOf((response) => {
      response.setHeader("content-security-policy", "default-src 'self'");
      response.writeHead(200, HTML);
      response.write("<p>");
      response.end("</p>");
    });
    expect([policyOf(answer), answer.body]).toEqual(["default-src 'self'", "<p></p>"]);
  });

  it("whatever is no page", async () => {
    const answer = await answerOf((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end('{"a":"<script>"}');
    });
    expect([answer.headers.get("content-security-policy"), answer.body]).toEqual([null, '{"a":"<script>"}']);
  });

  it("an answer without a body", async () => {
    const answer = await answerOf((response) => {
      response.writeHead(304, { etag: '"x"' });
      response.end();
    });
    expect([answer.status, answer.headers.get("etag")]).toEqual([304, '"x"']);
  });
});
