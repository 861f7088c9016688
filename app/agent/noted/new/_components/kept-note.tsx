"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { TextareaField } from "@/components/forms/textarea";
import { ButtonLink } from "@/components/ui/button";
import { useDeskAction, type DeskAction } from "../../../_components/use-desk-action";
import type { Noted } from "./note-form";

/** For somebody whose session ended while writing and whose browser runs no script: a redirect would throw the text away. */
export function KeptNote({ action, address, words }: { action: DeskAction<Noted>; address: string; words: { title: string; kept: string; errorTitle: string; offline: string; signIn: string } }) {
  const { state } = useDeskAction<Noted>(action, { offline: words.offline, permalink: address });
  const { subject = "", body = "" } = (state.status === "refused" && state.values) || {};
  return (
    <div className="mx-auto w-full max-w-narrow space-y-5 p-4 sm:p-6">
      <h1 className="text-lg font-semibold">{words.title}</h1>
      {state.status === "refused" && <ErrorSummary title={words.errorTitle} errors={[{ message: state.message }]} />}
      <TextareaField name="kept" label={words.kept} readOnly rows={8} defaultValue={[subject, body].filter(Boolean).join("\n\n")} />
      <ButtonLink variant="primary" href={`/sign-in?next=${encodeURIComponent(address)}`} target="_blank">
        {words.signIn}
      </ButtonLink>
    </div>
  );
}
