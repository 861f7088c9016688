import "server-only";
import type { Db } from "@/lib/db/client";
import { DateRanks } from "./date-ranks";
import type { Prior } from "./lexicon";
import { TextIndex } from "./text-index";
import type { SearchKind } from "./types";

/** A read of the database: the index, and what else is known of each text by its position. */
export type IndexView = {
  index: TextIndex;
  kindAt: (at: number) => SearchKind;
  datedAt: (at: number) => number;
  dates: DateRanks;
  /** Grows with every change that was taken in. */
  generation: number;
};

type Row = { id: string; kind: SearchKind; words: string; isRemoved: boolean; dated: Date; revision: bigint };

const PAGE = 2_000;
/** While an index loads, others are answered after so many texts: some tens of milliseconds. */
const BREATH = 100;
/** From so many removed texts on, and more of them than live ones, the index is made anew from the table. */
const MANY_REMOVED = 5_000;

/**
 * The texts of some kinds, in this process's memory. The table is the truth: every question first takes in what was committed since the
 * last one, by one indexed read, so that whoever has written finds it, from whichever process.
 */
export class LiveIndex {
  private view: (IndexView & { kinds: SearchKind[]; dated: number[] }) | null = null;
  /** Rows of transactions from this one on may be news. */
  private watermark = 0n;
  private readonly applied = new Map<string, bigint>();
  private running: Promise<IndexView> | null = null;
  private waiting: Promise<IndexView> | null = null;

  constructor(
    private readonly db: Db,
    private readonly kinds: readonly SearchKind[],
    /** What its texts may turn into: then they are taken out. */
    private readonly becoming: readonly SearchKind[],
    private readonly makeIndex: () => TextIndex,
  ) {}

  /** The index with everything that was committed before this call. */
  current(): Promise<IndexView> {
    // A look that is under way may have begun before the caller's own commit: wait for it, and share the one after.
    if (this.running === null) return this.look();
    this.waiting ??= this.running.then(noop, noop).then(() => {
      this.waiting = null;
      // Somebody may have begun one in the moment between, and two at once would take in the same rows twice.
      return this.running ?? this.look();
    });
    return this.waiting;
  }

  private look(): Promise<IndexView> {
    const looking = this.catchUp().finally(() => {
      if (this.running === looking) this.running = null;
    });
    this.running = looking;
    return looking;
  }

  private async catchUp(): Promise<IndexView> {
    if (this.view === null || this.isWorn(this.view.index)) return this.load();
    const view = this.view;
    const rows = await this.db.$queryRaw<Array<{ id: string | null; kind: SearchKind | null; revision: bigint | null; oldest: bigint }>>`
      SELECT d.id, d.kind::text AS kind, d.revision, seen.oldest
      FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS oldest) AS seen
      LEFT JOIN search_document d ON d.kind = ANY(${[...this.kinds, ...this.becoming]}::search_kind[]) AND d.revision >= ${this.watermark}`;
    const news: string[] = [];
    for (const { id, kind, revision } of rows) {
      if (id === null || kind === null || revision === null || this.applied.get(id) === revision) continue;
      if (this.kinds.includes(kind)) news.push(id);
      else this.leave(view, { id, revision });
    }
    for (let from = 0; from < news.length; from += PAGE) {
      for (const row of await this.readRows(news.slice(from, from + PAGE))) this.apply(view, row);
    }
    this.advance(rows[0]?.oldest ?? this.watermark);
    return view;
  }

  /** Reads everything, page by page, in the order of the texts' dates; other work goes on in between. */
  private async load(): Promise<IndexView> {
    const index = this.makeIndex();
    const kinds: SearchKind[] = [];
    const dated: number[] = [];
    const view = { index, kinds, dated, kindAt: (at: number) => kinds[at]!, datedAt: (at: number) => dated[at]!, dates: new DateRanks(), generation: (this.view?.generation ?? 0) + 1 };
    const [seen] = await this.db.$queryRaw<Array<{ oldest: bigint }>>`SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS oldest`;
    await this.bringRevisionsHome();
    this.applied.clear();
    for (const kind of this.kinds) {
      let after = { dated: "-infinity", id: "00000000-0000-0000-0000-000000000000" };
      for (;;) {
        const rows = await this.db.$queryRaw<Row[]>`
          SELECT id, kind::text AS kind, words, is_removed AS "isRemoved", dated_at AS dated, revision FROM search_document
          WHERE kind = ${kind}::search_kind AND (dated_at, id) > (${after.dated}::timestamptz, ${after.id}::uuid)
          ORDER BY dated_at, id LIMIT ${PAGE}`;
        for (const [done, row] of rows.entries()) {
          if (done % BREATH === 0) await new Promise(setImmediate);
          this.apply(view, row);
        }
        const last = rows.at(-1);
        if (rows.length < PAGE || !last) break;
        after = { dated: last.dated.toISOString(), id: last.id };
      }
    }
    this.view = view;
    this.advance(seen?.oldest ?? 0n);
    return view;
  }

  private async readRows(ids: readonly string[]): Promise<Row[]> {
    return this.db.$queryRaw<Row[]>`
      SELECT id, kind::text AS kind, words, is_removed AS "isRemoved", dated_at AS dated, revision FROM search_document
      WHERE id = ANY(${ids}::uuid[]) ORDER BY dated_at, id`;
  }

  /** The text is of another kind by now, and none of its words is looked at. */
  private leave(view: NonNullable<LiveIndex["view"]>, { id, revision }: Pick<Row, "id" | "revision">): void {
    const known = view.index.positionOf(id);
    if (known !== undefined) {
      view.dates.remove(view.datedAt(known));
      view.index.remove(id);
      view.generation += 1;
    }
    this.applied.set(id, revision);
  }

  private apply(view: NonNullable<LiveIndex["view"]>, row: Row): void {
    // Since it was seen to be news, it may have become another kind.
    if (!this.kinds.includes(row.kind)) return this.leave(view, row);
    const known = view.index.positionOf(row.id);
    if (known !== undefined) view.dates.remove(view.datedAt(known));
    if (row.isRemoved || row.words === "") view.index.remove(row.id);
    else {
      view.kinds[view.index.span] = row.kind;
      view.dated[view.index.span] = row.dated.getTime();
      view.index.addStored(row.id, row.words);
      view.dates.add(row.dated.getTime());
    }
    this.applied.set(row.id, row.revision);
    view.generation += 1;
  }

  private advance(oldest: bigint): void {
    this.watermark = oldest;
    for (const [id, revision] of this.applied) if (revision < oldest) this.applied.delete(id);
  }

  /** A database restored elsewhere brings transaction numbers that are still to come there: they would be news at every look. */
  private async bringRevisionsHome(): Promise<void> {
    await this.db.$executeRaw`
      UPDATE search_document SET revision = pg_current_xact_id()::text::bigint
      WHERE kind = ANY(${[...this.kinds, ...this.becoming]}::search_kind[]) AND revision > pg_snapshot_xmax(pg_current_snapshot())::text::bigint`;
  }

  private isWorn(index: TextIndex): boolean {
    const removed = index.span - index.documents;
    return removed > MANY_REMOVED && removed > index.documents;
  }
}

function noop(): void {}

type Kept = WeakMap<Db, Map<string, LiveIndex>>;
// Pages, routes and jobs are bundled apart; they share the indexes of the process.
const shared = globalThis as typeof globalThis & { mesaIndexes?: Kept };

/** `becoming`: the kinds that a text of this collection may turn into, so that it leaves. */
export type Collection = { name: string; kinds: readonly SearchKind[]; becoming?: readonly SearchKind[]; prior?: Prior; gramTokens?: number };

/** The index of a collection over this database, loaded at the first question. */
export function liveIndex(db: Db, { name, kinds, becoming = [], prior, gramTokens }: Collection): LiveIndex {
  shared.mesaIndexes ??= new WeakMap();
  const indexes = shared.mesaIndexes.get(db) ?? new Map<string, LiveIndex>();
  shared.mesaIndexes.set(db, indexes);
  const known = indexes.get(name) ?? new LiveIndex(db, kinds, becoming, () => new TextIndex(prior, gramTokens));
  indexes.set(name, known);
  return known;
}

/** For whoever empties the tables below a running process: tests, the evaluation. */
export function forgetIndexes(db: Db): void {
  shared.mesaIndexes?.delete(db);
}
