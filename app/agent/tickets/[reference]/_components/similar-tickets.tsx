import Link from "next/link";
import { getTranslator } from "@/lib/i18n/translator";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { reasonText } from "@/components/tickets/suggestion-words";
import { similarTickets } from "@/lib/tickets/staff-queries";
import type { DuplicateView, StaffTicketView } from "@/lib/tickets/types";
import { sideOf } from "../../../_data/merge-side";
import { PairForm } from "../../../_components/pair-form";
import { differentWords } from "../../../_data/pair-words";
import { markDifferentAction, mergeAction } from "../actions";
import { mergeWords } from "../_data/words";
import { MergeShortcut, type MergeWords } from "./merge-ticket";

/** What else may be about the same, each with why, and the ways to make one of two, or to say that they are not. */
export async function SimilarTickets({ ctx, ticket, mergeHref }: { ctx: Context<StaffActor>; ticket: StaffTicketView; mergeHref: (into: string) => string }) {
  const t = getTranslator("agent");
  const similar = await similarTickets(ctx, ticket.id);
  const words = mergeWords();
  if (similar.length === 0) return <p className="text-sm text-muted">{t("similar.none")}</p>;
  return (
    <ul className="divide-y text-sm">
      {similar.map((candidate) => (
        <li key={candidate.ticketId} className="space-y-1 py-3 first:pt-0 last:pb-0">
          <Similar ctx={ctx} ticket={ticket} candidate={candidate} mergeHref={mergeHref(candidate.reference)} words={words} />
        </li>
      ))}
    </ul>
  );
}

function Similar({ ctx, ticket, candidate, mergeHref, words }: {
  ctx: Context<StaffActor>;
  ticket: StaffTicketView;
  candidate: DuplicateView;
  mergeHref: string;
  words: MergeWords;
}) {
  const t = getTranslator("agent");
  const percent = Math.round(candidate.score * 100);
  const from = ticket.reference;
  const into = candidate.reference;
  // Whoever has solved it has no conversation to go on with.
  const canMerge = ticket.can.merge && candidate.status !== "solved";
  return (
    <>
      <p className="flex items-baseline justify-between gap-2 text-xs text-muted">
        <span className="tabular-nums">
          {candidate.reference} · {getTranslator("tickets")(`status.${candidate.status}`)}
        </span>
        <span className="tabular-nums">
          <span aria-hidden="true">{t("similar.percent", { percent })}</span>
          <span className="sr-only">{t("similar.percentLong", { percent })}</span>
        </span>
      </p>
      <p>
        <Link href={`/agent/tickets/${candidate.reference}`} prefetch={false} className="link font-medium">
          {candidate.subject}
        </Link>
        {candidate.requesterName && <span className="text-muted"> · {candidate.requesterName}</span>}
      </p>
      <ul className="space-y-0.5 text-xs text-muted">
        {candidate.reasons.map((reason, index) => (
          <li key={index}>{reasonText(reason, ctx.now)}</li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {canMerge && (
          <MergeShortcut
            action={mergeAction}
            ticketId={ticket.id}
            from={sideOf(ticket)}
            into={{ reference: into, subject: candidate.subject, by: candidate.requesterName ?? "" }}
            href={mergeHref}
            label={t("similar.merge")}
            longLabel={t("similar.mergeInto", { from, into })}
            words={words}
          />
        )}
        <PairForm
          action={markDifferentAction}
          ticketId={ticket.id}
          candidateTicketIds={[candidate.ticketId]}
          focusId="similar-title"
          words={differentWords({ ticket: from, others: into })}
        />
      </div>
    </>
  );
}
