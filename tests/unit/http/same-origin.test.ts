import { isFromOwnPage } from "@/lib/http/same-origin";

const DESK = "https://soporte.example.com";

function request(method: string, headers: Record<string, string>) {
  return new Request(`${DESK}/api/portal/drafts`, { method, headers });
}

it.each([
  ["POST", { "sec-fetch-site": "same-origin" }, true],
  ["POST", { "sec-fetch-site": "same-site" }, false],
  ["POST", { "sec-fetch-site": "cross-site" }, false],
  ["GET", { "sec-fetch-site": "cross-site" }, false],
  ["POST", { origin: DESK }, true],
  ["POST", { origin: "https://elsewhere.example" }, false],
  ["POST", { origin: "null" }, false],
  ["POST", {}, false],
  ["GET", {}, true],
  // What the browser says itself outweighs what a page could set.
  ["POST", { "sec-fetch-site": "cross-site", origin: DESK }, false],
])("a %s with %j comes from the desk's own page: %s", (method, headers, expected) => {
  expect(isFromOwnPage(request(method, headers), DESK)).toBe(expected);
});
