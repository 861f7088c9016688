import { MousePointerClick } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { getTranslator } from "@/lib/i18n/translator";

/** Where the ticket will stand; a narrow screen has no room for it. */
export function EmptyPane() {
  const t = getTranslator("agent");
  return (
    <div className="hidden items-center justify-center lg:flex">
      <EmptyState icon={<MousePointerClick aria-hidden="true" />} title={t("pane.choose")}>
        {t("pane.chooseHint")}
      </EmptyState>
    </div>
  );
}
