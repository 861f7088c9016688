import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ZipFile } from "yazl";
import type { StaffActor } from "@/lib/auth/actor";
import { mintSystem } from "@/lib/auth/mint";
import { applyImport } from "@/lib/kb/import/commands/apply-batch";
import { lookAtKnowledgeFile } from "@/lib/kb/import/commands/look-at-file";
import { startKnowledgeImport } from "@/lib/kb/import/commands/start-import";
import { findKnowledgeImport, listImportItems } from "@/lib/kb/import/queries";
import { removeScratch, scratchPath } from "@/lib/storage/parts";
import { diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

const DUMP = readFileSync(join(__dirname, "../../fixtures/hesk/desk.sql"));
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

describe("an import from HESK", () => {
  it("shows what it would make, makes it once, and finds all of it there the second time", async () => {
    const { db } = admin();
    const first = await look("desk.sql", DUMP);
    expect(first.view).toMatchObject({ counts: { new: 6, exists: 0, refused: 0 }, made: { category: 2, article: 4, tickets: 2 }, facts: { source: "hesk", prefix: "hesk_", skippedTables: { hesk_users: 1 } } });
    expect(await db.article.count({ where: { title: { contains: "quetzal" } } })).toBe(0);

    await apply(first.id);
    const articles = await db.article.findMany({ where: { title: { contains: "quetzal" } } });
    const byTitle = new Map(articles.map((each) => [each.title, each]));
    const printer = byTitle.get("Cómo enlazar la impresora quetzal")!;
    expect(printer).toMatchObject({ status: "published", effectiveAudience: "public", isPinned: true, carriedViews: 321, helpfulYes: 8, helpfulNo: 2, tags: ["impresora", "quetzal", "enlace"], headVersion: 1, liveVersion: 1 });
    expect(printer.publishedAt!.toISOString()).toBe("2025-03-02T17:30:00.000Z");
    expect(printer.body).toContain("[la lista de puertos](/kb/articles/puertos-que-usa-quetzal)");
    expect(printer.body).toContain("it's easy; no \\ problem.");
    expect(byTitle.get("Claves de la sala de quetzal")).toMatchObject({ status: "published", audience: "public", effectiveAudience: "staff" });
    expect(byTitle.get("Borrador de quetzal")).toMatchObject({ status: "draft", publishedAt: null, liveVersion: null });
    expect(await db.articleVersion.findMany({ where: { articleId: printer.id } })).toMatchObject([{ number: 1, authorId: null, title: printer.title }]);
    expect(await db.kbEvent.count({ where: { type: "article.imported", subjectId: printer.id } })).toBe(1);
    const indexed = await db.$queryRaw<{ kind: string }[]>`SELECT kind::text FROM search_document WHERE id = ANY (${articles.map(({ id }) => id)}::uuid[]) ORDER BY kind`;
    expect(indexed.map(({ kind }) => kind)).toEqual(["article", "article", "article_staff"]);
    expect((await db.legacyAddress.findMany({ orderBy: [{ kind: "asc" }, { key: "asc" }] })).map(({ kind, key }) => `${kind} ${key}`)).toEqual(["article 3", "article 5", "article 6", "article 7", "category 4", "category 5", "ticket QTZ-111-2222", "ticket QTZ-7K3-M2XD"]);

    const second = await look("desk.sql", DUMP);
    expect(second.view).toMatchObject({ counts: { new: 0, exists: 6 } });
    await apply(second.id);
    expect(await db.article.count({ where: { title: { contains: "quetzal" } } })).toBe(4);
    expect(await db.articleVersion.count({ where: { articleId: printer.id } })).toBe(1);
  });

  it("says what is not as it stood", async () => {
    const { id } = await look("desk.sql", DUMP);
    const { items } = await listImportItems(admin(), { importId: id, view: "noted", after: 0 });
    const notes = items.flatMap((item) => item.notes.map(({ code }) => code));
    expect(notes.toSorted()).toEqual(["FILE_MISSING", "FOREIGN_PICTURE", "VOTES_DERIVED", "VOTES_DERIVED"]);
  });

  it("done by two at once and interrupted makes each piece once", async () => {
    const { db } = admin();
    const rows = Array.from({ length: 60 }, (_, at) => `(${at + 100},7,'2025-01-01 00:00:00',1,'Colibrí ${at}','<p>Texto ${at}</p>','',0,0,0,'0','1','0',1,'','')`);
    const { id } = await look("many.sql", Buffer.from(`INSERT INTO h_kb_categories VALUES (7,'Colibríes',1,0,0,0,1,'0');INSERT INTO h_kb_articles VALUES ${rows.join(",")};`));
    unwrap(await startKnowledgeImport(admin(), { importId: id }));
    expect(await applyImport(system(), { importId: id, patienceMs: 0 })).toEqual({ isMore: true });
    expect(await db.article.count({ where: { title: { startsWith: "Colibrí" } } })).toBe(24);
    await Promise.all([applyImport(system(), { importId: id, patienceMs: 60_000 }), applyImport(system(), { importId: id, patienceMs: 60_000 })]);
    expect(await db.article.count({ where: { title: { startsWith: "Colibrí" } } })).toBe(60);
    expect(await findKnowledgeImport(admin(), id)).toMatchObject({ done: 61, toDo: 61, appliedAt: expect.any(String) });
    expect(await db.kbEvent.count({ where: { type: "import.applied", subjectId: id } })).toBe(1);
  });

  it("takes files that came along with the dump", async () => {
    const { db } = admin();
    const sql = "INSERT INTO z_kb_categories VALUES (2,'Tucanes',1,0,0,0,1,'0');INSERT INTO z_kb_attachments VALUES (1,'X_1.pdf','guía.pdf',1),(2,'X_2.pdf','rota.pdf',1);INSERT INTO z_kb_articles VALUES (900,2,'2025-01-01 00:00:00',1,'Tucán','<p>x</p>','',0,0,0,'0','1','0',1,'','1#guía.pdf,2#rota.pdf,');";
    const { id } = await look("desk.zip", await zipOf({ "hesk/desk.sql": Buffer.from(sql), "hesk/attachments/X_1.pdf": PDF, "hesk/attachments/X_2.pdf": Buffer.from("<script>") }));
    await apply(id);
    const article = await db.article.findFirstOrThrow({ where: { title: "Tucán" }, select: { attachments: { select: { name: true, mediaType: true, size: true } } } });
    expect(article.attachments).toEqual([{ name: "guía.pdf", mediaType: "application/pdf", size: PDF.length }]);
    const { items } = await listImportItems(admin(), { importId: id, view: "noted", after: 0 });
    expect(items[0]!.notes).toEqual([{ code: "FILE_NOT_ALLOWED", detail: "rota.pdf" }]);
    expect(await db.kbImport.findUniqueOrThrow({ where: { id }, select: { objectKey: true } })).toEqual({ objectKey: null });
  });

  it.each([
    ["a dump that was cut", DUMP.subarray(0, 3_000), "IMPORT_CUT"],
    ["a dump of something else", Buffer.from("INSERT INTO wp_posts VALUES (1,'x');"), "IMPORT_NOTHING_IN_IT"],
    ["bytes", Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), "IMPORT_NO_ARCHIVE"],
  ])("refuses %s", async (_, bytes, code) => {
    expect(await lookRaw("x.sql", bytes)).toEqual({ ok: false, code });
  });

  it("reads what an older server wrote in Latin-1, and a line of a megabyte", async () => {
    const long = "palabra ".repeat(15_000);
    const sql = `INSERT INTO l_kb_articles VALUES (950,1,'2025-01-01 00:00:00',1,'Señal ñandú','<p>${long}</p>','',0,0,0,'0','1','0',1,'','');INSERT INTO l_replies VALUES ('${"x".repeat(1_100_000)}');`;
    const { id } = await look("latin.sql", Buffer.from(sql, "latin1"));
    const { items } = await listImportItems(admin(), { importId: id, view: "new", after: 0 });
    expect(items.map(({ title }) => title)).toEqual(["Sin categoría", "Señal ñandú"]);
  });
});

function admin() {
  return { db: testDb(), now: NOON, actor: diego as StaffActor };
}

function system() {
  return { db: testDb(), now: NOON, actor: mintSystem() };
}

async function lookRaw(name: string, bytes: Buffer) {
  const path = await scratchPath();
  try {
    await writeFile(path, bytes);
    return await lookAtKnowledgeFile(admin(), { path, name, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
  } finally {
    await removeScratch(path);
  }
}

async function look(name: string, bytes: Buffer) {
  const { importId: id } = unwrap(await lookRaw(name, bytes));
  return { id, view: await findKnowledgeImport(admin(), id) };
}

async function apply(importId: string): Promise<void> {
  unwrap(await startKnowledgeImport(admin(), { importId }));
  expect(await applyImport(system(), { importId, patienceMs: 60_000 })).toEqual({ isMore: false });
}

async function zipOf(files: Record<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
