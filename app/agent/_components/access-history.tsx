import { Moment } from "@/components/tickets/moment";
import { Panel } from "@/components/ui/panel";
import { getTranslator } from "@/lib/i18n/translator";
import type { SecurityEventView } from "@/lib/security/types";

/** What happened to somebody's ways in, for those who see to them. */
export function AccessHistory({ events, now }: { events: SecurityEventView[]; now: Temporal.Instant }) {
  const t = getTranslator("security");
  if (events.length === 0) return null;
  return (
    <Panel title={t("staff.history")}>
      <ol className="space-y-3 text-sm">
        {events.map(({ id, type, data, at, actorName }) => (
          <li key={id}>
            <p>{t(`events.${type.replaceAll(/[.-]/g, "_")}` as "events.sessions_ended", { actor: actorName ?? "", count: typeof data.count === "number" ? data.count : 0, left: typeof data.left === "number" ? data.left : 0, from: typeof data.from === "string" ? data.from : "", to: typeof data.to === "string" ? data.to : "" } as never)}</p>
            {typeof data.reason === "string" && <p className="break-words whitespace-pre-line text-muted">{t("staff.reasonGiven", { reason: data.reason })}</p>}
            <p className="text-xs text-muted">
              <Moment at={at} now={now} />
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
