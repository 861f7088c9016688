"use client";

import { timeText, type DraftChoiceWords } from "@/components/tickets/draft-status";
import type { DraftDecision, DraftView } from "@/components/tickets/draft-view";
import { Textarea } from "@/components/forms/textarea";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { differencesOf, type Differences } from "@/lib/drafts/merge";

/** Something happened to this draft elsewhere: shows the other text, and lets the person choose what becomes of both. Nothing is sent or saved before. */
export function DraftChoiceNotice({ view, words, onDecide, readAnswer = asItIs }: {
  view: DraftView;
  words: DraftChoiceWords;
  onDecide: (decision: DraftDecision) => void;
  /** An answer in words, with its question; null for one that is not asked any more. */
  readAnswer?: ReadAnswer;
}) {
  const { choice } = view;
  if (!choice) return null;
  if (choice.kind !== "changed") {
    const isSent = choice.kind === "sent";
    return (
      <Notice
        tone="warn"
        live="assertive"
        title={isSent ? words.sentTitle.replace("{reference}", choice.reference) : words.goneTitle}
        actions={
          <>
            <Decide decision="theirs" label={words.empty} onDecide={onDecide} />
            <Decide decision="mine" label={words.goOn} onDecide={onDecide} />
          </>
        }
      >
        <p>{isSent ? words.sentLead : words.goneLead}</p>
      </Notice>
    );
  }
  const { data, savedAt } = choice.theirs;
  return (
    <Notice
      tone="warn"
      live="assertive"
      title={words.changedTitle}
      actions={
        <>
          <Decide decision="mine" label={words.keepMine} onDecide={onDecide} />
          <Decide decision="theirs" label={words.takeTheirs} onDecide={onDecide} />
          <Decide decision="both" label={words.joinBoth} onDecide={onDecide} />
        </>
      }
    >
      <p>{words.changedLead}</p>
      <label className="block space-y-1">
        <span className="text-muted">{words.theirs.replace("{time}", timeText(savedAt))}</span>
        <Textarea readOnly rows={5} value={[data.subject, data.title, data.summary, data.body].filter((text) => text?.trim()).join("\n\n")} />
      </label>
      <OtherDifferences differences={differencesOf(choice.mine, choice.theirs)} words={words} readAnswer={readAnswer} />
    </Notice>
  );
}

type ReadAnswer = (id: string, value: string) => { question: string; value: string } | null;

const asItIs: ReadAnswer = () => null;

/** What else is not the same: answers to a department's questions, and files. */
function OtherDifferences({ differences: { answers, filesThere, filesHere }, words, readAnswer }: { differences: Differences; words: DraftChoiceWords; readAnswer: ReadAnswer }) {
  const read = answers.flatMap(({ id, theirs }) => readAnswer(id, theirs) ?? []);
  return (
    <>
      {read.length > 0 && (
        <div>
          <p className="text-muted">{words.answers}</p>
          <dl className="space-y-1">
            {read.map(({ question, value }) => (
              <div key={question}>
                <dt className="inline font-medium">{question}: </dt>
                <dd className="inline break-words">{value || words.noAnswer}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {filesThere.length > 0 && <p className="break-words">{words.filesThere.replace("{names}", () => filesThere.join(", "))}</p>}
      {filesHere > 0 && <p>{words.filesHere.replace("{count}", String(filesHere))}</p>}
      {filesThere.length + filesHere > 0 && <p className="text-muted">{words.filesJoined}</p>}
    </>
  );
}

function Decide({ decision, label, onDecide }: { decision: DraftDecision; label: string; onDecide: (decision: DraftDecision) => void }) {
  return (
    <Button size="sm" onClick={() => onDecide(decision)}>
      {label}
    </Button>
  );
}
