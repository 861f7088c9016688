import { Moment } from "@/components/tickets/moment";
import { Badge } from "@/components/ui/badge";
import type { CaseView, ContextMessage } from "@/lib/conduct/views";
import { getTranslator } from "@/lib/i18n/translator";

/** The text as it was typed, with what the rule found, between what was said before and after it. */
export function CaseMessage({ view, now }: { view: CaseView; now: Temporal.Instant }) {
  const t = getTranslator("conduct");
  return (
    <div className="space-y-3">
      {view.before.map((message) => (
        <Around key={message.id} message={message} label={t("case.before")} now={now} />
      ))}
      <article aria-label={t("case.message")} className="rounded-lg border border-line-strong bg-surface p-4">
        <p className="mb-2 flex flex-wrap items-center gap-2 text-sm">
          <span className="font-semibold">{view.about.name}</span>
          <Badge tone={view.about.isStaff ? "accent" : "neutral"}>{t(view.about.isStaff ? "case.desk" : "case.customer")}</Badge>
          <Moment at={view.writtenAt} now={now} className="text-muted" />
        </p>
        <p className="whitespace-pre-line break-words">
          {view.parts.map(({ text, kind }, at) =>
            kind ? (
              <mark key={at} title={t(`case.${kind}`)} className={kind === "threat" ? "rounded-sm bg-danger-soft text-danger underline" : "rounded-sm bg-warn-soft text-warn underline"}>
                {text}
                <span className="sr-only"> ({t(`case.${kind}`)})</span>
              </mark>
            ) : (
              text
            ),
          )}
        </p>
      </article>
      {view.after.map((message) => (
        <Around key={message.id} message={message} label={t("case.after")} now={now} />
      ))}
    </div>
  );
}

function Around({ message, label, now }: { message: ContextMessage; label: string; now: Temporal.Instant }) {
  const t = getTranslator("conduct");
  return (
    <article aria-label={`${label}: ${message.authorName}`} className="rounded-lg border bg-sunken p-3 text-sm">
      <p className="mb-1 flex flex-wrap gap-x-2 text-muted">
        <span>{label}</span>
        <span className="font-medium">{message.authorName}</span>
        <span>{t(message.isStaff ? "case.desk" : "case.customer")}</span>
        <Moment at={message.createdAt} now={now} />
      </p>
      <p className="line-clamp-6 whitespace-pre-line break-words">{message.body}</p>
    </article>
  );
}
