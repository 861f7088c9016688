"use client";

import { useEffect, useRef, useState, type KeyboardEvent, type SubmitEvent } from "react";
import type { AttachmentsProps } from "@/components/attachments/attachment-props";
import { AttachmentsField } from "@/components/attachments/attachments-field";
import { ErrorSummary } from "@/components/forms/error-summary";
import { Field } from "@/components/forms/field";
import { freshKey } from "@/components/forms/fresh-key";
import { Select, type SelectOption } from "@/components/forms/select";
import { filesOfDraft } from "@/components/attachments/form-attachments";
import { CourtesyHint } from "@/components/conduct/courtesy-hint";
import type { CourtesyWords } from "@/components/conduct/courtesy-words";
import { askedFiles, askedFindings } from "@/components/secrets/asked-findings";
import { placeOfSecrets } from "@/components/secrets/place-of-secrets";
import { SecretGuard, type GuardProps } from "@/components/secrets/secret-guard";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/forms/textarea";
import { wasTypedEarly } from "@/components/forms/typed-early";
import { DraftChoiceNotice } from "@/components/tickets/draft-choice";
import { fillDraft } from "@/components/tickets/fill-draft";
import { DraftStatus, type DraftWords } from "@/components/tickets/draft-status";
import { NOTHING_KEPT } from "@/components/tickets/draft-view";
import { useDraft, type DraftSeed } from "@/components/tickets/use-draft";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/actions/result";
import { announce } from "@/components/ui/announcer";
import { RefusalWays, type RefusalWords } from "../../../_components/refusal-ways";
import { NO_ANSWER, useDeskAction, type DeskAction } from "../../../_components/use-desk-action";
import { ArticleInsert, type ArticleInsertProps } from "../../../_components/article-insert";

export type ComposeFormProps = {
  kind: "reply" | "note";
  action: DeskAction<Written>;
  /** Of the page with this form in sight. */
  address: string;
  ticketId: string;
  /** One per form: the same form sent twice writes once. */
  submissionKey: string;
  seed: DraftSeed;
  /** False once the ticket is closed: the text stays, and cannot be sent. */
  isOpen: boolean;
  /** Differs whenever the thread was rendered with something new. */
  threadVersion: string;
  /** What to leave the ticket in; a note leaves it as it is. */
  next: { label: string; options: SelectOption[] } | null;
  files?: AttachmentsProps;
  /** What leaves the desk is looked at for secrets; a note does not. */
  secrets: Pick<GuardProps, "held" | "words"> | null;
  /** What leaves the desk is read for a word too hard; a note is not. */
  courtesy: CourtesyWords | null;
  /** What can be put into it out of the articles; none into a note. */
  articles?: ArticleInsertProps;
  words: ComposeWords;
};

const READ_FIELDS = ["body"] as const;

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
  draft: DraftWords;
  refusal: RefusalWords;
};

export function ComposeForm({ kind, action, address, ticketId, submissionKey, seed, isOpen, threadVersion, next, files, secrets, courtesy, articles, words }: ComposeFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [key, setKey] = useState(submissionKey);
  const isUnsure = useRef(false);
  const sentId = useRef<string | null>(null);
  const saver = useDraft({ seed, leave: words.draft.leave, read: readDraft, wasTypedEarly: () => wasTypedEarly(form.current), fill: (data) => fillDraft(form.current, data), renewKey: () => setKey(freshKey()) });
  const draft = seed.kept?.data;
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
      saver.resume(); // the save was called off for the sending
    },
  });

  // The new message comes with the page that the action renders, a little before or after its answer: the focus goes on from there.
  useEffect(() => goToMessage(sentId), [threadVersion]);

  function readDraft() {
    if (!form.current) return null;
    const data = new FormData(form.current);
    const text = (name: string) => String(data.get(name) ?? "");
    return { body: text("body"), ...(next ? { next: text("next") } : {}), submissionKey: text("submissionKey"), ...filesOfDraft(form.current) };
  }

  function onChange() {
    // The desk may have taken the text as it was: changed, it is another message.
    if (isUnsure.current) setKey(freshKey());
    isUnsure.current = false;
    saver.touch();
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const data = new FormData(event.currentTarget);
    send(data, async () => {
      await saver.settle();
      data.set("draft", saver.versions());
    });
  }

  const refused = state.status === "refused" ? state : null;
  // The refusal says so already, and where to sign in.
  const status = refused?.code === "SIGNED_OUT" ? NOTHING_KEPT : saver.view;
  const bodyId = `${kind}-body`;
  return (
    <form ref={form} action={formAction} onSubmit={onSubmit} className="space-y-3" noValidate>
      {refused && (
        <ErrorSummary
          key={attempt}
          title={words.errorTitle}
          errors={[{ message: refused.fieldErrors?.body ?? refused.fieldErrors?.[""] ?? refused.message, ...fieldOf(refused, bodyId) }]}
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
      <input type="hidden" name="draft" value={seed.kept?.version ?? ""} />
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
      {articles && isOpen && <ArticleInsert boxId={bodyId} {...articles} />}
      {secrets && isOpen && <SecretGuard slot={`${kind}:${ticketId}`} fields={READ_FIELDS} {...secrets} asked={askedFindings(state)} />}
      {courtesy && isOpen && <CourtesyHint fields={READ_FIELDS} words={courtesy} />}
      {isOpen && files && <AttachmentsField {...files} initial={seed.kept?.files} posted={refused?.values?.attachment} asked={secrets ? askedFiles(state) : undefined} onChange={onChange} />}
      <DraftChoiceNotice view={saver.view} words={words.draft.choice} onDecide={saver.decide} />
      {isOpen && (
        <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
          {next && (
            <label className="space-y-1 text-sm">
              <span className="block text-muted">{next.label}</span>
              <Select name="next" size="sm" options={next.options} defaultValue={refused?.values?.next ?? draft?.next ?? next.options[0]?.value} onChange={onChange} />
            </label>
          )}
          <span className="min-h-5 grow text-right text-xs text-muted">
            {status.state === "idle" ? <span className="pointer-coarse:hidden">{words.shortcut}</span> : <DraftStatus view={status} words={words.draft} returnTo={address} />}
          </span>
          <SubmitButton size="sm" isPending={isPending} pendingLabel={words.sending}>
            {words.send}
          </SubmitButton>
        </div>
      )}
    </form>
  );
}

function fieldOf(refused: Extract<ActionResult, { status: "refused" }>, bodyId: string): { fieldId?: string } {
  if (refused.code === "SECRETS_NOT_REVIEWED") return { fieldId: placeOfSecrets(refused) };
  return refused.fieldErrors?.body ? { fieldId: bodyId } : {};
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
