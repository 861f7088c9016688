import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { chatTopic } from "@/lib/chat/stream-topic";
import { database } from "@/lib/db/database";
import { env } from "@/lib/env";
import { notificationTopic } from "@/lib/notifications/stream-topic";
import { StreamHub } from "@/lib/realtime/hub";
import { keepListening } from "@/lib/realtime/listen-connection";
import type { PollAnswer } from "@/lib/realtime/news";
import { pollNews } from "@/lib/realtime/resume";
import { personTopic } from "@/lib/realtime/person-topic";
import type { Topic } from "@/lib/realtime/topics";
import { presenceTopic, ticketTopic } from "@/lib/tickets/stream-topics";

/** Everything that a stream carries. */
export const TOPICS: readonly Topic[] = [ticketTopic, presenceTopic, personTopic, chatTopic, notificationTopic];

// Pages, routes and the web server are bundled apart; they share the streams of the process.
const running = globalThis as typeof globalThis & { mesaStreams?: StreamHub; mesaStopStreams?: () => Promise<void> };

/** The streams of this process, with their connection to the database from the first one on; server.ts calls `mesaStopStreams` when it ends. */
export function streamHub(): StreamHub {
  if (running.mesaStreams) return running.mesaStreams;
  const hub = new StreamHub(database(), TOPICS);
  const stopListening = keepListening({ databaseUrl: env().DATABASE_URL, onNews: () => hub.news() });
  running.mesaStreams = hub;
  running.mesaStopStreams = async () => {
    hub.endAll();
    await stopListening();
  };
  return hub;
}

export function listNews(ctx: Context<PersonActor>, after: string | null): Promise<PollAnswer> {
  return pollNews(ctx, TOPICS, after);
}
