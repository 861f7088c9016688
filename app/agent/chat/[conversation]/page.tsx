import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { insertWords } from "@/app/agent/_data/insert-words";
import { ChatPane } from "@/app/agent/chat/_components/chat-pane";
import { ChatTools } from "@/app/agent/chat/_components/chat-tools";
import { TalkHeader } from "@/app/agent/chat/_components/talk-header";
import { sendAction } from "@/app/agent/chat/actions";
import { CHAT } from "@/app/agent/chat/_data/chat-words";
import { formFiles } from "@/components/attachments/form-files";
import { conversationWords } from "@/components/chat/chat-words";
import { Conversation } from "@/components/chat/conversation";
import { courtesyWords } from "@/components/conduct/courtesy-words";
import { contextOf } from "@/lib/actions/context";
import { getAttachmentLimits } from "@/lib/attachments/queries";
import { requireStaff } from "@/lib/auth/gate";
import { findConversation } from "@/lib/chat/queries";
import type { ConversationView } from "@/lib/chat/types";
import { isUuid } from "@/lib/files/ids";
import { getTranslator } from "@/lib/i18n/translator";

type Props = { params: Promise<{ conversation: string }> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("chat")("agent.title") };
}

/** A conversation beside the list of all; what can be done with it stands at its side, or below it where there is no room. */
export default async function TalkPage({ params }: Props) {
  const ctx = contextOf(await requireStaff());
  const { conversation: id } = await params;
  const [talk, limits] = isUuid(id) ? await Promise.all([findConversation(ctx, id), getAttachmentLimits(ctx)]) : [null, null];
  if (!talk || !limits) notFound();
  const address = `${CHAT}/${talk.id}`;
  return (
    <>
      <ChatPane ctx={ctx} current={talk.id} />
      <article aria-labelledby="talk-title" className="min-w-0 lg:flex lg:min-h-0 lg:flex-col">
        <TalkHeader talk={talk} address={address} />
        <div className="min-h-0 grow lg:overflow-y-auto xl:grid xl:grid-cols-[minmax(0,1fr)_20rem] xl:overflow-hidden">
          <Conversation
            key={talk.id}
            initial={talk}
            owner={ctx.actor.userId}
            action={sendAction}
            address={address}
            clientMessageId={crypto.randomUUID()}
            ticketHref={talk.ticket && `/agent/tickets/${talk.ticket.reference}`}
            files={formFiles(limits)}
            courtesy={courtesyWords()}
            words={conversationWords()}
            className="flex h-[75dvh] min-h-0 flex-col xl:h-auto xl:border-r"
          />
          <ChatTools ctx={ctx} talk={talk} address={address} articles={{ query: askedFor(talk), words: insertWords() }} />
        </div>
      </article>
    </>
  );
}

const QUERY_MAX = 120;

/** What the customer said first is what articles are looked for by at first. */
function askedFor({ messages }: ConversationView): string {
  return (messages.find(({ kind, isStaff }) => kind === "text" && !isStaff)?.body ?? "").slice(0, QUERY_MAX).toWellFormed();
}
