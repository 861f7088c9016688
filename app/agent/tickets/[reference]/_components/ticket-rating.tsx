import { Moment } from "@/components/tickets/moment";
import { SatisfactionBadge } from "@/components/tickets/satisfaction-badge";
import { getTranslator } from "@/lib/i18n/translator";
import type { RatingView } from "@/lib/satisfaction/types";

/** What the customer said of how it was attended. */
export function TicketRating({ rating, now }: { rating: RatingView; now: Temporal.Instant }) {
  return (
    <section aria-labelledby="rating-title" className="space-y-2 text-sm">
      <h2 id="rating-title" className="text-base font-semibold">
        {getTranslator("satisfaction")("desk.title")}
      </h2>
      <p className="flex flex-wrap items-center gap-2">
        <SatisfactionBadge satisfaction={rating.satisfaction} />
        <span className="text-muted">
          <Moment at={rating.ratedAt} now={now} />
        </span>
      </p>
      {rating.comment !== "" && <p className="wrap-anywhere whitespace-pre-line">{rating.comment}</p>}
    </section>
  );
}
