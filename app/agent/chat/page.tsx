import { MessagesSquare } from "lucide-react";
import type { Metadata } from "next";
import { ChatPane } from "@/app/agent/chat/_components/chat-pane";
import { EmptyState } from "@/components/ui/empty-state";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("chat")("agent.title") };
}

/** The conversations of the desk, and whether one takes any. */
export default async function ChatDeskPage() {
  const ctx = contextOf(await requireStaff());
  const t = getTranslator("chat");
  return (
    <>
      <ChatPane ctx={ctx} current={null} />
      <div className="hidden items-center justify-center lg:flex">
        <EmptyState icon={<MessagesSquare aria-hidden="true" />} title={t("agent.choose")}>
          {t("agent.chooseHint")}
        </EmptyState>
      </div>
    </>
  );
}
