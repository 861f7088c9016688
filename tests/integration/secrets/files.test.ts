import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/lib/auth/actor";
import { attachToArticle } from "@/lib/files/commands/article-files";
import { findInTexts } from "@/lib/secrets/review";
import { SCANNED_BYTES } from "@/lib/secrets/scanned-files";
import { storageOf } from "@/lib/storage/storage";
import { addNote } from "@/lib/tickets/commands/add-note";
import { addToTicket } from "@/lib/tickets/commands/add-to-ticket";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { openTickets } from "@/lib/tickets/commands/open-tickets";
import { readSealedValue } from "@/lib/tickets/commands/read-sealed-value";
import { replyToTicket, staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { findSecretsInUploads } from "@/lib/tickets/review-files";
import { uploadFile } from "@/tests/integration/attachments/support/uploading";
import { forgetQuestions, newQuestion } from "@/tests/integration/questions/support/questions";
import { ana, andres, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { departmentId, newTicket, openInput, unwrap } from "@/tests/support/factories";

useDatabase();

const ctx = <A extends PersonActor>(actor: A) => ({ db: testDb(), actor, now: NOON });
const SECRET = "APP_ENV=production\nDB_PASSWORD=k7.Lima\n";
const upload = async (person: PersonActor, text: string | Buffer = SECRET, name = "sitio.log") => (await uploadFile(person, { name, type: "text/plain", bytes: Buffer.from(text) })).id;
const found = (id: string) => ({ ok: false, code: "SECRETS_NOT_REVIEWED", details: { findings: [], files: [{ id, name: "sitio.log", kinds: ["env_line"], lines: [2], isPartial: false }] } });
const reply = (ticketId: string, attachments: string[]) => ({ ticketId, body: "Va el archivo.", submissionKey: randomUUID(), attachments });

describe("text files that go along are looked through as they are stored", () => {
  it("and a ticket asks once, says where and never what, writes nothing before, and goes when its sender was told", async () => {
    const id = await upload(ana);
    const input = await openInput({ attachments: [id] });
    const before = await testDb().ticket.count();
    const refused = await openTicket(ctx(ana), input);
    expect(refused).toMatchObject(found(id));
    expect(JSON.stringify(refused)).not.toContain("k7.Lima");
    expect([await testDb().ticket.count(), (await testDb().attachment.findUniqueOrThrow({ where: { id } })).claimedAt]).toEqual([before, null]);
    unwrap(await openTicket(ctx(ana), { ...input, filesKept: [id] }));
  });

  it("or goes without the file", async () => {
    const id = await upload(ana);
    const input = await openInput({ attachments: [id] });
    expect(await openTicket(ctx(ana), input)).toMatchObject({ ok: false });
    unwrap(await openTicket(ctx(ana), { ...input, attachments: [] }));
  });

  it("in replies of both sides, texts that are added and messages that are split, but not in notes", async () => {
    const ticket = await newTicket();
    const [hers, desk] = [await upload(ana), await upload(carla)];
    expect(await replyToTicket(ctx(ana), reply(ticket.id, [hers]))).toMatchObject(found(hers));
    expect(await staffReply(ctx(carla), { ...reply(ticket.id, [desk]), next: "open" })).toMatchObject(found(desk));
    expect(await addToTicket(ctx(ana), { ...reply(ticket.id, [hers]), subject: "" })).toMatchObject(found(hers));
    const split = { submissionKey: randomUUID(), tickets: [await openInput(), await openInput()], attachments: [hers] };
    expect(await openTickets(ctx(ana), split)).toMatchObject(found(hers));
    unwrap(await openTickets(ctx(ana), { ...split, filesKept: [hers] }));
    unwrap(await addNote(ctx(carla), reply(ticket.id, [desk])));
  });

  it("and in what becomes everybody's to read: an article's files", async () => {
    const category = await testDb().kbCategory.upsert({ where: { slug: "archivos" }, update: {}, create: { slug: "archivos", name: "Archivos", description: "", position: 1 } });
    const { id: articleId } = await testDb().article.create({ data: { slug: randomUUID(), categoryId: category.id, status: "draft", title: "T", summary: "", body: "", tags: [], updatedAt: new Date(NOON.epochMilliseconds) } });
    const id = await upload(carla);
    expect(await attachToArticle(ctx(carla), { articleId, attachments: [id] })).toMatchObject(found(id));
    unwrap(await attachToArticle(ctx(carla), { articleId, attachments: [id], filesKept: [id] }));
  });

  it("together with the text: all that was found comes in one answer", async () => {
    const id = await upload(ana);
    const input = await openInput({ body: "La contraseña del correo es Ventas2024!", attachments: [id] });
    const refused = await openTicket(ctx(ana), input);
    expect(refused).toMatchObject({ details: { findings: [{ kind: "password" }], files: [{ id }] } });
    const secretsKept = findInTexts(input).map(({ fingerprint }) => fingerprint);
    expect(await openTicket(ctx(ana), { ...input, secretsKept })).toMatchObject({ details: { findings: [{ kind: "password" }], files: [{ id }] } });
    unwrap(await openTicket(ctx(ana), { ...input, secretsKept, filesKept: [id] }));
  });

  it("whatever they are written in; pictures, papers and other people's files are not read", async () => {
    const utf16 = await upload(ana, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("contraseña: Nube.2024x", "utf16le")]), "windows.txt");
    const latin1 = await upload(ana, Buffer.from("contraseña: Nube.2024x", "latin1"), "viejo.csv");
    const others = await upload(andres);
    const answer = await findSecretsInUploads(ctx(ana), { ids: [utf16, latin1, others, randomUUID()] });
    expect(answer.map(({ id, kinds }) => [id, kinds])).toEqual([[utf16, ["password"]], [latin1, ["password"]]]);
  });

  it("so far as they are looked at, and it is said that there is more", async () => {
    const filler = "todo bien por aquí\n".repeat(Math.ceil(SCANNED_BYTES / 20) + 10_000);
    const [early, late] = [await upload(ana, `${SECRET}${filler}`), await upload(ana, `${filler}${SECRET}`)];
    const started = performance.now();
    const answer = await findSecretsInUploads(ctx(ana), { ids: [early, late] });
    expect(answer).toEqual([{ id: early, name: "sitio.log", kinds: ["env_line"], lines: [2], isPartial: true }]);
    expect(performance.now() - started).toBeLessThan(8_000);
  });

  it("and what the store cannot give is no reason to lose a message", async () => {
    const id = await upload(ana);
    const { backend, objectKey } = await testDb().attachment.findUniqueOrThrow({ where: { id } });
    await storageOf(backend).remove(objectKey);
    unwrap(await openTicket(ctx(ana), await openInput({ attachments: [id] })));
  });
});

describe("answers to a department's questions", () => {
  afterAll(forgetQuestions);

  it("are looked at like the text: told and kept as they are, or sealed", async () => {
    const question = await newQuestion({ label: "¿Con qué acceso?", kind: "text", department: "correo-electronico" });
    const department = await departmentId("correo-electronico");
    const input = async (more = {}) => ({ ...(await openInput({ departmentId: department })), answers: { [question]: "usuario ana, contraseña: Nube.2024x" }, ...more });
    const refused = await openTicket(ctx(ana), await input());
    expect(refused).toMatchObject({ code: "SECRETS_NOT_REVIEWED", details: { findings: [{ value: "Nube.2024x", field: `answer_${question}` }], files: [] } });
    const fingerprint = (refused as { details: { findings: { fingerprint: string }[] } }).details.findings[0]!.fingerprint;
    const answerOf = async ({ id }: { id: string }) => (await testDb().ticketAnswer.findFirstOrThrow({ where: { ticketId: id } })).value;
    expect(await answerOf(unwrap(await openTicket(ctx(ana), await input({ secretsKept: [fingerprint] }))))).toBe("usuario ana, contraseña: Nube.2024x");
    const sealedInput = await input({ seal: [fingerprint] });
    const sealed = unwrap(await openTicket(ctx(ana), sealedInput));
    expect(await answerOf(sealed)).toBe("usuario ana, contraseña: 🔒 dato sellado");
    const [row] = await testDb().sealedValue.findMany({ where: { ticketId: sealed.id } });
    expect(unwrap(await readSealedValue(ctx(carla), { sealedId: row!.id })).value).toBe("Nube.2024x");
    // The same form once more is the same ticket.
    expect(unwrap(await openTicket(ctx(ana), sealedInput))).toEqual(sealed);
  });

  it("also where they become lines of a message in another ticket", async () => {
    const question = await newQuestion({ label: "¿Con qué acceso?", kind: "text", department: "correo-electronico" });
    const ticket = await newTicket();
    const input = { ...reply(ticket.id, []), subject: "", departmentId: await departmentId("correo-electronico"), answers: { [question]: "contraseña: Nube.2024x" } };
    const refused = await addToTicket(ctx(ana), input);
    expect(refused).toMatchObject({ code: "SECRETS_NOT_REVIEWED" });
    const fingerprint = (refused as unknown as { details: { findings: { fingerprint: string }[] } }).details.findings[0]!.fingerprint;
    unwrap(await addToTicket(ctx(ana), { ...input, seal: [fingerprint] }));
    const message = await testDb().ticketMessage.findFirstOrThrow({ where: { ticketId: ticket.id } });
    expect(message.body).toContain("contraseña: 🔒 dato sellado");
  });
});
