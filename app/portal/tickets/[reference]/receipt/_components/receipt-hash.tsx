import { Panel } from "@/components/ui/panel";
import { getTranslator } from "@/lib/i18n/translator";
import type { ReceiptContent } from "../_data/receipt-content";

/** The hash in groups, which are copied without the spaces between them, and how anybody can check it. */
export function ReceiptHash({ content }: { content: ReceiptContent }) {
  const t = getTranslator("receipt");
  return (
    <Panel title={t("hashTitle")} className="break-inside-avoid">
      <div className="space-y-3 text-sm">
        <p className="rounded-md bg-sunken px-3 py-2 font-mono text-base">
          {content.hashGroups.map((group, index) => (
            <span key={index} className="mr-[1ch] inline-block">
              {group}
            </span>
          ))}
        </p>
        <p className="text-muted">{t("hashLead")}</p>
        <h3 className="font-semibold">{t("checkTitle")}</h3>
        <p>
          {t("check")}{" "}
          <a href={content.checkHref} className="link print:hidden">
            {t("checkGo")}
          </a>
          <span className="hidden font-medium print:inline">{content.checkAddress}</span>
        </p>
        <p className="text-muted">{content.recompute}</p>
      </div>
    </Panel>
  );
}
