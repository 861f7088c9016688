import { randomUUID } from "node:crypto";
import type { PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { discardUpload } from "@/lib/attachments/commands/discard-upload";
import { editAttachmentSettings } from "@/lib/attachments/commands/edit-settings";
import { checkUpload } from "@/lib/attachments/commands/register-upload";
import { findOwnUploads, getAttachmentLimits, getAttachmentSettings, listOwnUploads } from "@/lib/attachments/queries";
import { attachToArticle, moveArticleFile, removeFromArticle } from "@/lib/files/commands/article-files";
import { findArticleFiles, findFile, listTicketFiles } from "@/lib/files/queries";
import type { Result } from "@/lib/result";
import type { OpenedTicket } from "@/lib/tickets/types";
import { toDate } from "@/lib/time/instants";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { PEOPLE } from "@/tests/integration/matrix/support/rows";
import { ACTORS } from "@/tests/integration/matrix/support/table";
import { ana, andres, bruno, carla, diego, sergio } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { authorisedEvent } from "@/tests/support/authorised-quotes";
import { ticketRow } from "@/tests/support/factories";

useDatabase();

type World = { reference: string; own: string; onTicket: string; onMessage: string; onNote: string; onDraft: string; onPublished: string; onCharge: string; articleId: string; articleSlug: string; uploads: Record<string, string> };
type Row = { expected: string; run: (ctx: Context<StaffActor>, world: World) => Promise<string> };

const sees = (found: unknown) => (found ? "sees" : "none");
const code = (result: Result<unknown, string>) => (result.ok ? "ok" : result.code);
const finds = (key: keyof World) => async (ctx: Context<StaffActor>, world: World) => sees(await findFile(ctx, world[key] as string));

/** Everything is andrés': a ticket with a file on its text, one on a message, one on a note; `own` he has not sent. In the order of ACTORS. */
const OPERATIONS: Record<string, Row> = {
  "findFile(not sent)": { expected: "gate none sees none gate none none", run: finds("own") },
  "findFile(ticket)": { expected: "gate none sees sees gate sees sees", run: finds("onTicket") },
  "findFile(message)": { expected: "gate none sees sees gate sees sees", run: finds("onMessage") },
  "findFile(note)": { expected: "gate none none none gate sees sees", run: finds("onNote") },
  "findFile(draft article)": { expected: "gate none none none gate sees sees", run: finds("onDraft") },
  "findFile(published article)": { expected: "gate sees sees sees gate sees sees", run: finds("onPublished") },
  "findFile(invoice)": { expected: "gate none sees sees gate sees sees", run: finds("onCharge") },
  "listTicketFiles": { expected: "gate none 2 2 gate 3 3", run: async (ctx, world) => String((await listTicketFiles(ctx, world.reference))?.length ?? "none") },
  "listOwnUploads": { expected: "gate none sees none gate none none", run: async (ctx, world) => sees((await listOwnUploads(ctx, [world.own, world.onTicket])).length) },
  "findOwnUploads": { expected: "gate none sees none gate none none", run: async (ctx, world) => sees((await findOwnUploads(ctx, { ids: [world.own, world.onTicket] })).data.length) },
  "discardUpload(not sent)": { expected: "gate UPLOAD_UNKNOWN ok UPLOAD_UNKNOWN gate UPLOAD_UNKNOWN UPLOAD_UNKNOWN", run: async (ctx, world) => code(await discardUpload(ctx, world.own)) },
  "discardUpload(sent)": { expected: "gate UPLOAD_UNKNOWN UPLOAD_UNKNOWN UPLOAD_UNKNOWN gate UPLOAD_UNKNOWN UPLOAD_UNKNOWN", run: async (ctx, world) => code(await discardUpload(ctx, world.onTicket)) },
  "checkUpload(own id)": { expected: "gate ok ok ok gate ok ok", run: async (ctx) => code(await checkUpload(ctx, { uploadId: randomUUID(), file: { name: "a.txt", size: 1, type: "text/plain" } })) },
  "checkUpload(xml)": { expected: "gate FILE_TYPE_NOT_ALLOWED FILE_TYPE_NOT_ALLOWED FILE_TYPE_NOT_ALLOWED gate ok ok", run: async (ctx) => code(await checkUpload(ctx, { uploadId: randomUUID(), file: { name: "a.xml", size: 1, type: "text/xml" } })) },
  "checkUpload(taken id)": { expected: "gate UPLOAD_ID_TAKEN UPLOAD_ID_TAKEN UPLOAD_ID_TAKEN gate UPLOAD_ID_TAKEN UPLOAD_ID_TAKEN", run: async (ctx, world) => code(await checkUpload(ctx, { uploadId: world.onTicket, file: { name: "a.txt", size: 1, type: "text/plain" } })) },
  "attachToArticle": { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok", run: async (ctx, world) => code(await attachToArticle(ctx, { articleId: world.articleId, attachments: [world.uploads[ctx.actor.userId]!] })) },
  "attachToArticle(another's)": { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ATTACHMENT_GONE ATTACHMENT_GONE", run: async (ctx, world) => code(await attachToArticle(ctx, { articleId: world.articleId, attachments: [world.own] })) },
  "removeFromArticle": { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok", run: async (ctx, world) => code(await removeFromArticle(ctx, { articleId: world.articleId, fileId: world.onDraft })) },
  "moveArticleFile": { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok", run: async (ctx, world) => code(await moveArticleFile(ctx, { articleId: world.articleId, fileId: world.onDraft, move: "up" })) },
  "findArticleFiles": { expected: "gate none none none gate sees sees", run: async (ctx, world) => sees(await findArticleFiles(ctx, world.articleSlug)) },
  "getAttachmentLimits": { expected: "gate sees sees sees gate sees sees", run: async (ctx) => sees((await getAttachmentLimits(ctx)).maxFiles) },
  "getAttachmentSettings(who set them)": { expected: "gate none none none gate none sees", run: async (ctx) => sees((await getAttachmentSettings(ctx)).updatedByName) },
  "editAttachmentSettings": { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: async (ctx) => code(await editAttachmentSettings(ctx, { maxFileMegabytes: 5, maxFiles: 5, types: ["png"], version: 1 })) },
};

/** Called by the ingest and the SDK for an upload that was signed, and by the janitor; none takes an actor or shows anything to one. */
const OF_THE_SYSTEM = ["areRegistered", "completeUpload", "countReceived", "findResult", "receiveUpload", "recordUploadResult", "registerUpload", "tidyUploads"];

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => {
  const outcomes = expected.split(" ");
  return ACTORS.map((actor, at) => ({ operation, actor, outcome: outcomes[at]!, run }));
});

describe("who may see and change files", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor: name, outcome, run }) => {
    const world = await makeWorld();
    const claimed = PEOPLE[name];
    const actor = await findPersonOfSession({ db: testDb() }, claimed && { userId: claimed.userId, sessionVersion: 1 });
    expect(actor ? await run({ db: testDb(), actor: actor as StaffActor, now: NOON }, world) : "gate").toBe(outcome);
  });

  it("is asked of every query and command there is: 23 for 7 actors make 161 cells", () => {
    const asked = new Set(Object.keys(OPERATIONS).map((name) => name.replace(/\(.*\)/, "")));
    const exported = [...exportedOperations("attachments"), ...exportedOperations("files")];
    // findFile takes whoever reads, signed in or not: tests/integration/attachments/serving.test.ts asks it as nobody too.
    expect([...asked, ...OF_THE_SYSTEM].sort()).toEqual([...exported, "findFile"].sort());
    expect(exportedJobs("attachments")).toEqual(["tidyUploadsJob"]);
    expect(CELLS).toHaveLength(161);
    expect(CELLS.every(({ outcome }) => outcome !== undefined)).toBe(true);
  });
});

async function makeWorld(): Promise<World> {
  const db = testDb();
  const at = toDate(NOON);
  // What earlier cells left waiting fills nobody's quota.
  await db.attachment.deleteMany({ where: { claimedAt: null } });
  await db.attachmentSettings.upsert({ where: { id: 1 }, update: { version: 1, maxFiles: 10, types: ["txt", "png"], maxFileMegabytes: 16 }, create: { id: 1, maxFileMegabytes: 16, maxFiles: 10, types: ["txt", "png"], updatedAt: at, updatedById: diego.userId } });
  const ticket = await ticketRow({ requester: andres });
  const common = { ticketId: ticket.id, body: "x", createdAt: at };
  const message = await db.ticketMessage.create({ data: { ...common, authorId: andres.userId, isStaff: false, submissionKey: randomUUID() } });
  const note = await db.ticketNote.create({ data: { ...common, authorId: carla.userId, submissionKey: randomUUID() } });
  const category = await db.kbCategory.upsert({ where: { slug: "c" }, update: {}, create: { slug: "c", name: "C", description: "", position: 1 } });
  const article = async (status: "draft" | "published") => (await db.article.create({ data: { slug: randomUUID(), categoryId: category.id, status, title: "T", summary: "", body: "", tags: [], updatedAt: at, publishedAt: status === "draft" ? null : at } })).id;
  const file = async (uploader: PersonActor, owner: object = {}) => {
    const data = { id: randomUUID(), uploaderId: uploader.userId, backend: "disk" as const, objectKey: randomUUID(), name: "a.txt", mediaType: "text/plain", kind: "file" as const, size: 1, sha256: "0".repeat(64), createdAt: at };
    return (await db.attachment.create({ data: { ...data, ...owner, claimedAt: Object.keys(owner).length > 0 ? at : null } })).id;
  };
  const draft = await article("draft");
  return {
    reference: ticket.reference,
    own: await file(andres),
    onTicket: await file(andres, { ticketId: ticket.id }),
    onMessage: await file(andres, { messageId: message.id }),
    onNote: await file(carla, { noteId: note.id }),
    onDraft: await file(carla, { articleId: draft }),
    onPublished: await file(carla, { articleId: await article("published") }),
    onCharge: await file(carla, { chargeId: await chargeOf(ticket) }),
    articleId: draft,
    articleSlug: (await db.article.findUniqueOrThrow({ where: { id: draft } })).slug,
    uploads: Object.fromEntries(await Promise.all([ana, andres, bruno, sergio, carla, diego].map(async (person) => [person.userId, await file(person)]))),
  };
}

/** A charge of andrés' ticket, to invoice. */
async function chargeOf(ticket: OpenedTicket): Promise<string> {
  const { quoteId } = await authorisedEvent({ requester: andres, ticket });
  const at = toDate(NOON);
  const money = { subtotalCents: 100n, discountCents: 0n, vatCents: 16n, totalCents: 116n };
  return (await testDb().charge.create({ data: { reference: `CAR-${randomUUID()}`, quoteId, ticketId: ticket.id, fiscal: {}, ...money, createdAt: at, updatedAt: at } })).id;
}
