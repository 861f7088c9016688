import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { conductFormWords } from "@/components/conduct/conduct-words";
import { FieldForm, type FieldSpec } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/panel";
import { Prose } from "@/components/ui/prose";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireCustomer } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { findTicketForCustomer } from "@/lib/tickets/queries";
import { parseReference } from "@/lib/tickets/reference";
import { reportAction } from "./actions";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("conduct")("report.title") };
}

/** Tells an administrator of a message that the desk wrote. */
export default async function ReportPage({ params, searchParams }: Props) {
  const [{ reference: typed }, { message }] = await Promise.all([params, searchParams]);
  const reference = parseReference(typed);
  if (!reference || typeof message !== "string") notFound();
  const t = getTranslator("conduct");
  const form = {
    action: reportAction,
    permalink: `/portal/tickets/${reference}/report?message=${encodeURIComponent(message)}`,
    fields: [{ kind: "textarea", name: "comment", label: t("report.comment"), rows: 5 } satisfies FieldSpec],
    words: conductFormWords(t("report.submit")),
  };
  if ((await isFormPost()) && !(await findPerson())) {
    return (
      <div className="max-w-narrow space-y-6">
        <h1 className="text-xl font-semibold">{t("report.title")}</h1>
        <FieldForm {...form} carried={["ticketId", "messageId"]} />
      </div>
    );
  }
  const ticket = await findTicketForCustomer(contextOf(await requireCustomer()), reference);
  const reported = ticket?.thread.find((entry) => entry.entry === "message" && entry.id === message);
  if (!ticket || !reported || !("html" in reported) || !reported.isStaff) notFound();
  return (
    <div className="mx-auto max-w-narrow space-y-6">
      <PageHeader
        breadcrumbs={{ label: getTranslator("portal")("ticket.trail"), items: [{ label: ticket.reference, href: `/portal/tickets/${ticket.reference}` }, { label: t("report.title") }] }}
        title={t("report.title")}
        lead={t("report.lead")}
      />
      <section aria-label={t("mark.message", { name: reported.authorName })} className="rounded-lg border bg-sunken p-4">
        <p className="mb-2 font-medium">{reported.authorName}</p>
        <Prose html={reported.html} isCompact />
      </section>
      <Card>
        <FieldForm {...form} hidden={{ ticketId: ticket.id, messageId: reported.id }} />
      </Card>
    </div>
  );
}
