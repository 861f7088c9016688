"use client";

import { useEffect, useRef, useState, type KeyboardEvent, type SubmitEvent } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { Field } from "@/components/forms/field";
import { Select, type SelectOption } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/forms/textarea";
import { Notice } from "@/components/ui/notice";
import { announce } from "../../../_components/announcer";
import { freshKey } from "../_data/fresh-key";
import { RefusalWays, type RefusalWords } from "../../../_components/refusal-ways";
import { NO_ANSWER, useDeskAction, type DeskAction } from "../../../_components/use-desk-action";
import { useDraft, type DraftStatus } from "./use-draft";

export type ComposeFormProps = {
  kind: "reply" | "note";
  action: DeskAction<Written>;
  /** Of the page with this form in sight. */
  address: string;
  ticketId: string;
  /** One per form: the same form sent twice writes once. */
  submissionKey: string;
  draft: { body: string; next: string } | null;
  /** False once the ticket is closed: the text stays, and cannot be sent. */
  isOpen: boolean;
  /** Differs whenever the thread was rendered with something new. */
  threadVersion: string;
  /** What to leave the ticket in; a note leaves it as it is. */
  next: { label: string; options: SelectOption[] } | null;
  words: ComposeWords;
};

export type Written = { reference: string; messageId?: string; noteId?: string };

export type ComposeWords = {
  label: string;
  hint: string;
  send: string;
  sending: string;
  sent: string;
  shortcut: string;
  errorTitle: string;
  offline: string;
  closed: string;
  closedHint: string;
  closedText: string;
  draft: Record<Exclude<DraftStatus, "idle">, string>;
  refusal: RefusalWords;
};

export function ComposeForm({ kind, action, address, ticketId, submissionKey, draft, isOpen, threadVersion, next, words }: ComposeFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [key, setKey] = useState(submissionKey);
  const isUnsure = useRef(false);
  const sentId = useRef<string | null>(null);
  const saver = useDraft({ slot: `${kind}:${ticketId}`, wasRestored: draft !== null });
  const { state, formAction, send, isPending, attempt } = useDeskAction<Written>(action, {
    offline: words.offline,
    permalink: address,
    onOk(written) {
      form.current?.reset();
      clearBox(form.current);
      setKey(freshKey());
      isUnsure.current = false;
      saver.forget();
      sentId.current = written.messageId ?? written.noteId ?? null;
      goToMessage(sentId);
      announce(words.sent);
    },
    onRefused(refused) {
      isUnsure.current = refused.code === NO_ANSWER;
      keepDraft(); // the save was called off for the sending
    },
  });

  // The new message comes with the page that the action renders, a little before or after its answer: the focus goes on from there.
  useEffect(() => goToMessage(sentId), [threadVersion]);

  function keepDraft() {
    if (!form.current) return;
    const data = new FormData(form.current);
    saver.keep({ body: String(data.get("body") ?? ""), ...(next ? { next: String(data.get("next") ?? "") } : {}) });
  }

  function onChange() {
    // The desk may have taken the text as it was: changed, it is another message.
    if (isUnsure.current) setKey(freshKey());
    isUnsure.current = false;
    keepDraft();
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!isPending) send(new FormData(event.currentTarget), saver.settle);
  }

  const refused = state.status === "refused" ? state : null;
  const bodyId = `${kind}-body`;
  return (
    <form ref={form} action={formAction} onSubmit={onSubmit} className="space-y-3" noValidate>
      {refused && (
        <ErrorSummary
          key={attempt}
          title={words.errorTitle}
          errors={[{ message: refused.fieldErrors?.body ?? refused.fieldErrors?.[""] ?? refused.message, ...(refused.fieldErrors?.body ? { fieldId: bodyId } : {}) }]}
        />
      )}
      {refused && <RefusalWays refused={refused} words={words.refusal} />}
      {/* A page that was posted without JavaScript says what came of it; otherwise the live region has said it. */}
      {state.status === "ok" && <Notice tone="success" title={words.sent} className="hidden noscript:flex" />}
      {!isOpen && (
        <Notice tone="neutral" title={words.closed}>
          {words.closedHint}
        </Notice>
      )}
      <input type="hidden" name="ticketId" value={ticketId} />
      <input type="hidden" name="submissionKey" value={key} />
      {/* On a closed ticket the box is there only for a text that was not sent. */}
      <div className={isOpen ? undefined : "has-placeholder-shown:hidden"}>
        <Field id={bodyId} label={isOpen ? words.label : words.closedText} hint={isOpen ? words.hint : undefined} error={refused?.fieldErrors?.body}>
          {(control) => (
            <Textarea
              {...control}
              name="body"
              rows={5}
              placeholder=" "
              readOnly={!isOpen}
              defaultValue={refused?.values?.body ?? draft?.body ?? ""}
              onChange={onChange}
              onKeyDown={onTextKey}
            />
          )}
        </Field>
      </div>
      {isOpen && (
        <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
          {next && (
            <label className="space-y-1 text-sm">
              <span className="block text-muted">{next.label}</span>
              <Select name="next" size="sm" options={next.options} defaultValue={refused?.values?.next ?? draft?.next ?? next.options[0]?.value} onChange={onChange} />
            </label>
          )}
          <span className="min-h-5 grow text-right text-xs text-muted">
            {saver.status === "idle" ? <span className="pointer-coarse:hidden">{words.shortcut}</span> : words.draft[saver.status]}
          </span>
          <SubmitButton size="sm" isPending={isPending} pendingLabel={words.sending}>
            {words.send}
          </SubmitButton>
        </div>
      )}
    </form>
  );
}

function onTextKey(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  }
  // Out of the text, so that the single letters are commands again.
  if (event.key === "Escape" && !event.nativeEvent.isComposing) document.getElementById("ticket-title")?.focus();
}

/** `reset` gives back the draft that the page came with; that has been sent. */
function clearBox(form: HTMLFormElement | null): void {
  const box = form?.elements.namedItem("body");
  if (box instanceof HTMLTextAreaElement) box.value = "";
}

/** Once, as soon as the message is there. */
function goToMessage(sentId: { current: string | null }): void {
  const message = sentId.current && document.getElementById(`m-${sentId.current}`);
  if (!message) return;
  sentId.current = null;
  message.tabIndex = -1;
  message.focus({ preventScroll: true });
  message.scrollIntoView({ block: "center" });
}
