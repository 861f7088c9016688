import "server-only";
import pg from "pg";
import { log } from "@/lib/log";

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/**
 * The one connection of this process on which the database says that there is news. It says so again after each reconnection, so that
 * whoever hears it looks for what was missed meanwhile.
 * @returns what ends it
 */
export function keepListening({ databaseUrl, onNews }: { databaseUrl: string; onNews: () => void }): () => Promise<void> {
  let client: pg.Client | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = FIRST_WAIT_MS;
  let isOver = false;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: databaseUrl, application_name: "mesa-stream", keepAlive: true, connectionTimeoutMillis: 10_000 });
    client = fresh;
    fresh.on("notification", onNews);
    fresh.once("error", (error) => lost(fresh, error));
    fresh.once("end", () => lost(fresh));
    try {
      await fresh.connect();
      await fresh.query("LISTEN mesa_stream");
      waitMs = FIRST_WAIT_MS;
      onNews();
    } catch (error) {
      lost(fresh, error);
    }
  }

  function lost(which: pg.Client, error?: unknown): void {
    if (isOver || client !== which) return;
    client = null;
    log.warn({ err: error, waitMs }, "streams: the connection was lost");
    which.on("error", () => {}); // what else goes wrong with it is known already
    which.end().catch(() => {});
    timer = setTimeout(() => void connect(), waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }

  void connect();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}
