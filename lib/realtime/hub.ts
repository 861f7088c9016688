import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import { findPersonOfSession, type SessionClaim } from "@/lib/auth/person-of-session";
import type { Db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { frame, retryFrame } from "@/lib/realtime/frames";
import type { News } from "@/lib/realtime/news";
import { readNow, readSince } from "@/lib/realtime/read-events";
import { resume } from "@/lib/realtime/resume";
import { tellAbout } from "@/lib/realtime/tell-about";
import { cursorOf, hasSeen, laterOf, type Snapshot } from "@/lib/realtime/snapshot";
import type { StreamRow, Told, Topic } from "@/lib/realtime/topics";
import { ok, refuse, type Result } from "@/lib/result";

/** Who listens: written to until it ends, by either side. */
export type Listener = { person: PersonActor; claim: SessionClaim; /** @returns false when the other side does not keep up */ write: (text: string) => boolean; close: () => void };

/** Why a stream ends: the browser stays away, or comes again at once. */
type Ending = "signed-out" | "again";

/** `waiting`: what came while its past was still being read; null from then on. */
type Kept = Listener & { seen: Snapshot | null; waiting: Batch[] | null };
type Batch = { rows: readonly StreamRow[]; told: ReadonlyMap<string, readonly Told[]>; snapshot: Snapshot };

const BEAT_MS = 20_000;
const RETRY_MS = 3_000;
const AFTER_ERROR_MS = 1_000;
/** Tabs of a browser share one stream; so many browsers one has open at once. */
export const MOST_PER_PERSON = 8;

/** All streams of this process: one look into the database for all of them, whenever there is news. */
export class StreamHub {
  private readonly listeners = new Set<Kept>();
  /** Up to where was looked for everybody; null while nobody listens. */
  private seen: Snapshot | null = null;
  private isLooking = false;
  private isNewsWaiting = false;
  private beat: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly db: Db,
    private readonly topics: readonly Topic[],
  ) {}

  get size(): number {
    return this.listeners.size;
  }

  /**
   * Begins a stream after what `after` says was seen. What cannot be gone on from, because it is malformed, too old or of another
   * database, begins anew and tells the browser to read its page again.
   * @returns what ends it from the listener's side
   */
  async join(listener: Listener, after: string | null): Promise<Result<() => void, "TOO_MANY_STREAMS">> {
    const { userId } = listener.person;
    const own = [...this.listeners].filter((each) => each.person.userId === userId);
    if (own.length >= MOST_PER_PERSON) return refuse("TOO_MANY_STREAMS");
    const kept: Kept = { ...listener, seen: null, waiting: [] };
    this.listeners.add(kept);
    this.beat ??= setInterval(() => this.onBeat(), BEAT_MS);
    try {
      // Everything from here on reaches it through `waiting`; everything before through what is read next.
      const now = this.seen ?? (await readNow(this.db));
      // Somebody else may have begun meanwhile; going forward from there would skip what is news to them.
      this.seen ??= now;
      const { isReset, ...past } = await resume(this.db, after);
      this.write(kept, `${retryFrame(RETRY_MS + Math.random() * RETRY_MS)}${frame({ event: isReset ? "reset" : "ready", id: cursorOf(past.snapshot), data: {} })}`);
      await this.deliver(kept, { ...past, told: await tellAbout(this.db, this.topics, { rows: past.rows, people: [kept.person] }) });
      for (let next = kept.waiting?.shift(); next; next = kept.waiting?.shift()) await this.deliver(kept, next);
      kept.waiting = null;
    } catch (error) {
      this.leave(kept);
      throw error;
    }
    return ok(() => this.leave(kept));
  }

  /** There may be something new: looks at once, or once more after the look that is under way. */
  news(): void {
    this.isNewsWaiting = true;
    if (!this.isLooking) void this.lookWhileNews();
  }

  /** Ends every stream; their browsers come again, to whoever answers then. */
  endAll(): void {
    for (const each of this.listeners) this.end(each, "again");
  }

  private async lookWhileNews(): Promise<void> {
    this.isLooking = true;
    while (this.isNewsWaiting) {
      this.isNewsWaiting = false;
      try {
        await this.look();
      } catch (error) {
        log.error({ err: error }, "streams: what changed could not be read");
        await new Promise((resolve) => setTimeout(resolve, AFTER_ERROR_MS));
        this.isNewsWaiting = this.listeners.size > 0;
      }
    }
    this.isLooking = false;
  }

  private async look(): Promise<void> {
    if (this.seen === null) return;
    const { rows, snapshot } = await readSince(this.db, this.seen);
    // Whoever joins from here on reads its past later than this was read.
    const listeners = [...this.listeners];
    if (rows.length > 0) {
      const people = [...new Map(listeners.map(({ person }) => [person.userId, person])).values()];
      const batch = { rows, snapshot, told: await tellAbout(this.db, this.topics, { rows, people }) };
      for (const each of listeners) {
        if (each.waiting) each.waiting.push(batch);
        else await this.deliver(each, batch);
      }
    }
    if (this.listeners.size > 0) this.seen = snapshot;
  }

  /** What of a batch is news to this one. Should it fail half-way, all of it is news again. */
  private async deliver(kept: Kept, { rows, told, snapshot }: Batch): Promise<void> {
    const { seen } = kept;
    const isNews = (row: StreamRow) => seen === null || !hasSeen(seen, row.revision);
    const own = rows.filter((row) => row.topic === "person" && row.subjectId === kept.person.userId && isNews(row));
    if (!(await this.isStillWelcome(kept, own))) return this.end(kept, "signed-out");
    kept.seen = seen === null ? snapshot : laterOf(seen, snapshot);
    const news = (told.get(kept.person.userId) ?? []).filter(({ row }) => isNews(row)).map((each): News => each.news);
    if (news.length > 0) this.write(kept, frame({ id: cursorOf(kept.seen), data: news }));
  }

  private async isStillWelcome(kept: Kept, changes: readonly StreamRow[]): Promise<boolean> {
    if (changes.length === 0) return true;
    if (changes.some(({ kind, detailId }) => kind === "session.ended" && detailId === (kept.claim.sessionId ?? null))) return false;
    const person = await findPersonOfSession({ db: this.db }, kept.claim);
    if (person) kept.person = person;
    return person !== null;
  }

  private onBeat(): void {
    // One text for all: what is written a thousand times is made once.
    const text = frame({ event: "beat", data: {} });
    for (const each of this.listeners) this.write(each, text);
    // Should the database's word not come through, as behind a pooler, it is looked for.
    this.news();
  }

  private write(kept: Kept, text: string): void {
    if (this.listeners.has(kept) && !kept.write(text)) this.end(kept, "again");
  }

  private end(kept: Kept, why: Ending): void {
    if (!this.listeners.has(kept)) return;
    kept.write(frame({ event: "end", data: { why } }));
    this.leave(kept);
    kept.close();
  }

  private leave(kept: Kept): void {
    this.listeners.delete(kept);
    if (this.listeners.size > 0) return;
    clearInterval(this.beat);
    this.beat = undefined;
    this.seen = null;
  }
}
