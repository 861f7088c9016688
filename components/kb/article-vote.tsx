import { ThumbsDown, ThumbsUp } from "lucide-react";
import type { ReactNode } from "react";
import { Textarea } from "@/components/forms/textarea";
import { Button, ButtonLink } from "@/components/ui/button";
import { VOTE_COMMENT_LENGTH, VOTE_REASONS } from "@/lib/kb/schema";
import { AFTER_NO, AFTER_REASON, AFTER_YES } from "@/lib/kb/vote-anchors";

export interface VoteWords {
  question: string;
  yes: string;
  no: string;
  thanks: string;
  why: string;
  reasons: Record<(typeof VOTE_REASONS)[number], string>;
  comment: string;
  send: string;
  told: string;
  ticket: string;
}

/**
 * "¿Le fue útil?" below an article: plain forms, so that it works without a script. The page is the same for everybody; what follows a vote
 * is there unseen, and shown by the address that the answer leads to.
 */
export function ArticleVote({ slug, area, ticketHref, words }: { slug: string; /** Where it is read. */ area: "public" | "portal"; ticketHref: string; words: VoteWords }) {
  return (
    <section aria-labelledby="util" className="rounded-lg border bg-surface p-5 print:hidden">
      <h2 id="util" className="font-semibold">
        {words.question}
      </h2>
      <div className="mt-3 flex flex-wrap gap-2">
        <VoteForm slug={slug} area={area} vote="yes">
          <Button type="submit">
            <ThumbsUp aria-hidden="true" />
            {words.yes}
          </Button>
        </VoteForm>
        <VoteForm slug={slug} area={area} vote="no">
          <Button type="submit">
            <ThumbsDown aria-hidden="true" />
            {words.no}
          </Button>
        </VoteForm>
      </div>
      <Answer id={AFTER_YES}>{words.thanks}</Answer>
      <div id={AFTER_NO} tabIndex={-1} className="hidden scroll-mt-24 target:block">
        <VoteForm slug={slug} area={area} vote="no" className="mt-4 space-y-4 border-t pt-4">
          <fieldset className="space-y-2">
            <legend className="mb-1 font-medium">{words.why}</legend>
            {VOTE_REASONS.map((reason) => (
              <label key={reason} className="flex min-h-11 items-center gap-3 sm:min-h-8">
                <input type="radio" name="reason" value={reason} className="size-4 accent-accent" />
                {words.reasons[reason]}
              </label>
            ))}
          </fieldset>
          <label className="block space-y-1">
            <span className="text-sm font-medium">{words.comment}</span>
            <Textarea name="comment" rows={3} maxLength={VOTE_COMMENT_LENGTH} />
          </label>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary">
              {words.send}
            </Button>
            <ButtonLink href={ticketHref} rel="nofollow" isPlain>
              {words.ticket}
            </ButtonLink>
          </div>
        </VoteForm>
      </div>
      <Answer id={AFTER_REASON}>
        {words.told}{" "}
        <a href={ticketHref} rel="nofollow" className="text-accent underline underline-offset-2">
          {words.ticket}
        </a>
      </Answer>
    </section>
  );
}

function VoteForm({ slug, area, vote, className, children }: { slug: string; area: "public" | "portal"; vote: "yes" | "no"; className?: string; children: ReactNode }) {
  return (
    <form method="post" action="/api/kb/votes" className={className}>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="vote" value={vote} />
      {area !== "public" && <input type="hidden" name="area" value={area} />}
      {children}
    </form>
  );
}

function Answer({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} tabIndex={-1} className="mt-4 hidden scroll-mt-24 border-t pt-4 target:block">
      {children}
    </p>
  );
}
