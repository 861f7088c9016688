import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireAdmin } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { listTemplates, type TemplateView } from "@/lib/notifications/templates";
import { templateReaders, templateTitle } from "./_data/template-words";

export function generateMetadata(): Metadata {
  return { title: getTranslator("mail")("templates.title") };
}

/** The words of every mail that the desk writes. */
export default async function TemplatesPage() {
  const ctx = contextOf(await requireAdmin());
  const templates = await listTemplates(ctx);
  const t = getTranslator("mail");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader title={t("templates.title")} lead={t("templates.lead")} />
        <Panel isFlush>
          <ul className="divide-y">
            {templates.map((template) => (
              <Line key={template.template} template={template} now={ctx.now} />
            ))}
          </ul>
        </Panel>
      </div>
    </div>
  );
}

function Line({ template, now }: { template: TemplateView; now: Temporal.Instant }) {
  const t = getTranslator("mail");
  return (
    <li className="space-y-1 px-4 py-3 text-sm sm:px-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={`/agent/settings/mail/${template.template}`} prefetch={false} className="link inline-flex min-h-6 items-center font-medium">
          {templateTitle(template.template)}
        </Link>
        <Badge>{templateReaders(template.template)}</Badge>
      </p>
      <p className="break-words text-muted">{template.subject}</p>
      {template.savedAt && template.savedByName && (
        <p className="text-muted">
          {t("templates.edited", { name: template.savedByName })} <Moment at={template.savedAt} now={now} />
        </p>
      )}
    </li>
  );
}
