"use client";

import { SendHorizontal } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent, type SubmitEvent } from "react";
import type { AttachmentsProps } from "@/components/attachments/attachment-props";
import { AttachmentsField } from "@/components/attachments/attachments-field";
import { CourtesyHint } from "@/components/conduct/courtesy-hint";
import type { CourtesyWords } from "@/components/conduct/courtesy-words";
import { COMPOSE_ID, type ConversationWords } from "@/components/chat/conversation-words";
import { readText, writeText } from "@/components/chat/outbox";
import { ErrorSummary } from "@/components/forms/error-summary";
import { CONTROL_CLASS, CONTROL_TEXT } from "@/components/forms/control-class";
import { FieldError } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { askedFingerprints } from "@/components/chat/asked-fingerprints";
import { cn } from "@/components/ui/cn";
import { Disclosure } from "@/components/ui/disclosure";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { MESSAGE_MAX } from "@/lib/chat/types";

export type SendAction = (previous: ActionResult, form: FormData) => Promise<ActionResult>;

const READ_FIELDS = ["body"] as const;

/**
 * Where one writes. With a script a message goes into the outbox and the box is empty at once; without one the browser posts the form and
 * the page comes back with the message in it. What is being written is kept in this browser.
 */
export function ChatComposer({ action, conversationId, clientMessageId, address, place, files, courtesy, words, onSend, onTyping }: {
  action: SendAction;
  conversationId: string;
  /** Of the form without a script: posted twice, it is one message. */
  clientMessageId: string;
  address: string;
  /** Names the person and the conversation in the browser's storage. */
  place: string;
  files: AttachmentsProps;
  courtesy: CourtesyWords;
  words: ConversationWords;
  onSend: (body: string, attachments: string[]) => void;
  onTyping: () => void;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [isTooLong, setTooLong] = useState(false);
  const [round, setRound] = useState(0);
  const { state, formProps, attempt, message } = useActionForm<ActionResult>({ action, initial: IDLE, permalink: address, failure: words.offline });
  const refused = state.status === "refused" ? state : null;

  useEffect(() => {
    const kept = readText(place);
    if (kept !== "" && box.current && box.current.value === "") box.current.value = kept;
  }, [place]);

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const body = String(data.get("body") ?? "").trim();
    const attachments = data.getAll("attachment").map(String);
    if (body.length > MESSAGE_MAX) return setTooLong(true);
    if (body === "" && attachments.length === 0) return box.current?.focus();
    setTooLong(false);
    onSend(body, attachments);
    form.reset();
    if (box.current) box.current.value = "";
    writeText(place, "");
    if (attachments.length > 0) setRound((count) => count + 1);
    box.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    // A telephone's Enter is for a new line; its button sends.
    if (window.matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  }

  return (
    <form {...formProps} onSubmit={onSubmit} className="space-y-2 border-t bg-surface p-3" noValidate>
      {message && <ErrorSummary key={attempt} title={words.compose.notSent} errors={[{ message: refused?.fieldErrors?.body ?? message, fieldId: COMPOSE_ID }]} />}
      <input type="hidden" name="conversationId" value={conversationId} />
      <input type="hidden" name="clientMessageId" value={refused?.values?.clientMessageId ?? clientMessageId} />
      {askedFingerprints(state).map((fingerprint) => (
        <input key={fingerprint} type="hidden" name="secretsKept" value={fingerprint} />
      ))}
      <div className="flex items-end gap-2">
        <label htmlFor={COMPOSE_ID} className="sr-only">
          {words.compose.label}
        </label>
        <textarea
          ref={box}
          id={COMPOSE_ID}
          name="body"
          rows={1}
          placeholder={words.compose.placeholder}
          defaultValue={refused?.values?.body ?? ""}
          aria-describedby={`${COMPOSE_ID}-hint`}
          aria-invalid={isTooLong || undefined}
          className={cn(CONTROL_CLASS, CONTROL_TEXT, "field-sizing-content max-h-40 min-h-control grow py-2.5 leading-normal")}
          onKeyDown={onKeyDown}
          onInput={({ currentTarget: { value } }) => {
            writeText(place, value);
            if (value.trim() !== "") onTyping();
          }}
        />
        <SubmitButton pendingLabel={words.compose.sending} aria-label={words.compose.send}>
          <SendHorizontal aria-hidden="true" />
        </SubmitButton>
      </div>
      {isTooLong && <FieldError id={`${COMPOSE_ID}-error`}>{words.compose.tooLong}</FieldError>}
      <CourtesyHint fields={READ_FIELDS} words={courtesy} />
      <p id={`${COMPOSE_ID}-hint`} className="text-xs text-muted pointer-coarse:sr-only">
        {words.compose.hint}
      </p>
      <Disclosure summary={<span className="text-sm">{words.compose.files}</span>} className="noscript:hidden">
        <AttachmentsField key={round} {...files} />
      </Disclosure>
    </form>
  );
}
