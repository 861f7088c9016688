import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost, isPlainFormPost } from "@/lib/actions/form-post";
import { requireStaff } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { findCase } from "@/lib/conduct/case-queries";
import type { CaseView } from "@/lib/conduct/views";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { dayAt } from "@/lib/time/days";
import { SignedOutForms } from "../../_components/signed-out-forms";
import { decideAppealAction, dismissAction, liftAction, suspendAction, warnAction } from "../actions";
import { CaseMessage } from "../_components/case-message";
import { DecideForms } from "../_components/decide-forms";
import { PersonHistory } from "../_components/person-history";
import { CONDUCT, hrefOfCase } from "../_data/addresses";
import { conductEventText } from "../_data/event-text";

type Props = { params: Promise<{ case: string }> };

const FORMS = [
  { action: warnAction, names: ["body", "note"] },
  { action: dismissAction, names: ["note"] },
  { action: suspendAction, names: ["reason", "justification"] },
  { action: liftAction, names: ["note"] },
  { action: decideAppealAction, names: ["answer"] },
];

export function generateMetadata(): Metadata {
  return { title: getTranslator("conduct")("nav") };
}

/** One message, why it is here, what is known of its author, and the decision. */
export default async function CasePage({ params }: Props) {
  const { case: id } = await params;
  const address = hrefOfCase(id);
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={address} forms={FORMS} />;
  const ctx = contextOf(await requireStaff());
  const isPosted = await isPlainFormPost();
  const view = z.uuid().safeParse(id).success ? await findCase(ctx, id) : null;
  if (!view) notFound();
  const t = getTranslator("conduct");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page space-y-6">
        <PageHeader
          breadcrumbs={{ label: t("case.trail"), items: [{ label: t("nav"), href: CONDUCT }, { label: view.about.name }] }}
          title={t("case.title", { name: view.about.name })}
          meta={
            <>
              <Badge tone={view.state === "open" ? "warn" : "neutral"}>{t(`case.state.${view.state}`)}</Badge>
              {view.about.organization && <span>{view.about.organization}</span>}
              <a href={view.ticket ? `/agent/tickets/${view.ticket.reference}` : `/agent/chat/${view.conversationId}`} className="link break-words">
                {view.ticket ? t("case.writtenIn", view.ticket) : t("case.writtenInChat")}
              </a>
            </>
          }
        />
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="min-w-0 space-y-6">
            <CaseMessage view={view} now={ctx.now} />
            <Marks view={view} now={ctx.now} />
            {(view.state === "open" || view.can.suspend) && (
              <Panel title={t("case.review")}>
                <DecideForms view={view} address={address} today={dayAt(ctx.now, DESK_TIME_ZONE).toString()} isPosted={isPosted} />
              </Panel>
            )}
          </div>
          <div className="min-w-0 space-y-6">
            <Panel title={t("case.history", { name: view.about.name })}>
              <PersonHistory history={view.history} now={ctx.now} address={address} current={view.id} hasOtherAdmin={view.hasOtherAdmin} isPosted={isPosted} />
            </Panel>
            <Panel title={t("case.trailOfCase")}>
              <ol className="space-y-2 text-sm">
                {view.events.map((event) => (
                  <li key={event.id} className="break-words">
                    {conductEventText(event, ctx.now)}. <Moment at={event.at} now={ctx.now} className="text-muted" />
                  </li>
                ))}
              </ol>
            </Panel>
          </div>
        </div>
      </div>
    </div>
  );
}

function Marks({ view, now }: { view: CaseView; now: Temporal.Instant }) {
  const t = getTranslator("conduct");
  const { review } = view;
  return (
    <Panel title={t("case.marks")}>
      <ul className="space-y-3">
        {view.marks.map((mark) => (
          <li key={`${mark.source} ${mark.byName}`}>
            {mark.source === "rule" ? t("case.ruleFound") : t(mark.source === "customer" ? "case.reportedBy" : "case.markedBy", { name: mark.byName ?? "" })}{" "}
            <Moment at={mark.at} now={now} className="text-sm text-muted" />
            {mark.comment && <p className="mt-1 whitespace-pre-line break-words border-l-2 pl-3">{mark.comment}</p>}
          </li>
        ))}
      </ul>
      {review && (
        <div className="mt-4 border-t pt-3">
          <p>
            {t("case.reviewed", { name: review.byName })} <Moment at={review.at} now={now} className="text-sm text-muted" />
          </p>
          {review.note && <p className="mt-1 whitespace-pre-line break-words border-l-2 pl-3">{review.note}</p>}
        </div>
      )}
    </Panel>
  );
}
