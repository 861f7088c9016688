import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/lib/auth/actor";
import { checkUploads, claimUploads, copyUploads } from "@/lib/attachments/claims";
import { editAttachmentSettings } from "@/lib/attachments/commands/edit-settings";
import { tidyUploads } from "@/lib/attachments/commands/tidy-uploads";
import { getAttachmentLimits, listOwnUploads } from "@/lib/attachments/queries";
import { readFormData } from "@/lib/actions/form-data";
import { storageOf } from "@/lib/storage/storage";
import { addNote } from "@/lib/tickets/commands/add-note";
import { addToTicket } from "@/lib/tickets/commands/add-to-ticket";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { openTickets } from "@/lib/tickets/commands/open-tickets";
import { replyToTicket, staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { findTicketForCustomer } from "@/lib/tickets/queries";
import { replySchema } from "@/lib/tickets/schema";
import { findReceipt } from "@/lib/tickets/receipts";
import { findTicketForStaff } from "@/lib/tickets/staff-queries";
import { askAddress, uploadFile } from "@/tests/integration/attachments/support/uploading";
import { ana, andres, bruno, carla, diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, openInput, unwrap } from "@/tests/support/factories";

useDatabase();

const ctx = <A extends PersonActor>(actor: A) => ({ db: testDb(), actor, now: NOON });
const upload = (person: PersonActor, name = "a.log") => uploadFile(person, { name, type: "text/plain", bytes: Buffer.from(`${randomUUID()}\n`) });
const reply = (ticketId: string, attachments: string[], submissionKey: string = randomUUID()) => ({ ticketId, body: "Va el archivo.", submissionKey, attachments });
const claimed = (id: string) => testDb().attachment.findUniqueOrThrow({ where: { id }, select: { ticketId: true, messageId: true, noteId: true, position: true, claimedAt: true } });

describe("a message claims its files in its own transaction", () => {
  it("in the order in which the form had them", async () => {
    const [one, two] = [await upload(ana, "uno.log"), await upload(ana, "dos.log")];
    const ticket = await newTicket({ attachments: [two.id, one.id, two.id] });
    expect(await claimed(two.id)).toMatchObject({ ticketId: ticket.id, position: 0 });
    const view = await findTicketForCustomer(ctx(ana), ticket.reference);
    expect(view?.attachments.map(({ name }) => name)).toEqual(["dos.log", "uno.log"]);
    const { facts } = (await findReceipt(ctx(ana), ticket.reference))!;
    expect(facts.attachments).toEqual([
      { name: "dos.log", bytes: 37, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }, // a UUID and a line feed
      { name: "uno.log", bytes: 37, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  it.each<[string, () => Promise<string[]>]>([
    ["another person's", async () => [(await upload(bruno)).id]],
    ["a colleague's", async () => [(await upload(andres)).id]],
    ["one that was sent before", async () => {
      const { id } = await upload(ana);
      await newTicket({ attachments: [id] });
      return [id];
    }],
    ["one that is still coming", async () => {
      const id = randomUUID();
      await askAddress({ person: ana, customId: id, files: [{ name: "a.log", size: 10, type: "text/plain" }] });
      return [id];
    }],
    ["one that never was", () => Promise.resolve([randomUUID()])],
  ])("not %s: the message is refused whole, and nothing is written", async (_what, ids) => {
    const [own, [foreign]] = [await upload(ana), await ids()];
    const ticket = await newTicket();
    const before = await testDb().ticketMessage.count();
    expect(await replyToTicket(ctx(ana), reply(ticket.id, [own.id, foreign!]))).toMatchObject({ ok: false, code: "ATTACHMENT_GONE", details: { count: 1 } });
    expect(await openTicket(ctx(ana), await openInput({ attachments: [own.id, foreign!] }))).toMatchObject({ ok: false, code: "ATTACHMENT_GONE" });
    expect([await testDb().ticketMessage.count(), (await claimed(own.id)).claimedAt]).toEqual([before, null]);
  });

  it("by replies of both sides, notes and texts that are added", async () => {
    const ticket = await newTicket();
    const [ofReply, ofStaff, ofNote, ofAdded] = [await upload(ana, "r.log"), await upload(carla, "s.log"), await upload(carla, "n.log"), await upload(ana, "d.log")];
    unwrap(await replyToTicket(ctx(ana), reply(ticket.id, [ofReply.id])));
    unwrap(await staffReply(ctx(carla), { ...reply(ticket.id, [ofStaff.id]), next: "open" }));
    unwrap(await addNote(ctx(carla), reply(ticket.id, [ofNote.id])));
    unwrap(await addToTicket(ctx(ana), { ...reply(ticket.id, [ofAdded.id]), subject: "Más" }));
    const names = (thread: { entry: string; attachments?: { name: string }[] }[]) => thread.flatMap((entry) => (entry.attachments ?? []).map(({ name }) => `${entry.entry} ${name}`)).sort();
    expect(names((await findTicketForStaff(ctx(carla), ticket.reference))!.thread)).toEqual(["message d.log", "message r.log", "message s.log", "note n.log"]);
    expect(names((await findTicketForCustomer(ctx(ana), ticket.reference))!.thread)).toEqual(["message d.log", "message r.log", "message s.log"]);
  });

  it("once: two messages at once that want one file, and one has it", async () => {
    const { id } = await upload(ana);
    const [one, two] = [await newTicket(), await newTicket()];
    const answers = await Promise.all([replyToTicket(ctx(ana), reply(one.id, [id])), replyToTicket(ctx(ana), reply(two.id, [id]))]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ code: "ATTACHMENT_GONE" });
  });

  it("and the same form sent twice is one message; with a file more it is another, which is not lost", async () => {
    const ticket = await newTicket();
    const [one, two, key] = [await upload(ana), await upload(ana), randomUUID()];
    const first = unwrap(await replyToTicket(ctx(ana), reply(ticket.id, [one.id], key)));
    expect(unwrap(await replyToTicket(ctx(ana), reply(ticket.id, [one.id], key)))).toEqual(first);
    expect(await replyToTicket(ctx(ana), reply(ticket.id, [one.id, two.id], key))).toMatchObject({ ok: false, code: "ALREADY_SENT" });
    const opening = await openInput({ attachments: [(await upload(ana)).id] });
    const opened = unwrap(await openTicket(ctx(ana), opening));
    expect(unwrap(await openTicket(ctx(ana), opening))).toEqual(opened);
    expect(await openTicket(ctx(ana), { ...opening, attachments: [two.id] })).toMatchObject({ ok: false, code: "ALREADY_SENT" });
  });

  it("or several do, of one upload: each has a file of its own, on the same bytes, which stay as long as one of them does", async () => {
    const { id } = await upload(ana);
    const [one, two] = [await newTicket(), await newTicket()];
    await testDb().$transaction(async (tx) => {
      const checked = unwrap(await checkUploads(tx, ana, [id]));
      const copies = await copyUploads(tx, checked);
      await claimUploads(tx, checked, { ticketId: one.id }, NOON);
      await claimUploads(tx, copies, { ticketId: two.id }, NOON);
    });
    const rows = await testDb().attachment.findMany({ where: { ticketId: { in: [one.id, two.id] } }, select: { id: true, ticketId: true, objectKey: true } });
    expect([rows.length, new Set(rows.map((row) => row.id)).size, new Set(rows.map((row) => row.objectKey)).size]).toEqual([2, 2, 1]);
    const { objectKey } = rows[0]!;
    await testDb().attachment.delete({ where: { id } });
    await testDb().attachmentDiscard.create({ data: { backend: "disk", objectKey, createdAt: new Date(0) } });
    await tidyUploads({ db: testDb(), now: Temporal.Now.instant() });
    expect((await storageOf("disk").stream(objectKey)).destroy()).toBeDefined();
    expect(await testDb().attachmentDiscard.count({ where: { objectKey } })).toBe(0);
  });

  it("or each ticket of a message that was split does; all of them or none", async () => {
    const [own, foreign] = [await upload(ana, "uno.log"), await upload(bruno)];
    const input = async (attachments: string[]) => ({ submissionKey: randomUUID(), attachments, tickets: [await openInput(), await openInput(), await openInput()] });
    expect(await openTickets(ctx(ana), await input([own.id, foreign.id]))).toMatchObject({ ok: false, code: "ATTACHMENT_GONE" });
    expect((await claimed(own.id)).claimedAt).toBeNull();
    const opened = unwrap(await openTickets(ctx(ana), await input([own.id])));
    const views = await Promise.all(opened.map(({ reference }) => findTicketForCustomer(ctx(ana), reference)));
    expect(views.map((view) => view?.attachments.map(({ name }) => name))).toEqual([["uno.log"], ["uno.log"], ["uno.log"]]);
    expect(new Set(views.map((view) => view?.attachments[0]?.id)).size).toBe(3);
  });

  it("from a form that repeats the field `attachment`", () => {
    const form = new FormData();
    form.append("ticketId", randomUUID());
    for (const id of ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"]) form.append("attachment", id);
    expect(readFormData(form, replySchema).attachments).toEqual(["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"]);
  });

  it("and a draft is told which of its files are still there", async () => {
    const [one, two] = [await upload(ana), await upload(bruno)];
    expect((await listOwnUploads(ctx(ana), [two.id, one.id, randomUUID()])).map(({ id }) => id)).toEqual([one.id]);
  });
});

describe("a thread with files", () => {
  it("takes as many queries with ten files as with one", async () => {
    const count = async (messages: number) => {
      const ticket = await newTicket({ attachments: [(await upload(ana)).id] });
      for (let n = 0; n < messages; n += 1) unwrap(await replyToTicket(ctx(ana), reply(ticket.id, [(await upload(ana)).id])));
      unwrap(await addNote(ctx(carla), reply(ticket.id, [(await upload(carla)).id])));
      let queries = 0;
      const counting = testDb().$extends({ query: { $allOperations: ({ args, query }) => ((queries += 1), query(args)) } });
      await findTicketForStaff({ ...ctx(carla), db: counting as never }, ticket.reference);
      return queries;
    };
    const one = await count(1);
    expect(one).toBeGreaterThan(0);
    expect(await count(10)).toBe(one);
  }, 30_000);
});

describe("the administrator's limits", () => {
  it("are in force at once, for uploads and messages alike", async () => {
    expect(await getAttachmentLimits(ctx(ana))).toMatchObject({ maxFileBytes: 16 * 1024 * 1024, maxFiles: 10 });
    const files = [await upload(ana), await upload(ana)];
    unwrap(await editAttachmentSettings(ctx(diego), { maxFileMegabytes: 1, maxFiles: 1, types: ["png", "log"], version: 0 }));
    const limits = await getAttachmentLimits(ctx(ana));
    expect(limits).toEqual({ maxFileBytes: 1024 * 1024, maxFiles: 1, types: ["png", "log"], accept: ".png,image/png,.log,text/plain" });
    const ask = async (name: string, size: number) => ((await (await askAddress({ person: ana, files: [{ name, size, type: "" }] })).json()) as { code?: string }).code;
    expect([await ask("a.log", 1024 * 1024), await ask("a.log", 1024 * 1024 + 1), await ask("a.pdf", 10)]).toEqual([undefined, "FILE_TOO_LARGE", "FILE_TYPE_NOT_ALLOWED"]);
    expect(await openTicket(ctx(ana), await openInput({ attachments: files.map(({ id }) => id) }))).toMatchObject({ ok: false, code: "ATTACHMENTS_TOO_MANY", details: { count: 2, max: 1 } });
  });

  it("are written over only by who saw what is there", async () => {
    const rules = { maxFileMegabytes: 16, maxFiles: 10, types: ["png" as const] };
    expect(await editAttachmentSettings(ctx(diego), { ...rules, version: 0 })).toMatchObject({ ok: false, code: "ATTACHMENT_SETTINGS_CHANGED", details: { version: 1 } });
    expect(await editAttachmentSettings(ctx(diego), { ...rules, version: 7 })).toMatchObject({ ok: false, code: "ATTACHMENT_SETTINGS_CHANGED", details: { version: 1 } });
    expect(unwrap(await editAttachmentSettings(ctx(diego), { ...rules, version: 1 }))).toEqual({ version: 2 });
  });
});
