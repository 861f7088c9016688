import { SearchX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { getTranslator } from "@/lib/i18n/translator";

export default function AgentNotFound() {
  const t = getTranslator("agent");
  return (
    <div className="lg:col-span-2">
      <h1 className="sr-only">{t("titles.notFound")}</h1>
      <EmptyState
        icon={<SearchX aria-hidden="true" />}
        title={t("errors.notFoundTitle")}
        actions={
          <ButtonLink size="sm" href="/agent/queues/open">
            {t("errors.toQueue")}
          </ButtonLink>
        }
      >
        {t("errors.notFoundLead")}
      </EmptyState>
    </div>
  );
}
