import { Panel } from "@/components/ui/panel";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { DeskArticle } from "@/lib/kb/articles/types";

/** Who did what, the last first, and the tickets that it was written from. */
export function HistoryPanel({ article: { history, sources }, now }: { article: DeskArticle; now: Temporal.Instant }) {
  const t = getTranslator("kbDesk");
  const nameOf = (type: string) => {
    const key = `event.${type.replace(".", "_")}`;
    return t.has(key as never) ? (t as unknown as (key: string) => string)(key) : type;
  };
  return (
    <Panel title={t("page.history")}>
      {sources.length > 0 && (
        <p className="flex flex-wrap gap-x-2 pb-3 text-sm">
          {t("page.sources")}
          {sources.map((reference) => (
            <a key={reference} href={`/agent/tickets/${reference}`} className="link inline-flex min-h-6 items-center">
              {reference}
            </a>
          ))}
        </p>
      )}
      <ol className="divide-y text-sm">
        {history.map(({ type, actor, at, note }) => (
          <li key={`${at} ${type}`} className="py-2">
            <p>
              <span className="font-medium">{actor ?? t("page.system")}</span>: {nameOf(type)}
            </p>
            {note && <p className="whitespace-pre-line text-muted wrap-anywhere">{note}</p>}
            <p className="text-xs text-muted">{formatDateTime(Temporal.Instant.from(at), { now })}</p>
          </li>
        ))}
        {history.length === 0 && <li className="text-muted">{t("page.imported")}</li>}
      </ol>
    </Panel>
  );
}
