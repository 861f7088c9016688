import type { PersonActor } from "@/lib/auth/actor";
import type { Db } from "@/lib/db/client";
import type { News } from "@/lib/realtime/news";

/** A row of what changed. */
export type StreamRow = { id: bigint; revision: bigint; topic: string; kind: string; subjectId: string; actorId: string | null; detailId: string | null };

export type Told = { row: StreamRow; userId: string; news: News };

/** One kind of things that change, and who may learn of it. */
export type Topic = {
  name: string;
  /**
   * Asked once for all who listen. It reads the database as it is now: who somebody was when the stream began counts for nothing.
   * @param people those who listen, each once
   * @returns for each row those who may see what it is about; nothing for all others
   */
  look: (db: Db, rows: readonly StreamRow[], people: readonly PersonActor[]) => Promise<Told[]>;
};
