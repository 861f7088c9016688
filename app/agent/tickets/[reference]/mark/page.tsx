import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { conductFormWords } from "@/components/conduct/conduct-words";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/panel";
import { Prose } from "@/components/ui/prose";
import { isFormPost } from "@/lib/actions/form-post";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { withQuery, type Query } from "../../../_data/list-address";
import { SignedOutForms } from "../../../_components/signed-out-forms";
import { loadTicket } from "../_data/load-ticket";
import { markAction } from "./actions";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<Query> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("conduct")("mark.title") };
}

/** Marks one message, or without `message` the ticket's own text. */
export default async function MarkPage({ params, searchParams }: Props) {
  const [{ reference }, { message }] = await Promise.all([params, searchParams]);
  const address = withQuery(`/agent/tickets/${reference}/mark`, { message: typeof message === "string" ? message : null });
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={address} forms={[{ action: markAction, names: ["comment"] }]} />;
  const loaded = await loadTicket(reference);
  if (!loaded) notFound();
  const { ticket } = loaded;
  const marked = message === undefined ? { id: "", authorName: ticket.requester.name, html: ticket.html, isOwn: false } : ticket.thread.find((entry) => entry.entry === "message" && entry.id === message);
  if (!marked || !("html" in marked) || marked.isOwn) notFound();
  const t = getTranslator("conduct");
  return (
    <div className="mx-auto w-full max-w-narrow space-y-5 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <PageHeader
        breadcrumbs={{ label: getTranslator("ui")("breadcrumbs"), items: [{ label: ticket.reference, href: `/agent/tickets/${ticket.reference}` }, { label: t("mark.title") }] }}
        title={t("mark.title")}
        lead={t("mark.lead")}
      />
      <section aria-label={t("mark.message", { name: marked.authorName })} className="rounded-lg border bg-sunken p-4">
        <p className="mb-2 font-medium">{marked.authorName}</p>
        <Prose html={marked.html} isCompact />
      </section>
      <Card>
        <FieldForm
          action={markAction}
          permalink={address}
          hidden={{ ticketId: ticket.id, messageId: marked.id }}
          fields={[{ kind: "textarea", name: "comment", label: t("mark.comment"), rows: 4 }]}
          words={conductFormWords(t("mark.submit"))}
        />
      </Card>
    </div>
  );
}
