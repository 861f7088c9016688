import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { isFormPost } from "@/lib/actions/form-post";
import { findPerson } from "@/lib/auth/session";
import { formatDuration } from "@/lib/i18n/format";
import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";
import type { WorkView } from "@/lib/quotes/work-types";
import { SignedOutForms } from "../../../_components/signed-out-forms";
import { closeWorkAction, postTimeAction, releaseWorkAction, reverseTimeAction } from "./actions";
import { AuthorisedPanel } from "./_components/authorised-panel";
import { ClosingPart } from "./_components/closing-part";
import { TimeForm } from "./_components/time-form";
import { TimeList } from "./_components/time-list";
import { loadWork } from "./_data/load-work";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTranslator("work")("pageTitle", { reference: (await params).reference }) };
}

/** The time on a ticket: what is posted, what it counts under what was authorised, and the end of the work. */
export default async function WorkPage({ params }: Props) {
  const { reference } = await params;
  const address = `/agent/tickets/${reference}/work`;
  const forms = [
    { action: postTimeAction, names: ["description", "minutes", "startedAt"] },
    { action: reverseTimeAction, names: ["reason"] },
    { action: closeWorkAction, names: ["statement"] },
    { action: releaseWorkAction, names: ["reason", "quoteId"] },
  ];
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={address} forms={forms} />;
  const loaded = await loadWork(reference);
  if (!loaded) notFound();
  const { work, ctx } = loaded;
  const t = getTranslator("work");
  return (
    <div className="relative p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page space-y-5">
        <PageHeader
          breadcrumbs={{ label: t("trail"), items: [{ label: work.reference, href: `/agent/tickets/${work.reference}` }, { label: t("title") }] }}
          title={t("title")}
          lead={work.subject}
          meta={t("totals", { worked: formatDuration(work.workedMinutes), billable: formatDuration(work.billableMinutes) })}
        />
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="min-w-0 space-y-5">
            <Panel title={t("post.title")}>
              {work.isOpen && <GateNotice work={work} />}
              {work.isOpen ? <TimeForm key={work.ticketId} work={work} address={address} /> : <Notice title={t("ticketClosed")} />}
            </Panel>
            <Panel title={t("list.title")} isFlush>
              <TimeList entries={work.entries} address={address} now={ctx.now} />
            </Panel>
          </div>
          <div className="min-w-0 space-y-5">
            {work.authorised.map((authorised) => (
              <AuthorisedPanel key={authorised.quoteId} authorised={authorised}>
                <ClosingPart authorised={authorised} address={address} now={ctx.now} />
              </AuthorisedPanel>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

/** Why nothing billable can be posted, and the next step. */
function GateNotice({ work: { gate, isPaid } }: { work: WorkView }) {
  const t = getTranslator("work");
  if (!gate) return null;
  if (gate === "QUOTE_NEEDED" && !isPaid) return <Notice title={t("gate.free")} className="mb-4">{t("gate.freeHint")}</Notice>;
  return <Notice tone="warn" title={t("gate.title")} className="mb-4">{refusalMessage(gate)}</Notice>;
}
