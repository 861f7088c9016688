import type { ReactNode } from "react";
import { amountText } from "@/components/sla/amount-words";
import { DueReason } from "@/components/sla/due-reason";
import { RelativeTime } from "@/components/ui/relative-time";
import { cn } from "@/components/ui/cn";
import { formatDateTime, formatRelative } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { PromiseView } from "@/lib/tickets/types";

/** By when, how much is left of it, and why that date. `viewer` decides whom the words address. */
export function PromiseCard({ promise, viewer, now, awaitedQuote = null }: {
  promise: PromiseView;
  viewer: "customer" | "staff";
  now: Temporal.Instant;
  /** The quote that it waits for. */
  awaitedQuote?: string | null;
}) {
  const t = getTranslator("sla");
  return (
    <div className="space-y-1 text-sm">
      <p className="text-muted">{t(`kind.${promise.kind}`)}</p>
      <PromiseState promise={promise} viewer={viewer} now={now} awaitedQuote={awaitedQuote} />
      {promise.state !== "cancelled" && <DueReason promise={promise} now={now} />}
    </div>
  );
}

function PromiseState({ promise, viewer, now, awaitedQuote }: { promise: PromiseView; viewer: "customer" | "staff"; now: Temporal.Instant; awaitedQuote: string | null }) {
  const t = getTranslator("sla");
  const amount = amountText({ minutes: promise.remainingMinutes, clock: promise.clock });
  switch (promise.state) {
    case "paused":
      return (
        <>
          <Headline>{awaitedQuote ? t(viewer === "customer" ? "pausedQuote" : "pausedQuoteStaff", { quote: awaitedQuote }) : t("paused")}</Headline>
          <p>{awaitedQuote ? t("pausedQuoteLead", { amount }) : t(viewer === "customer" ? "pausedLead" : "pausedLeadStaff", { amount })}</p>
        </>
      );
    case "fulfilled":
      return <Fulfilled promise={promise} now={now} />;
    case "cancelled":
      return <p>{t("cancelled")}</p>;
    case "running":
      return <Running promise={promise} viewer={viewer} now={now} amount={amount} />;
    default:
      return promise.state satisfies never;
  }
}

function Running({ promise, viewer, now, amount }: { promise: PromiseView; viewer: "customer" | "staff"; now: Temporal.Instant; amount: string }) {
  const t = getTranslator("sla");
  if (!promise.dueAt) return null;
  const due = Temporal.Instant.from(promise.dueAt);
  return (
    <>
      <Headline isLate={promise.isBreached}>
        <span className="block text-sm font-normal text-muted">{t("by")}</span>
        <time dateTime={promise.dueAt}>{formatDateTime(due, { now })}</time>{" "}
        <span className="text-sm font-normal text-muted">
          (<RelativeTime at={promise.dueAt} initial={formatRelative(due, { now })} />)
        </span>
      </Headline>
      <p className={cn(promise.isBreached ? "font-medium text-danger" : promise.isDueSoon && "font-medium text-warn")}>
        {t(timeLeftKey(promise), { amount })}
      </p>
      {promise.isBreached && <p>{t(viewer === "customer" ? "overdueLead" : "overdueLeadStaff")}</p>}
    </>
  );
}

function Fulfilled({ promise, now }: { promise: PromiseView; now: Temporal.Instant }) {
  const t = getTranslator("sla");
  const text = (at: string | null) => (at ? formatDateTime(Temporal.Instant.from(at), { now }) : "");
  const values = { at: text(promise.fulfilledAt), due: text(promise.dueAt) };
  return (
    <>
      <Headline>{t(promise.kind === "resolution" ? "fulfilledResolution" : "fulfilled")}</Headline>
      <p>{t(fulfilledKey(promise), values)}</p>
    </>
  );
}

function timeLeftKey({ isBreached, isDueSoon }: PromiseView) {
  if (isBreached) return "overdueBy";
  return isDueSoon ? "leftSoon" : "left";
}

function fulfilledKey({ isBreached, dueAt }: PromiseView) {
  if (isBreached) return "fulfilledLate";
  return dueAt ? "fulfilledOnTime" : "fulfilledInTime";
}

function Headline({ isLate, children }: { isLate?: boolean; children: ReactNode }) {
  return <p className={cn("text-base font-semibold tabular-nums", isLate && "text-danger")}>{children}</p>;
}
