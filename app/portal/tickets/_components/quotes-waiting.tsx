import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { getTranslator } from "@/lib/i18n/translator";

/** That something waits for the reader's authorisation; nothing while nothing does. */
export function QuotesWaiting({ count }: { count: number }) {
  if (count === 0) return null;
  const t = getTranslator("quotes");
  return (
    <Notice tone="warn" title={t("list.waiting", { count })} actions={<ButtonLink href="/portal/quotes">{t("list.waitingGo")}</ButtonLink>}>
      {t("list.waitingLead")}
    </Notice>
  );
}
