"use client";

import { useRef } from "react";
import type { AttachmentsProps } from "@/components/attachments/attachment-props";
import { AttachmentsField } from "@/components/attachments/attachments-field";
import { ErrorSummary } from "@/components/forms/error-summary";
import { askedFiles } from "@/components/secrets/asked-findings";
import { SubmitButton } from "@/components/forms/submit-button";
import type { ChangedArticle } from "@/lib/files/commands/article-files";
import { announce } from "@/components/ui/announcer";
import { SignInLink } from "@/components/forms/sign-in-link";
import { useDeskAction, type DeskAction } from "../../../../_components/use-desk-action";

export type AddWords = { submit: string; submitting: string; added: string; errorTitle: string; offline: string; signIn: string; noScript: string };

/** Files are uploaded as everywhere, and become the article's when they are sent. */
export function AddFiles({ action, permalink, articleId, files, words }: { action: DeskAction<ChangedArticle>; permalink: string; articleId: string; files: AttachmentsProps; words: AddWords }) {
  const form = useRef<HTMLFormElement>(null);
  const { state, formAction, onSubmit, isPending, attempt } = useDeskAction<ChangedArticle>(action, {
    offline: words.offline,
    permalink,
    onOk() {
      form.current?.reset(); // they are the article's now
      announce(words.added);
    },
  });
  const refused = state.status === "refused" ? state : null;
  return (
    <form ref={form} action={formAction} onSubmit={onSubmit} className="space-y-4">
      {refused && <ErrorSummary key={attempt} title={words.errorTitle} errors={[{ message: refused.message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      <noscript>
        <p className="text-sm text-muted">{words.noScript}</p>
      </noscript>
      <input type="hidden" name="articleId" value={articleId} />
      <AttachmentsField {...files} asked={askedFiles(state)} />
      <span className="block noscript:hidden">
        <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
          {words.submit}
        </SubmitButton>
      </span>
    </form>
  );
}
