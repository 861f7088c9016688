import { jsonRoute } from "@/app/api/portal/_lib/json-route";
import { sendMessage } from "@/lib/chat/commands/send-message";
import { sendSchema } from "@/lib/chat/schema";
import { mayChat } from "@/lib/http/public-limit";

/** 4,000 characters of four bytes each, escaped, and what goes along. */
const MOST = { bytes: 64_000, code: "CHAT_TOO_LARGE" };

/** A message of either side, as the browser sends it, and sends it again until there is an answer. */
export const POST = jsonRoute({
  name: "chat.send",
  actor: "person",
  input: sendSchema,
  most: MOST,
  limit: async ({ userId }) => ((await mayChat(userId)) ? null : "CHAT_TOO_FAST"),
  run: sendMessage,
});
