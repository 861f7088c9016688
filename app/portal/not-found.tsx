import { SearchX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { getTranslator } from "@/lib/i18n/translator";

/** The same for what is not there and for what is somebody else's. */
export default function PortalNotFound() {
  const t = getTranslator("portal");
  return (
    <div className="rounded-lg border bg-surface">
      <h1 className="sr-only">{t("notFound.title")}</h1>
      <EmptyState
        icon={<SearchX aria-hidden="true" />}
        title={t("notFound.title")}
        actions={
          <>
            <ButtonLink href="/portal/tickets" variant="primary">
              {t("notFound.list")}
            </ButtonLink>
            <ButtonLink href="/portal/tickets/new">{t("nav.new")}</ButtonLink>
          </>
        }
      >
        <p>{t("notFound.lead")}</p>
      </EmptyState>
    </div>
  );
}
