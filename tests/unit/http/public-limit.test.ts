import { limitPublicSearch, mayCheckReceipt, mayMakeDocument, mayPreview, maySuggestTo } from "@/lib/http/public-limit";

const from = (address: string) => new Headers({ "x-mesa-client-address": address });

it("lets 240 questions a minute pass, then says when to come back; another address goes on", async () => {
  for (let count = 0; count < 240; count += 1) expect(await limitPublicSearch(from("192.0.2.1"))).toBeNull();
  const refused = await limitPublicSearch(from("192.0.2.1"));
  expect(refused?.status).toBe(429);
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await limitPublicSearch(from("192.0.2.2"))).toBeNull();
});

it("lets an address check 30 receipts a minute; another one goes on", async () => {
  for (let count = 0; count < 30; count += 1) expect(await mayCheckReceipt(from("192.0.2.3"))).toBe(true);
  expect(await mayCheckReceipt(from("192.0.2.3"))).toBe(false);
  expect(await mayCheckReceipt(from("192.0.2.4"))).toBe(true);
});

it("lets a person have 20 documents made a minute; another one goes on", async () => {
  for (let count = 0; count < 20; count += 1) expect(await mayMakeDocument("ana")).toBe(true);
  expect(await mayMakeDocument("ana")).toBe(false);
  expect(await mayMakeDocument("bruno")).toBe(true);
});

it("lets a person see 120 previews and look 240 times for articles a minute; another one goes on", async () => {
  for (let count = 0; count < 120; count += 1) expect(await mayPreview("carla")).toBe(true);
  expect(await mayPreview("carla")).toBe(false);
  expect(await mayPreview("diego")).toBe(true);
  for (let count = 0; count < 240; count += 1) expect(await maySuggestTo("carla")).toBe(true);
  expect(await maySuggestTo("carla")).toBe(false);
  expect(await maySuggestTo("diego")).toBe(true);
});
