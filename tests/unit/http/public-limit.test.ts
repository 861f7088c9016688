import { limitPublicSearch } from "@/lib/http/public-limit";

const from = (address: string) => new Headers({ "x-mesa-client-address": address });

it("lets 240 questions a minute pass, then says when to come back; another address goes on", async () => {
  for (let count = 0; count < 240; count += 1) expect(await limitPublicSearch(from("192.0.2.1"))).toBeNull();
  const refused = await limitPublicSearch(from("192.0.2.1"));
  expect(refused?.status).toBe(429);
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await limitPublicSearch(from("192.0.2.2"))).toBeNull();
});
