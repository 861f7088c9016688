import type { Metadata } from "next";
import { StartForm } from "@/app/portal/chat/_components/start-form";
import { Talk } from "@/app/portal/chat/_components/talk";
import { deskText } from "@/app/portal/chat/_data/desk-text";
import { startAction } from "@/app/portal/chat/actions";
import { courtesyWords } from "@/components/conduct/courtesy-words";
import { PageHeader } from "@/components/layout/page-header";
import { acceptanceWords } from "@/components/policies/acceptance-words";
import { Notice } from "@/components/ui/notice";
import { contextOf } from "@/lib/actions/context";
import { getAttachmentLimits } from "@/lib/attachments/queries";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { requireCustomer } from "@/lib/auth/gate";
import { findConversation, findDeskState, findOwnConversation } from "@/lib/chat/queries";
import { getTranslator } from "@/lib/i18n/translator";
import { dueOf } from "@/lib/policies/acceptances";
import { getNewTicketOptions } from "@/lib/tickets/new-ticket-options";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const CHAT = "/portal/chat";

export function generateMetadata(): Metadata {
  return { title: getTranslator("chat")("title") };
}

/** Talks with the desk: the conversation that is under way or ended lately, or the form that begins one. */
export default async function ChatPage({ searchParams }: Props) {
  const actor = await requireCustomer();
  const ctx = contextOf(actor);
  const [own, query] = await Promise.all([findOwnConversation(ctx), searchParams]);
  const isShown = own && (own.isLive || query.new !== "1");
  const [talk, limits] = isShown ? await Promise.all([findConversation(ctx, own.id), getAttachmentLimits(ctx)]) : [null, null];
  const t = getTranslator("chat");
  return (
    <div className="mx-auto max-w-narrow space-y-5">
      <PageHeader title={t("title")} lead={t("portal.lead")} />
      <Notice>
        {t("notice")}{" "}
        <a href="/portal/tickets/new" className="link">
          {t("raise")}
        </a>
      </Notice>
      {talk && limits ? <Talk key={talk.id} talk={talk} owner={actor.userId} limits={limits} /> : <Begin ctx={ctx} />}
    </div>
  );
}

async function Begin({ ctx }: { ctx: Context<CustomerActor> }) {
  const [desk, options, policies] = await Promise.all([findDeskState(ctx), getNewTicketOptions(ctx), dueOf(ctx)]);
  const t = getTranslator("chat");
  const isOpen = desk.kind === "open";
  return (
    <>
      <Notice tone={isOpen ? "success" : "warn"} title={deskText(desk, ctx.now)}>
        {!isOpen && <p>{t("portal.offer")}</p>}
      </Notice>
      <StartForm
        action={startAction}
        address={CHAT}
        startKey={crypto.randomUUID()}
        owner={ctx.actor.userId}
        isOpen={isOpen}
        departments={[{ value: "", label: t("portal.anyDepartment") }, ...options.departments.map(({ id, name }) => ({ value: id, label: name }))]}
        policies={policies}
        words={{
          body: t("portal.body"),
          bodyHint: t("portal.bodyHint"),
          department: t("portal.department"),
          start: t("portal.start"),
          starting: t("portal.starting"),
          notStarted: t("portal.notStarted"),
          withText: t("portal.withText"),
          offline: t("portal.offlineAction"),
          signIn: t("portal.signIn"),
          courtesy: courtesyWords(),
          acceptance: acceptanceWords(),
        }}
      />
    </>
  );
}
