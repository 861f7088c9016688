import { Download } from "lucide-react";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/panel";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { VERSION_CHOICES } from "@/lib/kb/export/read";
import { deskCrumbs } from "../_data/desk-links";

export function generateMetadata(): Metadata {
  return { title: getTranslator("kbExchange")("export.title") };
}

/** The whole knowledge as files that any editor opens, and that the import reads again. */
export default async function KnowledgeExportPage() {
  await requireStaff();
  const t = getTranslator("kbExchange");
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader breadcrumbs={deskCrumbs({ label: t("export.title") })} title={t("export.title")} lead={t("export.lead")} />
        <Card>
          <form action="/api/agent/kb-export" method="get" className="space-y-4">
            <fieldset className="space-y-2">
              <legend className="mb-2 text-sm font-medium">{t("export.versions")}</legend>
              {VERSION_CHOICES.map((choice) => (
                <label key={choice} className="flex min-h-11 items-center gap-3 text-sm">
                  <input type="radio" name="versions" value={choice} defaultChecked={choice === "live"} className="size-4 accent-accent" />
                  {t(`export.${choice}`)}
                </label>
              ))}
            </fieldset>
            <Button type="submit" variant="primary">
              <Download aria-hidden="true" />
              {t("export.submit")}
            </Button>
          </form>
        </Card>
      </div>
    </div>
  );
}
