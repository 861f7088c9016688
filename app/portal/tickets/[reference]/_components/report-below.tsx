import { getTranslator } from "@/lib/i18n/translator";

/** Below a message of the desk: the way to report it, or that it was. */
export function ReportBelow({ reference, messageId, authorName, report }: { reference: string; messageId: string; authorName: string; report: { isReviewed: boolean } | undefined }) {
  const t = getTranslator("conduct");
  if (report) return <p className="text-sm text-muted">{t(report.isReviewed ? "report.reviewed" : "report.open")}</p>;
  return (
    <a href={`/portal/tickets/${reference}/report?message=${messageId}`} aria-label={t("report.linkOf", { name: authorName })} className="inline-flex min-h-6 items-center text-sm text-muted underline-offset-2 hover:underline">
      {t("report.link")}
    </a>
  );
}
