import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/lib/auth/actor";
import type { SessionClaim } from "@/lib/auth/person-of-session";
import { StreamHub } from "@/lib/realtime/hub";
import { keepListening } from "@/lib/realtime/listen-connection";
import type { News } from "@/lib/realtime/news";
import { TOPICS } from "@/lib/realtime/registry";
import { tell } from "@/lib/realtime/tell";
import { testDatabaseUrl, testDb } from "@/tests/support/db";

export type Frame = { event: string; id: string | null; data: unknown };

/** A process with its own connection to the database. */
export function startProcess(): { hub: StreamHub; stop: () => Promise<void> } {
  const hub = new StreamHub(testDb(), TOPICS);
  const stopListening = keepListening({ databaseUrl: testDatabaseUrl(), onNews: () => hub.news() });
  return {
    hub,
    async stop() {
      hub.endAll();
      await stopListening();
    },
  };
}

/** A browser that listens, and what reached it. */
export async function listen(hub: StreamHub, person: PersonActor, { after = null, claim = {} }: { after?: string | null; claim?: Partial<SessionClaim> } = {}) {
  let text = "";
  let isOpen = true;
  const joined = await hub.join(
    {
      person,
      claim: { userId: person.userId, sessionVersion: 1, ...claim },
      write(more) {
        text += more;
        return true;
      },
      close() {
        isOpen = false;
      },
    },
    after,
  );
  const frames = () => framesOf(text);
  return {
    refusal: joined.ok ? null : joined.code,
    leave: () => joined.ok && joined.data(),
    isOpen: () => isOpen,
    frames,
    news: () => frames().filter(({ event }) => event === "message").flatMap(({ data }) => data as News[]),
    /** What the browser would say that it has seen. */
    cursor: () => frames().findLast(({ id }) => id !== null)?.id ?? null,
  };
}

export type Stream = Awaited<ReturnType<typeof listen>>;

/** As a browser reads it. */
function framesOf(text: string): Frame[] {
  return text.split("\n\n").flatMap((block): Frame[] => {
    const field = (name: string) => block.split("\n").find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    const data = field("data");
    return data === undefined ? [] : [{ event: field("event") ?? "message", id: field("id") ?? null, data: JSON.parse(data) }];
  });
}

/** Waits for what must come; how long is no matter of this test. */
export async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries += 1) {
    if (tries > 1_000) throw new Error("It did not come.");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Everything that was told before has reached its streams: something told after it has. */
export async function allDelivered(streams: readonly { stream: Stream; userId: string }[]): Promise<void> {
  const before = streams.map(({ stream }) => personNews(stream));
  for (const userId of new Set(streams.map((each) => each.userId))) await tell(testDb(), { topic: "person", kind: "person.changed", subjectId: userId, detailId: randomUUID() });
  await until(() => streams.every(({ stream }, at) => personNews(stream) > before[at]!));
}

function personNews(stream: Stream): number {
  return stream.news().filter(({ topic }) => topic === "person").length;
}
