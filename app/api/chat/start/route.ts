import { jsonRoute } from "@/app/api/portal/_lib/json-route";
import { browserName } from "@/lib/actions/browser-name";
import { startConversation } from "@/lib/chat/commands/start-conversation";
import { startSchema } from "@/lib/chat/schema";
import { mayChat } from "@/lib/http/public-limit";

/** Begins a conversation from the small panel of the public pages. */
export const POST = jsonRoute({
  name: "chat.start",
  actor: "customer",
  input: startSchema,
  most: { bytes: 64_000, code: "CHAT_TOO_LARGE" },
  limit: async ({ userId }) => ((await mayChat(userId)) ? null : "CHAT_TOO_FAST"),
  run: async (ctx, input) => startConversation({ ...ctx, browser: await browserName() }, input),
});
