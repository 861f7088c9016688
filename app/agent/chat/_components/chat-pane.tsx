import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { AvailabilityForm } from "@/app/agent/chat/_components/availability-form";
import { ChatList } from "@/app/agent/chat/_components/chat-list";
import { availabilityAction } from "@/app/agent/chat/actions";
import { CHAT, chatListWords } from "@/app/agent/chat/_data/chat-words";
import { cn } from "@/components/ui/cn";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { getAvailability, listConversations } from "@/lib/chat/queries";
import { getTranslator } from "@/lib/i18n/translator";

/** The middle pane: whether one takes conversations, and which there are. Beside a conversation (`current`) a narrow screen leaves it out. */
export async function ChatPane({ ctx, current }: { ctx: Context<StaffActor>; current: string | null }) {
  const [lists, availability] = await Promise.all([listConversations(ctx), getAvailability(ctx)]);
  const t = getTranslator("chat");
  const Heading = current === null ? "h1" : "h2";
  return (
    <section aria-labelledby="chat-title" className={cn("min-w-0 flex-col bg-surface lg:flex lg:min-h-0 lg:border-r", current === null ? "flex" : "hidden")}>
      <div className="flex min-h-12 shrink-0 items-center gap-2 border-b px-3">
        <Link href="/agent/queues" prefetch={false} className="-ml-2 inline-flex min-h-11 items-center gap-1 rounded-md px-2 text-sm text-accent lg:hidden">
          <ChevronLeft aria-hidden="true" className="size-4" />
          {getTranslator("agent")("list.queues")}
        </Link>
        <Heading id="chat-title" tabIndex={-1} className="min-w-0 grow truncate text-base font-semibold outline-none">
          {t("agent.title")}
        </Heading>
      </div>
      <AvailabilityForm
        action={availabilityAction}
        address={current === null ? CHAT : `${CHAT}/${current}`}
        initial={availability}
        words={{ label: t("agent.availability"), available: t("agent.available"), busy: t("agent.busy"), become: t("agent.become"), leave: t("agent.leave"), limit: t("agent.limit"), saving: t("agent.saving"), offline: t("settings.offline") }}
      />
      <div className="min-h-0 grow overflow-y-auto">
        <ChatList initial={lists} now={ctx.now.toString()} current={current} words={chatListWords()} />
      </div>
    </section>
  );
}
