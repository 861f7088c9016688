import { longDate } from "@/app/(public)/_data/long-date";
import { Panel } from "@/components/ui/panel";
import { getTranslator } from "@/lib/i18n/translator";
import type { ArticleOpinion } from "@/lib/kb/article-opinion";

/** What readers said below the article. */
export function OpinionPanel({ opinion, now }: { opinion: ArticleOpinion; now: Temporal.Instant }) {
  const t = getTranslator("kb");
  const { yes, no, reasons, comments } = opinion;
  return (
    <Panel title={t("opinion.title")}>
      {yes + no === 0 ? (
        <p className="text-sm text-muted">{t("opinion.none")}</p>
      ) : (
        <p className="text-sm">{t("opinion.share", { yes, all: yes + no })}</p>
      )}
      {reasons.length > 0 && (
        <ul className="mt-3 space-y-1 text-sm">
          {reasons.map(({ reason, count }) => (
            <li key={reason} className="flex justify-between gap-4">
              <span>{t(`vote.reasons.${reason}`)}</span>
              <span className="tabular-nums text-muted">{count}</span>
            </li>
          ))}
        </ul>
      )}
      {comments.length > 0 && (
        <ul className="mt-3 divide-y border-t text-sm">
          {comments.map(({ reason, comment, at }) => (
            <li key={`${at.epochMilliseconds}:${comment}`} className="py-2">
              <p className="whitespace-pre-line break-words">{comment}</p>
              <p className="text-xs text-muted">
                {longDate(at, { now })}
                {reason && ` · ${t(`vote.reasons.${reason}`)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
