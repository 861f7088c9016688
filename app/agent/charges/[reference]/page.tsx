import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AttachmentList } from "@/components/attachments/attachment-list";
import { attachmentListWords } from "@/components/attachments/attachment-words";
import { PageHeader } from "@/components/layout/page-header";
import { ChargeState } from "@/components/quotes/charge-state";
import { buttonClass } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { getAttachmentLimits } from "@/lib/attachments/queries";
import { requireStaff } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { findCharge } from "@/lib/quotes/charge-queries";
import { parseChargeReference } from "@/lib/quotes/charge-reference";
import { SignedOutForms } from "../../_components/signed-out-forms";
import { cancelAction, invoiceAction, payAction } from "./actions";
import { ChargeFacts } from "./_components/charge-facts";
import { ChargeForms } from "./_components/charge-forms";
import { ChargeLines } from "./_components/charge-lines";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTranslator("charges")("pageTitle", { reference: (await params).reference }) };
}

/** A charge with its lines, its invoice, and what comes next. */
export default async function ChargePage({ params }: Props) {
  const { reference: typed } = await params;
  const address = `/agent/charges/${typed}`;
  const forms = [
    { action: invoiceAction, names: ["folio", "uuid"] },
    { action: payAction, names: ["note", "paidOn"] },
    { action: cancelAction, names: ["reason"] },
  ];
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={address} forms={forms} />;
  const ctx = contextOf(await requireStaff());
  const reference = parseChargeReference(typed);
  const charge = reference && (await findCharge(ctx, reference));
  if (!charge) notFound();
  const limits = await getAttachmentLimits(ctx);
  const t = getTranslator("charges");
  return (
    <div className="relative p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page space-y-5">
        <PageHeader
          breadcrumbs={{ label: t("trail"), items: [{ label: t("title"), href: "/agent/charges" }, { label: charge.reference }] }}
          title={charge.customerName}
          lead={charge.subject}
          meta={
            <>
              <span className="tabular-nums">{charge.reference}</span>
              <ChargeState state={charge.state} />
            </>
          }
        />
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="min-w-0 space-y-5">
            <Panel title={t("lines")} isFlush>
              <ChargeLines charge={charge} />
            </Panel>
            {charge.attachments.length > 0 && (
              <Panel title={t("files")}>
                <AttachmentList attachments={charge.attachments} words={attachmentListWords()} />
              </Panel>
            )}
            {charge.can.invoice && (
              <Panel title={t("cfdi.title")}>
                <p className="mb-4 max-w-prose text-sm text-muted">{t("cfdi.hint")}</p>
                <a href={`/agent/charges/${charge.reference}/cfdi`} download className={buttonClass()}>
                  {t("cfdi.download")}
                </a>
              </Panel>
            )}
            <ChargeForms key={charge.state} charge={charge} limits={limits} address={address} now={ctx.now} />
          </div>
          <div className="min-w-0 space-y-5">
            <ChargeFacts charge={charge} now={ctx.now} />
          </div>
        </div>
      </div>
    </div>
  );
}
