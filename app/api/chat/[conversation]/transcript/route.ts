import { noConversation } from "@/app/api/chat/_lib/no-conversation";
import { contextOf } from "@/lib/actions/context";
import { findPersonOfRequest } from "@/lib/auth/person-of-request";
import { findConversation } from "@/lib/chat/queries";
import { transcriptText } from "@/lib/chat/transcript";
import { isUuid } from "@/lib/files/ids";
import { getTranslator } from "@/lib/i18n/translator";

type Params = { params: Promise<{ conversation: string }> };

/** The whole conversation as a text to keep. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const actor = await findPersonOfRequest(request);
  if (!actor) return noConversation(401);
  const { conversation } = await params;
  const talk = isUuid(conversation) && (await findConversation(contextOf(actor), conversation));
  if (!talk) return noConversation(404);
  return new Response(transcriptText({ ...talk, customerName: talk.customer.name }), {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="${getTranslator("chat")("transcript.fileName")}"`,
      "cache-control": "private, no-store",
    },
  });
}
