"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { AttachmentsProps } from "@/components/attachments/attachment-props";
import { ChatComposer, type SendAction } from "@/components/chat/chat-composer";
import { ConversationLog } from "@/components/chat/conversation-log";
import type { ConversationWords } from "@/components/chat/conversation-words";
import { writeText } from "@/components/chat/outbox";
import { useConversation } from "@/components/chat/use-conversation";
import type { CourtesyWords } from "@/components/conduct/courtesy-words";
import { SignInElsewhere } from "@/components/tickets/draft-status";
import { Notice } from "@/components/ui/notice";
import type { ConversationView } from "@/lib/chat/types";

export type ConversationProps = {
  initial: ConversationView;
  owner: string;
  action: SendAction;
  /** Of the page that it is on. */
  address: string;
  clientMessageId: string;
  ticketHref: string | null;
  files: AttachmentsProps;
  courtesy: CourtesyWords;
  words: ConversationWords;
  className?: string;
};

/** A conversation that one can follow and write in; the page around it is rendered anew when it concerns it. */
export function Conversation({ initial, owner, action, address, clientMessageId, ticketHref, files, courtesy, words, className }: ConversationProps) {
  const router = useRouter();
  const place = `${owner}:chat:${initial.id}`;
  const { view, unsent, isTyping, isSignedOut, talk, sayTyping } = useConversation({ initial, place, words, onState: () => router.refresh() });
  const otherName = owner === view.customer.id ? (view.agentName ?? words.desk) : view.customer.name;
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // From then on what is pressed is answered by the script.
    root.current?.setAttribute("data-live", "");
    // The text that began it is in it.
    writeText(`${owner}:chat:new`, "");
  }, [owner]);

  return (
    <div ref={root} className={className}>
      <ConversationLog
        view={view}
        unsent={unsent}
        ticketHref={ticketHref}
        words={words}
        typingName={isTyping ? otherName : null}
        onRetry={talk.retry}
        onDrop={talk.drop}
        className="grow"
      />
      {isSignedOut && (
        <Notice tone="warn" live="polite" className="m-3">
          {words.signedOut} <SignInElsewhere returnTo={address}>{words.signIn}</SignInElsewhere>
        </Notice>
      )}
      {view.canWrite && (
        <ChatComposer
          action={action}
          conversationId={view.id}
          clientMessageId={clientMessageId}
          address={address}
          place={place}
          files={files}
          courtesy={courtesy}
          words={words}
          onSend={talk.add}
          onTyping={sayTyping}
        />
      )}
    </div>
  );
}
