import { randomUUID } from "node:crypto";
import { addToTicket } from "@/lib/tickets/commands/add-to-ticket";
import { markDifferent, withdrawDifferent } from "@/lib/tickets/commands/mark-different";
import { mergeTicket } from "@/lib/tickets/commands/merge-ticket";
import { exportDecisions, type ExportLine } from "@/lib/tickets/export-decisions";
import type { ExportInput } from "@/lib/tickets/schema";
import type { OpenedTicket } from "@/lib/tickets/types";
import { ana, andres, bruno, carla, diego, ORGANIZATIONS } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, ticketRow, unwrap } from "@/tests/support/factories";

useDatabase();

const at = (minutes: number) => NOON.add({ minutes });
const as = <A>(actor: A, minutes: number) => ({ db: testDb(), actor, now: at(minutes) });

async function exported(input: Partial<ExportInput> = {}): Promise<ExportLine[]> {
  return Array.fromAsync(unwrap(exportDecisions(as(diego, 60), { file: undefined, raw: false, ...input })));
}

let first: OpenedTicket;
let repeated: OpenedTicket;
let others: OpenedTicket;
let colleagues: OpenedTicket;
let messageId: string;

const TEXT = { subject: "No llegan los correos a ventas@acme.example", body: "No entra nada al buzón ventas@acme.example, rebota con 552. Mi número es 55 1234 5678." };

beforeAll(async () => {
  first = await newTicket({ by: ana, at: at(0), ...TEXT });
  others = await newTicket({ by: bruno, at: at(1), subject: "The invoice is wrong", body: "The invoice of this month has the wrong address, please correct it." });
  repeated = await newTicket({ by: ana, at: at(2), ...TEXT, body: `${TEXT.body} Sigue sin llegar.` }); // "es un tema distinto"
  unwrap(await addToTicket(as(ana, 3), { ticketId: first.id, subject: "Otra vez *ventas*", body: "Sigue lleno.", submissionKey: randomUUID() }));
  messageId = (await testDb().ticketMessage.findFirstOrThrow({ where: { ticketId: first.id } })).id;
  colleagues = await newTicket({ by: andres, at: at(4), ...TEXT });
  unwrap(await markDifferent(as(carla, 5), { ticketId: others.id, candidateTicketIds: [first.id] }));
});

describe("the documents", () => {
  it("are all texts in the order of time, a draft that was added with the title that it had", async () => {
    const documents = await exported({ file: "docs" });
    expect(documents.map((line) => line.type === "doc" && line.id)).toEqual([first.id, others.id, repeated.id, messageId, colleagues.id]);
    expect(documents[3]).toEqual({ type: "doc", id: messageId, ts: at(3).toString({ smallestUnit: "millisecond" }), title: "Otra vez *ventas*", body: "Sigue lleno.", lang: "es", org: ORGANIZATIONS.acme.id });
    expect(documents[1]).toMatchObject({ title: "The invoice is wrong", lang: "en", org: ORGANIZATIONS.globex.id });
  });

  it("hold no address and no telephone number, unless the texts are asked for as they are", async () => {
    const [document] = await exported({ file: "docs" });
    expect(JSON.stringify(document)).not.toMatch(/ventas@|5678|Torres|ana@/);
    expect(document).toMatchObject({ title: expect.stringMatching(/^No llegan los correos a u-[0-9a-f]{10}@d-[0-9a-f]{10}\.invalid$/) });
    expect((await exported({ file: "docs", raw: true }))[0]).toMatchObject({ title: TEXT.subject, body: TEXT.body });
  });

  it("name nobody", async () => {
    const all = JSON.stringify(await exported({ raw: true }));
    for (const person of [ana, andres, bruno, carla, diego]) {
      expect(all).not.toContain(person.name);
      expect(all).not.toContain(person.email);
      expect(all).not.toContain(person.userId);
    }
  });

  it("are read in batches, however many there are", async () => {
    const { id } = await ticketRow({ createdAt: new Date("2020-01-01") });
    await testDb().$executeRaw`
      INSERT INTO ticket (reference, requester_id, organization_id, department_id, priority, status, subject, body, submission_key, created_at, updated_at, closed_at)
      SELECT 'T-' || n, requester_id, organization_id, department_id, priority, 'closed', 'Asunto ' || n, 'Texto', gen_random_uuid(), '2020-01-02', '2020-01-02', '2020-01-02'
      FROM ticket, generate_series(1, 1001) n WHERE id = ${id}::uuid`;
    const documents = await exported({ file: "docs" });
    expect(new Set(documents.map((line) => line.type === "doc" && line.id)).size).toBe(1_007);
    expect(documents.map((line) => (line.type === "doc" ? line.ts : "")).toSorted()).toEqual(documents.map((line) => (line.type === "doc" ? line.ts : "")));
    await testDb().$executeRaw`DELETE FROM ticket WHERE created_at < '2021-01-01'`;
  });
});

describe("the labels", () => {
  it("follow from who added, told apart or merged", async () => {
    expect(await exported({ file: "pairs" })).toEqual([
      { type: "pair", q: others.id, d: first.id, verdict: "not-dup" },
      { type: "pair", q: repeated.id, d: first.id, verdict: "not-dup" },
      { type: "pair", q: messageId, d: first.id, verdict: "dup-like" },
    ]);
    expect(await exported({ file: "queries" })).toEqual([
      { type: "query", id: others.id, kind: "neg", rel: [], org: ORGANIZATIONS.globex.id },
      { type: "query", id: repeated.id, kind: "neg", rel: [], org: ORGANIZATIONS.acme.id },
      { type: "query", id: messageId, kind: "dup", rel: [first.id], org: ORGANIZATIONS.acme.id },
    ]);
  });

  it("come after the documents when all is asked for", async () => {
    const types = (await exported()).map((line) => line.type);
    expect(types).toEqual([...Array(5).fill("doc"), ...Array(3).fill("query"), ...Array(3).fill("pair")]);
  });

  it("change with the desk's last word, and with a merge", async () => {
    unwrap(await withdrawDifferent(as(carla, 6), { ticketId: first.id, candidateTicketIds: [others.id] }));
    unwrap(await mergeTicket(as(carla, 7), { ticketId: repeated.id, intoReference: first.reference }));
    unwrap(await mergeTicket(as(carla, 8), { ticketId: colleagues.id, intoReference: first.reference }));
    expect(await exported({ file: "queries" })).toMatchObject([
      { id: repeated.id, kind: "dup", rel: [first.id] },
      { id: messageId, kind: "dup", rel: [first.id, repeated.id] },
      { id: colleagues.id, kind: "dup", rel: [first.id, repeated.id, messageId] },
    ]);
  });
});

it("is for administrators", () => {
  expect(exportDecisions(as(carla, 60), { file: undefined, raw: false })).toEqual({ ok: false, code: "FORBIDDEN" });
});
