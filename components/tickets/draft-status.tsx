"use client";

import type { DraftState } from "@/components/tickets/use-draft";

export interface DraftWords {
  saving: string;
  saved: string;
  failed: string;
  signedOut: string;
  signIn: string;
}

/**
 * Whether what is typed is safe. Only bad news is announced: a voice after every pause would be in the way of writing.
 * @param returnTo where signing in leads back to
 */
export function DraftStatus({ state, words, returnTo }: { state: DraftState; words: DraftWords; returnTo: string }) {
  return (
    <div className="min-h-5 text-sm text-muted">
      {state === "saving" && words.saving}
      {state === "saved" && words.saved}
      <span role="alert" className="font-medium text-danger">
        {state === "failed" && words.failed}
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
