import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import { analyseText } from "@/lib/search/analysis";
import { PUBLIC_TEXTS } from "@/lib/search/collections";
import { indexDocument, removeFromIndex } from "@/lib/search/document-index";
import { forgetIndexes, liveIndex } from "@/lib/search/live-index";
import { NOON } from "@/tests/support/clock";
import { testDatabaseUrl, testDb, useDatabase, withConnection } from "@/tests/support/db";

useDatabase();

beforeEach(async () => {
  await testDb().$executeRaw`DELETE FROM search_document`;
  forgetIndexes(testDb());
});

const current = () => liveIndex(testDb(), PUBLIC_TEXTS).current();

async function found(word: string): Promise<number> {
  const { index } = await current();
  return index.documentsWith(word);
}

const write = (tx: Tx, word: string, id: string = randomUUID()) => indexDocument(tx, { id, kind: "article", text: analyseText({ title: word, body: word }), datedAt: NOON, now: NOON });

/** As another process writes it. */
const INSERT = "INSERT INTO search_document (id, kind, words, analysis_version, dated_at, updated_at) VALUES ($1, 'article', $2, 1, now(), now())";

describe("what is committed", () => {
  it("is found at the next question, whichever connection wrote it", async () => {
    expect(await found("dns")).toBe(0);
    await withConnection(testDatabaseUrl(), (other) => other.query(INSERT, [randomUUID(), "dns\ndns"]));
    expect(await found("dns")).toBe(1);
  });

  it("is found with its last words only", async () => {
    const id = randomUUID();
    await write(testDb(), "dns", id);
    expect(await found("dns")).toBe(1);
    await write(testDb(), "vps", id);
    expect([await found("dns"), await found("vps"), (await current()).index.documents]).toEqual([0, 1, 1]);
  });

  it("is not missed when its transaction began before another's that was taken in", async () => {
    await withConnection(testDatabaseUrl(), async (slow) => {
      await found("dns");
      await slow.query("BEGIN");
      await slow.query(INSERT, [randomUUID(), "dns\ndns"]);
      await withConnection(testDatabaseUrl(), (quick) => quick.query(INSERT, [randomUUID(), "vps\nvps"]));
      expect([await found("vps"), await found("dns")]).toEqual([1, 0]);
      await write(testDb(), "ssl");
      expect([await found("ssl"), await found("dns")]).toEqual([1, 0]);
      await slow.query("COMMIT");
      expect([await found("dns"), (await current()).index.documents]).toEqual([1, 3]);
    });
  });

  it("is not missed when its transaction ran while the index was loaded", async () => {
    await withConnection(testDatabaseUrl(), async (slow) => {
      await slow.query("BEGIN");
      await slow.query(INSERT, [randomUUID(), "dns\ndns"]);
      await write(testDb(), "vps");
      expect([await found("dns"), await found("vps")]).toEqual([0, 1]);
      await slow.query("COMMIT");
      expect(await found("dns")).toBe(1);
    });
  });

  it("is taken in once, however often it is seen again while an older transaction runs", async () => {
    await withConnection(testDatabaseUrl(), async (slow) => {
      await found("dns");
      await slow.query("BEGIN");
      await slow.query("SELECT pg_current_xact_id()");
      await write(testDb(), "dns");
      const { generation, index } = await current();
      const { span } = index;
      await found("dns");
      expect([(await current()).generation, index.span]).toEqual([generation, span]);
      await slow.query("ROLLBACK");
    });
  });
});

describe("what is not", () => {
  it("is never found when it was rolled back", async () => {
    await withConnection(testDatabaseUrl(), async (other) => {
      await found("dns");
      await other.query("BEGIN");
      await other.query(INSERT, [randomUUID(), "dns\ndns"]);
      expect(await found("dns")).toBe(0);
      await other.query("ROLLBACK");
      await write(testDb(), "vps");
      expect([await found("dns"), await found("vps")]).toEqual([0, 1]);
    });
  });

  it("is found no more once it was removed, in the index that saw it and in one loaded since", async () => {
    const id = randomUUID();
    await write(testDb(), "dns", id);
    expect(await found("dns")).toBe(1);
    await removeFromIndex(testDb(), id, NOON);
    const { index, dates } = await current();
    expect([index.documentsWith("dns"), index.documents, dates.size]).toEqual([0, 0, 0]);
    forgetIndexes(testDb());
    expect(await found("dns")).toBe(0);
    await write(testDb(), "dns", id);
    expect(await found("dns")).toBe(1);
  });
});

describe("a database restored elsewhere", () => {
  it("has its revisions brought home, so that they are no news at every look", async () => {
    await write(testDb(), "dns");
    await testDb().$executeRaw`UPDATE search_document SET revision = 4000000000`;
    expect(await found("dns")).toBe(1);
    const [row] = await testDb().$queryRaw<Array<{ isHome: boolean }>>`SELECT revision <= pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS "isHome" FROM search_document`;
    expect(row).toEqual({ isHome: true });
    const { generation } = await current();
    expect((await current()).generation).toBe(generation);
  });
});

describe("several questions at once", () => {
  it("load once, and share what is looked at", async () => {
    for (const word of ["dns", "vps", "ssl"]) await write(testDb(), word);
    const views = await Promise.all(Array.from({ length: 8 }, current));
    expect(new Set(views.map(({ index }) => index)).size).toBe(1);
    // Each text was taken in once: a second load would have made another index, a second look would have added them again.
    expect([views[0]?.index.documents, views[0]?.index.span]).toEqual([3, 3]);
  });

  it("find what was committed before each was asked", async () => {
    await current();
    const seen = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        await write(testDb(), `palabra${"abcdefghijklmnopqrst"[at]}x`);
        const { index } = await current();
        return index.documentsWith(analyseText({ title: "", body: `palabra${"abcdefghijklmnopqrst"[at]}x` }).bodyTokens[0]!.term);
      }),
    );
    expect(seen).toEqual(Array.from({ length: 20 }, () => 1));
    expect((await current()).index.documents).toBe(20);
  });
});

it("knows the kind and the date of each text, and reads them in the order of their dates", async () => {
  const [young, old] = [randomUUID(), randomUUID()];
  await indexDocument(testDb(), { id: young, kind: "faq", text: analyseText({ title: "dns", body: "" }), datedAt: NOON, now: NOON });
  await indexDocument(testDb(), { id: old, kind: "faq", text: analyseText({ title: "dns", body: "" }), datedAt: NOON.subtract({ hours: 1 }), now: NOON });
  const { index, kindAt, datedAt, dates } = await current();
  expect([index.idAt(0), index.idAt(1), kindAt(0), datedAt(1), dates.countAfter(datedAt(0))]).toEqual([old, young, "faq", NOON.epochMilliseconds, 1]);
});
