"use client";

import type { DraftView } from "@/components/tickets/draft-view";
import { DESK_TIME_ZONE, dateFormat } from "@/lib/i18n/relative";

export interface DraftWords {
  saving: string;
  /** With {time} in it. */
  saved: string;
  restored: string;
  updated: string;
  offline: string;
  failed: string;
  signedOut: string;
  signIn: string;
  /** Asked before leaving a text that only this page has. */
  leave: string;
  choice: DraftChoiceWords;
}

export interface DraftChoiceWords {
  changedTitle: string;
  changedLead: string;
  theirs: string;
  keepMine: string;
  takeTheirs: string;
  joinBoth: string;
  /** Answers to questions that are other ones there. */
  answers: string;
  noAnswer: string;
  /** With {names} in it. */
  filesThere: string;
  /** With {count} in it. */
  filesHere: string;
  filesJoined: string;
  /** With {reference} in it. */
  sentTitle: string;
  sentLead: string;
  goneTitle: string;
  goneLead: string;
  goOn: string;
  empty: string;
}

/**
 * Whether what is typed is safe. Only bad news is announced: a voice after every pause would be in the way of writing.
 * @param returnTo where signing in leads back to
 */
export function DraftStatus({ view, words, returnTo }: { view: DraftView; words: DraftWords; returnTo: string }) {
  const { state, savedAt, message, isLocal } = view;
  return (
    <div className="min-h-5 text-sm text-muted">
      {state === "saving" && words.saving}
      {state === "saved" && words.saved.replace("{time}", savedAt ? timeText(savedAt) : "")}
      {state === "restored" && words.restored}
      <span role="status">{state === "updated" && words.updated}</span>
      <span role="alert" className="font-medium text-danger">
        {state === "offline" && (isLocal ? words.offline : words.failed)}
        {state === "refused" && (message || words.failed)}
        {state === "signed-out" && words.signedOut}
      </span>
      {state === "signed-out" && (
        <>
          {" "}
          <SignInElsewhere returnTo={returnTo}>{words.signIn}</SignInElsewhere>
        </>
      )}
    </div>
  );
}

/** In another tab, so that this page keeps what is typed in it. */
export function SignInElsewhere({ returnTo, children }: { returnTo: string; children: string }) {
  return (
    <a href={`/sign-in?next=${encodeURIComponent(returnTo)}`} target="_blank" className="link inline-flex min-h-6 items-center font-medium">
      {children}
    </a>
  );
}

/** "13:40", by the desk's clock. */
export function timeText(instant: string): string {
  return dateFormat("es-MX", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: DESK_TIME_ZONE }).format(new Date(instant));
}
