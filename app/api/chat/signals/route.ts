import { jsonRoute } from "@/app/api/portal/_lib/json-route";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { lookAtConversation, readMessages, sayTyping } from "@/lib/chat/commands/read-messages";
import { signalSchema, type SignalInput } from "@/lib/chat/schema";
import { maySignal } from "@/lib/http/public-limit";
import { markChatNotificationsRead } from "@/lib/notifications/commands/mark-read";

/** What a page says by itself: that somebody writes, has read up to somewhere, or has the conversation in sight. */
export const POST = jsonRoute({
  name: "chat.signal",
  actor: "person",
  input: signalSchema,
  limit: async ({ userId }) => ((await maySignal(userId)) ? null : "CHAT_TOO_FAST"),
  run: take,
});

async function take(ctx: Context<PersonActor>, signal: SignalInput) {
  switch (signal.kind) {
    case "typing":
      return sayTyping(ctx, signal);
    case "look":
      return lookAtConversation(ctx, signal);
    case "read": {
      const read = await readMessages(ctx, signal);
      if (read.ok) await markChatNotificationsRead(ctx, signal);
      return read;
    }
    default:
      return signal satisfies never;
  }
}
