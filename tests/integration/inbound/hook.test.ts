import { POST } from "@/app/api/mail/inbound/route";
import { MESSAGE_BYTES_MAX } from "@/lib/mail/inbound/limits";
import { DESK_ADDRESS, letter } from "@/tests/integration/inbound/support/letters";
import { testDb, useDatabase } from "@/tests/support/db";
import { database } from "@/lib/db/database";

useDatabase();

const SECRET = "Zr8-hook-tests-only-4Jq7Wn2Lx9Vb-6T";

beforeAll(() => {
  Object.assign(process.env, { INBOUND_MAIL_SECRET: SECRET, MAIL_FROM: DESK_ADDRESS });
});

afterAll(() => database().$disconnect());

let networks = 0;

type Handed = { body?: BodyInit; secret?: string | null; kind?: string; network?: string; headers?: Record<string, string> };

/** Each from a network address of its own, unless the limits are what a test is about. */
async function hand({ body = new Uint8Array(letter()), secret = SECRET, kind = "message/rfc822", network = `10.9.0.${(networks += 1)}`, headers = {} }: Handed = {}) {
  const init = { method: "POST", body, duplex: "half", headers: { "content-type": kind, "x-mesa-client-address": network, ...(secret === null ? {} : { authorization: `Bearer ${secret}` }), ...headers } };
  const response = await POST(new Request("http://localhost:3000/api/mail/inbound", init as RequestInit));
  return { status: response.status, headers: response.headers, body: (await response.json()) as { code?: string; message?: string; id?: string } };
}

describe("the hook", () => {
  it("takes a message with the secret, and the same one again without keeping it twice", async () => {
    const body = new Uint8Array(letter());
    const first = await hand({ body });
    expect(first.status).toBe(202);
    expect(first.headers.get("cache-control")).toBe("private, no-store");
    expect(await hand({ body })).toMatchObject({ status: 202, body: { id: first.body.id } });
    expect(await testDb().inboundMail.findUniqueOrThrow({ where: { id: first.body.id! } })).toMatchObject({ door: "hook", verdict: "answered", sender: "ana@acme.example" });
  });

  it("takes what deserves no answer as well, and says nothing of it", async () => {
    expect(await hand({ body: new Uint8Array(letter({ headers: ["Precedence: bulk"] })) })).toMatchObject({ status: 202, body: { id: expect.any(String) } });
  });

  it.each([
    ["no secret", { secret: null }, 401, "HOOK_SECRET"],
    ["another secret", { secret: `${SECRET}x` }, 401, "HOOK_SECRET"],
    ["a part of the secret", { secret: SECRET.slice(0, -1) }, 401, "HOOK_SECRET"],
    ["an empty secret", { secret: "" }, 401, "HOOK_SECRET"],
    ["another kind of body", { kind: "application/json", body: "{}" }, 415, "HOOK_KIND"],
    ["a kind that only begins so", { kind: "message/rfc8222" }, 415, "HOOK_KIND"],
    ["nothing", { body: "" }, 400, "MAIL_UNREADABLE"],
    ["rubbish", { body: "x".repeat(10_000) }, 400, "MAIL_UNREADABLE"],
    ["a length that is too much", { headers: { "content-length": String(MESSAGE_BYTES_MAX + 1) } }, 413, "HOOK_TOO_LARGE"],
  ] as const)("refuses %s, in words", async (_name, handed, status, code) => {
    const before = await testDb().inboundMail.count();
    const answer = await hand(handed);
    expect(answer).toMatchObject({ status, body: { code, message: expect.stringMatching(/\p{L}.*\.$/u) } });
    expect(await testDb().inboundMail.count()).toBe(before);
  });

  it("stops reading where a body without a length is too long", async () => {
    let given = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1;
        controller.enqueue(new Uint8Array(1_048_576).fill(120));
      },
    });
    expect(await hand({ body })).toMatchObject({ status: 413, body: { code: "HOOK_TOO_LARGE", message: expect.stringContaining("10 MB") } });
    expect(given).toBeLessThan(15);
  });

  it("keeps nothing of what was cut off on its way", async () => {
    const before = await testDb().inboundMail.count();
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(letter()));
        controller.error(new Error("The connection is gone."));
      },
    });
    expect(await hand({ body })).toMatchObject({ status: 400, body: { code: "HOOK_CUT_OFF" } });
    expect(await testDb().inboundMail.count()).toBe(before);
  });

  it("takes a message of nearly ten megabytes, and keeps of its text what a draft may hold", async () => {
    const { body } = await hand({ body: new Uint8Array(letter({ text: "palabra ".repeat(1_200_000) })) });
    const row = await testDb().inboundMail.findUniqueOrThrow({ where: { id: body.id! } });
    expect(row.body.length).toBeLessThanOrEqual(60_000);
  });

  it("hears nobody any more who tried many secrets, not with the right one either, and goes on hearing others", async () => {
    const network = "10.8.0.1";
    for (let tries = 0; tries < 20; tries += 1) expect((await hand({ secret: `wrong-${tries}`, network })).status).toBe(401);
    const refused = await hand({ network });
    expect(refused).toMatchObject({ status: 429, body: { code: "HOOK_TOO_MANY" } });
    expect(refused.headers.get("retry-after")).toBe("60");
    expect((await hand()).status).toBe(202);
  });
});
