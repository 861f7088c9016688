import { randomUUID } from "node:crypto";
import { DELETE, GET } from "@/app/api/files/[id]/route";
import { GET as GET_THUMBNAIL } from "@/app/api/files/[id]/thumbnail/route";
import { GET as GET_ALL } from "@/app/api/files/ticket/[reference]/route";
import { entryNames, findDirectory } from "@/lib/attachments/archive-content";
import { attachToArticle } from "@/lib/files/commands/article-files";
import type { PersonActor } from "@/lib/auth/actor";
import { addNote } from "@/lib/tickets/commands/add-note";
import { replyToTicket, staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { toDate } from "@/lib/time/instants";
import * as samples from "@/tests/integration/attachments/support/samples";
import { cookieOf, ORIGIN, sha256, uploadFile } from "@/tests/integration/attachments/support/uploading";
import { ana, andres, bruno, carla, diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, unwrap } from "@/tests/support/factories";

useDatabase();

const BYTES = Buffer.from("0123456789abcdefghij".repeat(50));
const given = (id: string) => ({ params: Promise.resolve({ id }) });

async function ask(id: string, person: PersonActor | null, headers: Record<string, string> = {}, query = "", get = GET): Promise<Response> {
  return get(new Request(`${ORIGIN}/api/files/${id}${query}`, { headers: { ...(person ? { cookie: await cookieOf(person) } : {}), ...headers } }), given(id));
}

async function askAll(reference: string, person: PersonActor | null): Promise<Response> {
  return GET_ALL(new Request(`${ORIGIN}/api/files/ticket/${reference}`, { headers: person ? { cookie: await cookieOf(person) } : {} }), { params: Promise.resolve({ reference }) });
}

const text = (person: PersonActor, name = "bitácora «1».log", bytes: Buffer = BYTES) => uploadFile(person, { name, type: "text/plain", bytes });
const statusOf = async (answer: Promise<Response>) => (await answer).status;

describe("a file is sent", () => {
  let id: string;
  beforeAll(async () => {
    id = (await text(ana)).id;
  });

  it("as a download that nothing runs in, under its whole name", async () => {
    const answer = await ask(id, ana);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "text/plain",
      "content-length": "1000",
      "content-disposition": "attachment; filename=\"bitacora _1_.log\"; filename*=UTF-8''bit%C3%A1cora%20%C2%AB1%C2%BB.log",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-cache, no-transform",
      "accept-ranges": "bytes",
      etag: `"${sha256(BYTES)}"`,
    });
  });

  it.each([
    ["bytes=0-9", 206, "0123456789", "bytes 0-9/1000"],
    ["bytes=990-", 206, "abcdefghij", "bytes 990-999/1000"],
    ["bytes=-5", 206, "fghij", "bytes 995-999/1000"],
    ["bytes=995-5000", 206, "fghij", "bytes 995-999/1000"],
    ["bytes=-5000", 206, null, "bytes 0-999/1000"],
    ["bytes=1000-", 416, "", "bytes */1000"],
    ["bytes=-0", 416, "", "bytes */1000"],
    ["bytes=9-5", 200, null, null],
    ["bytes=0-1,5-6", 200, null, null],
    ["bytes=abc", 200, null, null],
    ["lines=0-9", 200, null, null],
  ])("in part: %s is %i", async (range, status, expected, contentRange) => {
    const answer = await ask(id, ana, { range });
    expect([answer.status, answer.headers.get("content-range")]).toEqual([status, contentRange]);
    const body = await answer.text();
    expect(expected === null ? body.length : body).toBe(expected === null ? 1000 : expected);
  });

  it("in part only while it is the one that was meant", async () => {
    const tag = `"${sha256(BYTES)}"`;
    expect(await statusOf(ask(id, ana, { range: "bytes=0-9", "if-range": tag }))).toBe(206);
    expect(await statusOf(ask(id, ana, { range: "bytes=0-9", "if-range": '"another"' }))).toBe(200);
  });

  it("not again to who has it", async () => {
    const tag = `"${sha256(BYTES)}"`;
    const answer = await ask(id, ana, { "if-none-match": `"x", W/${tag}` });
    expect([answer.status, await answer.text(), answer.headers.get("etag")]).toEqual([304, "", tag]);
    // Who may not see it does not learn that it is the same.
    expect(await statusOf(ask(id, bruno, { "if-none-match": tag }))).toBe(404);
  });

  it("a picture is shown, and saved when asked for; its thumbnail too", async () => {
    const picture = await uploadFile(ana, { name: "foto.png", type: "image/png", bytes: await samples.picture("png") });
    const disposition = async (answer: Promise<Response>) => (await answer).headers.get("content-disposition")?.split(";")[0];
    expect(await disposition(ask(picture.id, ana))).toBe("inline");
    expect(await disposition(ask(picture.id, ana, {}, "?download=1"))).toBe("attachment");
    const thumbnail = await ask(picture.id, ana, {}, "/thumbnail", GET_THUMBNAIL);
    expect([thumbnail.status, thumbnail.headers.get("content-type"), thumbnail.headers.get("x-content-type-options")]).toEqual([200, "image/webp", "nosniff"]);
    expect(await statusOf(ask(picture.id, bruno, {}, "/thumbnail", GET_THUMBNAIL))).toBe(404);
    expect(await statusOf(ask(id, ana, {}, "/thumbnail", GET_THUMBNAIL))).toBe(404);
  });

  it("to nobody for an address that is none", async () => {
    for (const odd of ["x", "../../etc/passwd", randomUUID(), "'; --"]) expect(await statusOf(ask(odd, diego))).toBe(404);
  });
});

describe("a file is seen by exactly those who see its message", () => {
  const READERS = { nobody: null, bruno, andres, ana, carla, diego };
  const seenBy = async (id: string) => {
    const found: string[] = [];
    for (const [name, person] of Object.entries(READERS)) if ((await statusOf(ask(id, person))) === 200) found.push(name);
    return found;
  };

  it("one that is not sent: its uploader alone", async () => {
    expect(await seenBy((await text(andres)).id)).toEqual(["andres"]);
    expect(await seenBy((await text(carla)).id)).toEqual(["carla"]);
  });

  it("of a ticket, a customer's reply and the desk's: the requester, the organization's manager and the desk", async () => {
    const [opening, reply, answer] = [await text(andres), await text(andres), await text(carla)];
    const ticket = await newTicket({ by: andres, attachments: [opening.id] });
    unwrap(await replyToTicket({ db: testDb(), actor: andres, now: NOON }, { ticketId: ticket.id, body: "Otro", submissionKey: randomUUID(), attachments: [reply.id] }));
    unwrap(await staffReply({ db: testDb(), actor: carla, now: NOON }, { ticketId: ticket.id, body: "Listo", submissionKey: randomUUID(), next: "open", attachments: [answer.id] }));
    for (const { id } of [opening, reply, answer]) expect(await seenBy(id)).toEqual(["andres", "ana", "carla", "diego"]);
  });

  it("of a note: the desk, whoever sent the ticket", async () => {
    const file = await text(carla);
    const ticket = await newTicket({ by: andres });
    unwrap(await addNote({ db: testDb(), actor: carla, now: NOON }, { ticketId: ticket.id, body: "Ojo", submissionKey: randomUUID(), attachments: [file.id] }));
    expect(await seenBy(file.id)).toEqual(["carla", "diego"]);
  });

  it.each([["published", ["nobody", "bruno", "andres", "ana", "carla", "diego"]], ["draft", ["carla", "diego"]], ["archived", ["carla", "diego"]]] as const)("of an article that is %s", async (status, readers) => {
    const file = await text(carla);
    const category = await testDb().kbCategory.upsert({ where: { slug: "c" }, update: {}, create: { slug: "c", name: "C", description: "", position: 1 } });
    const { id: articleId } = await testDb().article.create({ data: { slug: `a-${status}`, categoryId: category.id, status, title: "T", summary: "S", body: "B", tags: [], updatedAt: toDate(NOON), publishedAt: toDate(NOON) } });
    unwrap(await attachToArticle({ db: testDb(), actor: carla, now: NOON }, { articleId, attachments: [file.id] }));
    expect(await seenBy(file.id)).toEqual(readers);
  });
});

describe("all files of a ticket", () => {
  it("are one zip, of what the reader may see, with names that do not meet", async () => {
    const files = [await text(ana, "a.log", Buffer.from("uno")), await text(ana, "A.log", Buffer.from("dos"))];
    const ticket = await newTicket({ by: ana, attachments: files.map(({ id }) => id) });
    const note = await text(carla, "secreto.log", Buffer.from("tres"));
    unwrap(await addNote({ db: testDb(), actor: carla, now: NOON.add({ minutes: 1 }) }, { ticketId: ticket.id, body: "Ojo", submissionKey: randomUUID(), attachments: [note.id] }));
    const namesFor = async (person: PersonActor) => {
      const answer = await askAll(ticket.reference, person);
      expect([answer.status, answer.headers.get("content-type"), answer.headers.get("content-disposition")?.split(";")[0]]).toEqual([200, "application/zip", "attachment"]);
      const zip = Buffer.from(await answer.arrayBuffer());
      const { offset, size, count } = findDirectory(zip)!;
      expect([zip.includes("uno"), zip.includes("dos")]).toEqual([true, true]);
      return [count, entryNames(zip.subarray(offset, offset + size))];
    };
    expect(await namesFor(ana)).toEqual([2, ["a.log", "A (2).log"]]);
    expect(await namesFor(carla)).toEqual([3, ["a.log", "A (2).log", "secreto.log"]]);
  });

  it("are nobody's of another ticket, and none where there is none", async () => {
    const ticket = await newTicket({ by: ana, attachments: [(await text(ana)).id] });
    expect(await Promise.all([null, bruno, andres].map((person) => statusOf(askAll(ticket.reference, person))))).toEqual([401, 404, 404]);
    expect(await statusOf(askAll((await newTicket({ by: ana })).reference, ana))).toBe(404);
    expect(await statusOf(askAll("no-existe", diego))).toBe(404);
  });

  it("are read no faster than they are taken, and let go when the reader leaves", async () => {
    const big = Buffer.alloc(6_000_000, "0123456789\n");
    const ticket = await newTicket({ by: ana, attachments: [(await text(ana, "a.log", big)).id, (await text(ana, "b.log", big)).id] });
    const answer = await askAll(ticket.reference, ana);
    const reader = answer.body!.getReader();
    await reader.read();
    await reader.cancel();
    expect((await askAll(ticket.reference, ana)).status).toBe(200);
  });
});

describe("taking back", () => {
  const remove = async (id: string, person: PersonActor | null, origin = ORIGIN) => DELETE(new Request(`${ORIGIN}/api/files/${id}`, { method: "DELETE", headers: { origin, ...(person ? { cookie: await cookieOf(person) } : {}) } }), given(id));

  it("a file that was not sent: by its uploader, from a page of ours", async () => {
    const { id } = await text(ana);
    expect([await statusOf(remove(id, null)), await statusOf(remove(id, bruno)), await statusOf(remove(id, diego)), await statusOf(remove(id, ana, "https://elsewhere.example"))]).toEqual([401, 404, 404, 403]);
    expect(await statusOf(ask(id, ana))).toBe(200);
    expect(await statusOf(remove(id, ana))).toBe(204);
    expect([await statusOf(ask(id, ana)), await statusOf(remove(id, ana))]).toEqual([404, 404]);
  });

  it("is not possible once it was sent", async () => {
    const { id } = await text(ana);
    await newTicket({ by: ana, attachments: [id] });
    expect([await statusOf(remove(id, ana)), await statusOf(ask(id, ana))]).toEqual([404, 200]);
  });
});
