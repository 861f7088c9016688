import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/panel";
import { getTranslator } from "@/lib/i18n/translator";
import { NOTICES } from "../_data/addresses";

/** The frame of a message's form. */
export function NoticePage({ title, children }: { title: string; children: ReactNode }) {
  const t = getTranslator("notices");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader title={title} lead={t("form.lead")} actions={<ButtonLink href={NOTICES}>{t("form.back")}</ButtonLink>} />
        <Card>{children}</Card>
      </div>
    </div>
  );
}
