import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { ZipFile } from "yazl";
import type { StaffActor } from "@/lib/auth/actor";
import { mintSystem } from "@/lib/auth/mint";
import { exportKnowledge } from "@/lib/kb/export/export-knowledge";
import type { VersionChoice } from "@/lib/kb/export/read";
import { applyImport } from "@/lib/kb/import/commands/apply-batch";
import { lookAtKnowledgeFile } from "@/lib/kb/import/commands/look-at-file";
import { startKnowledgeImport } from "@/lib/kb/import/commands/start-import";
import { findKnowledgeImport, listImportItems } from "@/lib/kb/import/queries";
import { removeScratch, scratchPath } from "@/lib/storage/parts";
import { AWKWARD_STRINGS } from "@/tests/support/awkward-strings";
import { carla, diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";
import { PAYLOADS } from "@/tests/support/payloads";

useDatabase();

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

describe("a folder of Markdown", () => {
  afterEach(emptyDesk);

  it("becomes categories, articles with their files and links, and questions", async () => {
    const id = await bring({
      "correo/_category.md": "---\ntitle: Correo electrónico\ndescription: Buzones\nposition: 2\n---\n",
      "correo/spf.md": "---\ntitle: Configurar SPF\nslug: configurar-spf\ntags: [spf, dns]\npinned: true\naudience: customers\n---\n\nVea [DKIM](avanzado/dkim.md#uno) y ![el panel](img/panel%201.gif).\n\nBaje [la guía](../guia.pdf).\n",
      "correo/avanzado/dkim.md": "# Firmar con DKIM\n\nDespués de [SPF](../spf.md). ![x](https://elsewhere.example/x.png) [nada](nada.md)\n",
      "correo/img/panel 1.gif": GIF,
      "guia.pdf": PDF,
      "preguntas.md": "---\ntype: faq\ntitle: Correo\n---\n\n## ¿Qué es SPF?\n\nUn registro. Vea [SPF](correo/spf.md).\n\n## ¿Y DKIM?\n\nUna firma.\n",
    });
    const db = testDb();
    const spf = await db.article.findUniqueOrThrow({ where: { slug: "configurar-spf" }, include: { attachments: { orderBy: { position: "asc" } }, category: true } });
    const dkim = await db.article.findUniqueOrThrow({ where: { slug: "firmar-con-dkim" }, include: { category: { include: { parent: true } } } });
    expect(spf).toMatchObject({ title: "Configurar SPF", tags: ["spf", "dns"], isPinned: true, audience: "customers", status: "published", category: { name: "Correo electrónico", description: "Buzones", slug: "correo" } });
    expect(spf.attachments.map(({ name, isInText }) => [name, isInText])).toEqual([["panel 1.gif", true], ["guia.pdf", false]]);
    expect(spf.body).toBe(`Vea [DKIM](/kb/articles/firmar-con-dkim) y ![el panel](/api/files/${spf.attachments[0]!.id}).\n\nBaje [la guía](/api/files/${spf.attachments[1]!.id}).`);
    expect(dkim).toMatchObject({ title: "Firmar con DKIM", category: { name: "Avanzado", parent: { slug: "correo" } } });
    expect(dkim.body).toBe("Después de [SPF](/portal/kb/articles/configurar-spf). ![x](https://elsewhere.example/x.png) [nada](nada.md)");
    expect((await db.faqEntry.findMany({ orderBy: { position: "asc" } })).map(({ question, answer }) => [question, answer])).toEqual([["¿Qué es SPF?", "Un registro. Vea [SPF](/portal/kb/articles/configurar-spf)."], ["¿Y DKIM?", "Una firma."]]);
    const { items } = await listImportItems(admin(), { importId: id, view: "noted", after: 0 });
    expect(items.flatMap(({ notes }) => notes.map(({ code }) => code))).toEqual(["FOREIGN_PICTURE", "LINK_MISSING"]);
  });

  it("says what cannot be read, and shows to nobody but the desk what says in unknown words whom it is for", async () => {
    const id = await bring({ "a/roto.md": "---\ntitle: [\n---\nx", "a/vacio.md": "---\ntitle: x\n---\n", "a/bien.md": "---\naudience: todos\n---\n\nTexto.", "a/binario.md": Buffer.from([0, 1, 2]) });
    const { items } = await listImportItems(admin(), { importId: id, view: "refused", after: 0 });
    expect(items.map(({ notes }) => notes[0]!.code).toSorted()).toEqual(["BODY_EMPTY", "FRONT_MATTER_BROKEN", "TEXT_UNREADABLE"]);
    expect(await testDb().article.findMany({ select: { title: true, audience: true } })).toEqual([{ title: "bien", audience: "staff" }]);
  });

  it.each<[string, Record<string, Buffer | string>, object, string]>([
    ["an entry that leads out of the folder", { "abcdef.md": "x" }, { rename: ["abcdef.md", "../def.md"] }, "IMPORT_BAD_PATHS"],
    ["an absolute path", { "abcd.md": "x" }, { rename: ["abcd.md", "/bcd.md"] }, "IMPORT_BAD_PATHS"],
    ["a symbolic link", { "a.md": "/etc/passwd" }, { mode: 0o120777 }, "IMPORT_BAD_PATHS"],
    ["nothing that is a text", { "a.pdf": PDF }, {}, "IMPORT_NOTHING_IN_IT"],
  ])("is refused with %s", async (_, files, how, code) => {
    expect(await lookAt(await zipOf(files, how))).toEqual({ ok: false, code });
  });

  it("is refused with more entries than a folder has, before they are read", async () => {
    const zip = await zipOf({ "a.md": "x" });
    for (const at of [8, 10]) zip.writeUInt16LE(20_001, zip.length - 22 + at);
    expect(await lookAt(zip)).toEqual({ ok: false, code: "IMPORT_TOO_MANY_ENTRIES" });
  });

  it("is refused when it says that it unpacks to more than it may, and never unpacks further than it says", async () => {
    const zip = await zipOf({ "bomb.md": Buffer.alloc(3_000_000, 120) });
    expect(await lookAt(resized(zip, 600 * 1024 * 1024))).toEqual({ ok: false, code: "IMPORT_UNPACKS_TOO_LARGE" });
    const lying = unwrap(await lookAt(resized(zip, 1_000)));
    expect((await listImportItems(admin(), { importId: lying.importId, view: "refused", after: 0 })).items[0]!.notes[0]!.code).toBe("TEXT_UNREADABLE");
  });
});

describe("the knowledge that is exported and imported into an empty desk", () => {
  afterEach(emptyDesk);

  it.each<VersionChoice>(["head", "live"])("is the same: %s versions", async (versions) => {
    await furnish();
    const zip = await exported(versions);
    const before = await knowledge(versions);
    expect(before.articles.map(({ slug, related, publishAt }) => ({ slug, related, publishAt })).filter(({ slug, related, publishAt }) => slug === "revision" || related.length > 0 || publishAt)).toEqual([
      ...(versions === "head" ? [{ slug: "borrador", related: ["todos"], publishAt: new Date("2030-01-06T15:00:00Z") }, { slug: "revision", related: [], publishAt: null }] : []),
      { slug: "todos", related: versions === "head" ? ["equipo", "borrador"] : ["equipo"], publishAt: null },
    ]);
    await emptyDesk();
    await applyBytes("todo.zip", zip);
    expect(await knowledge(versions)).toEqual(before);
    expect(before.articles.length).toBe(versions === "head" ? AWKWARD_STRINGS.length + PAYLOADS.length + 5 : AWKWARD_STRINGS.length + PAYLOADS.length + 2);
    // And once more into the desk that has all of it by now.
    await applyBytes("todo.zip", zip);
    expect(await knowledge(versions)).toEqual(before);
  }, 120_000);
});

/** Two levels of categories, an article of each state and audience with a picture and links, texts that no form would let pass, questions. */
async function furnish(): Promise<void> {
  await bring({
    "uno/_category.md": "---\ntitle: Uno\nposition: 1\n---\n",
    "uno/dos/_category.md": "---\ntitle: 'Dos: el segundo'\naudience: staff\n---\n",
    "uno/vacía/_category.md": "---\ntitle: Vacía\nslug: vacia\n---\n",
    "uno/todos.md": "---\nslug: todos\nrelated: [equipo, borrador]\nviews: 12\nhelpful: 3\nnot_helpful: 1\nreview_months: 6\nreview_on: 2027-01-31\npublished: 2025-03-02T17:30:00Z\n---\n\nVea [otro](dos/equipo.md), ![p](p.gif) y `[no](es)`.\n\n---\n\n## Fin\n",
    "uno/p.gif": GIF,
    "uno/dos/equipo.md": "---\nslug: equipo\naudience: customers\n---\n\nVuelva a [todos](../todos.md).",
    "uno/borrador.md": "---\nslug: borrador\nstate: draft\npublish_at: 2030-01-06T15:00:00Z\nrelated: [todos]\n---\n\nPor escribir.",
    "uno/revision.md": "---\nslug: revision\nstate: review\npublish_at: 2020-01-06T15:00:00Z\n---\n\nPor leer.",
    "uno/viejo.md": "---\nslug: viejo\nstate: archived\npublished: 2024-01-01\n---\n\nDe antes.",
    "preguntas.md": "---\ntype: faq\ntitle: Preguntas\nslug: preguntas\n---\n\n## ¿Uno?\n\nSí.\n\n```\n## no es otra\n```\n\n### Más\n\n[todos](uno/todos.md)\n\n## ¿Dos?\n\nNo.\n",
  });
  const db = testDb();
  const { id: categoryId } = await db.kbCategory.findFirstOrThrow({ where: { slug: "uno" } });
  for (const [at, text] of [...AWKWARD_STRINGS.map(([, text]) => text), ...PAYLOADS].entries()) {
    const clean = text.toWellFormed().replaceAll("\0", "").trim() || "x";
    const words = { title: clean.replace(/[\p{Cc}\s]+/gu, " ").slice(0, 200).toWellFormed().trim() || "x", summary: "", body: `Texto: ${clean}`.replace(/\r\n?/g, "\n").slice(0, 1_500).toWellFormed().trim(), tags: [] };
    await db.article.create({ data: { ...words, slug: `raro-${at}`, categoryId, status: "published", publishedAt: new Date(0), updatedAt: new Date(0), liveVersion: 1, versions: { create: { ...words, number: 1, at: new Date(0) } } } });
  }
}

async function knowledge(versions: VersionChoice) {
  const db = testDb();
  const files = await db.attachment.findMany({ where: { articleId: { not: null } }, select: { id: true, name: true, mediaType: true, isInText: true, article: { select: { slug: true } } } });
  const names = new Map(files.map(({ id, name }) => [id, name]));
  const articles = await db.article.findMany({
    where: versions === "live" ? { status: "published" } : {},
    orderBy: { slug: "asc" },
    select: { slug: true, title: true, body: true, tags: true, status: true, audience: true, effectiveAudience: true, isPinned: true, carriedViews: true, helpfulYes: true, helpfulNo: true, publishedAt: true, updatedAt: true, reviewMonths: true, reviewOn: true, publishAt: true, related: { orderBy: { position: "asc" }, select: { related: { select: { slug: true, status: true } } } }, category: { select: { slug: true } } },
  });
  const categories = await db.kbCategory.findMany({ orderBy: { slug: "asc" }, select: { slug: true, name: true, description: true, audience: true, parent: { select: { slug: true } } } });
  const groups = await db.faqGroup.findMany({ orderBy: { slug: "asc" }, select: { slug: true, name: true, entries: { orderBy: { position: "asc" }, select: { slug: true, question: true, answer: true, article: { select: { slug: true } } } } } });
  return {
    categories,
    groups,
    articles: articles.map(({ body, related, ...article }) => ({ ...article, related: related.flatMap((each) => (versions === "head" || each.related.status === "published" ? [each.related.slug] : [])), body: body.replace(/\/api\/files\/([0-9a-f-]{36})/g, (_, id: string) => names.get(id) ?? "?") })),
    files: files.map(({ id: _id, ...file }) => file).toSorted((a, b) => a.name.localeCompare(b.name)),
  };
}

async function emptyDesk(): Promise<void> {
  await testDb().$executeRaw`TRUNCATE kb_category, faq_group, kb_import, search_document, attachment CASCADE`.catch(async () => {
    // Versions and events are kept from being changed: the test's desk is emptied without asking them.
    await testDb().$transaction([testDb().$executeRaw`SET LOCAL session_replication_role = replica`, ...["article_version", "faq_version", "kb_event", "legacy_address", "kb_import_item", "kb_import", "attachment", "search_document", "ticket_article", "faq_entry", "faq_group", "article", "kb_category"].map((table) => testDb().$executeRawUnsafe(`DELETE FROM ${table}`))]);
  });
}

function admin() {
  return { db: testDb(), now: NOON, actor: diego as StaffActor };
}

async function lookAt(bytes: Buffer, name = "carpeta.zip") {
  const path = await scratchPath();
  try {
    await writeFile(path, bytes);
    return await lookAtKnowledgeFile(admin(), { path, name, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
  } finally {
    await removeScratch(path);
  }
}

async function applyBytes(name: string, bytes: Buffer): Promise<string> {
  const { importId } = unwrap(await lookAt(bytes, name));
  unwrap(await startKnowledgeImport(admin(), { importId }));
  expect(await applyImport({ db: testDb(), now: NOON, actor: mintSystem() }, { importId, patienceMs: 100_000 })).toEqual({ isMore: false });
  expect((await findKnowledgeImport(admin(), importId))!.appliedAt).not.toBeNull();
  return importId;
}

async function bring(files: Record<string, Buffer | string>): Promise<string> {
  return applyBytes("carpeta.zip", await zipOf(files));
}

async function exported(versions: VersionChoice): Promise<Buffer> {
  return gathered(unwrap(await exportKnowledge({ ...admin(), actor: carla as StaffActor }, { versions })));
}

async function zipOf(files: Record<string, Buffer | string>, { rename, mode }: { rename?: [string, string]; mode?: number } = {}): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name, mode ? { mode } : {});
  zip.end();
  const made = await gathered(zip.outputStream);
  // The writer would not write such a name: the bytes are changed afterwards.
  return rename ? Buffer.from(made.toString("latin1").replaceAll(rename[0], rename[1]), "latin1") : made;
}

async function gathered(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The same archive, of which the directory says another size of its only entry. */
function resized(zip: Buffer, size: number): Buffer {
  const copy = Buffer.from(zip);
  const directory = copy.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  copy.writeUInt32LE(size, directory + 24);
  return copy;
}
