"use client";

import { useEffect, useRef } from "react";
import type { NewTicketOptionViews } from "@/app/portal/tickets/new/_components/new-ticket-form";
import type { NewTicketWords } from "@/app/portal/tickets/new/_components/new-ticket-words";
import { TopicPart } from "@/app/portal/tickets/new/_components/topic-part";
import type { PartView } from "@/app/portal/tickets/new/state";
import type { SuggestionsView } from "@/components/tickets/suggestion-views";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** With {count}, {number} and {reference} in them, which the browser fills in. */
export interface TopicSplitWords {
  offerLead: string;
  split: string;
  keep: string;
  title: string;
  lead: string;
  part: string;
  join: string;
  unsplit: string;
  submit: string;
  similar: string;
  different: string;
}

/** Submit buttons that change what the form is, and send nothing. */
export const TOPIC_BUTTONS = ["split", "join", "unsplit", "keepAsOne"];

/**
 * "This seems to be two matters": an offer, never a condition. Its buttons are submit buttons, so that it works without a script; the
 * form's text stays as it is until one of them is pressed.
 */
export function TopicOffer({ topics, words, onKeep }: { topics: SuggestionsView["topics"]; words: TopicSplitWords; onKeep: () => void }) {
  return (
    <div role="status">
      {topics && (
        <Notice
          tone="accent"
          title={topics.title}
          actions={
            <>
              <Button type="submit" name="split" value="1" variant="primary">
                {words.split.replace("{count}", String(topics.subjects.length))}
              </Button>
              <Button
                type="submit"
                name="keepAsOne"
                value="1"
                onClick={(event) => {
                  event.preventDefault();
                  onKeep();
                }}
              >
                {words.keep}
              </Button>
            </>
          }
        >
          <p>{words.offerLead}</p>
          <ol className="list-decimal space-y-0.5 pl-5">
            {topics.subjects.map((subject, index) => (
              // eslint-disable-next-line react/no-array-index-key -- two topics may begin with the same words
              <li key={`${index}:${subject}`} className="break-words">
                {subject}
              </li>
            ))}
          </ol>
        </Notice>
      )}
    </div>
  );
}

/** The tickets that the message was split into, each to be changed by itself. */
export function TopicSplit({ parts, isNew, options, words, split }: {
  parts: PartView[];
  /** It was just split or joined: the focus goes there, and its heading is read. */
  isNew: boolean;
  options: NewTicketOptionViews | null;
  words: NewTicketWords;
  split: TopicSplitWords;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const keys = parts.map(({ part }) => part.key).join(" ");
  useEffect(() => {
    if (isNew) heading.current?.focus();
  }, [isNew, keys]);
  return (
    <section aria-labelledby="topics-title" className="min-w-0 space-y-6">
      <div className="space-y-2">
        <h2 ref={heading} id="topics-title" tabIndex={-1} className="rounded-sm text-lg font-semibold">
          {split.title.replace("{count}", String(parts.length))}
        </h2>
        <p className="text-sm text-muted">{split.lead}</p>
        <Button type="submit" name="unsplit" value="1">
          {split.unsplit}
        </Button>
      </div>
      {parts.map((view, index) => (
        <TopicPart key={`${view.part.key}:${view.part.subject.length}:${view.part.body.length}`} view={view} index={index} count={parts.length} options={options} words={words} split={split} />
      ))}
    </section>
  );
}
