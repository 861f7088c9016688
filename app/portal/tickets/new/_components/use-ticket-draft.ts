"use client";

import type { RefObject } from "react";
import { draftOf } from "@/app/portal/tickets/new/_components/form-fields";
import type { GuideState } from "@/app/portal/tickets/new/_components/use-guide";
import type { TopicsState } from "@/app/portal/tickets/new/_components/use-topics";
import { fillFiles } from "@/components/attachments/form-attachments";
import { fillForm } from "@/components/forms/fill-form";
import { wasTypedEarly } from "@/components/forms/typed-early";
import { useDraft, type DraftSeed } from "@/components/tickets/use-draft";

/** The draft of a new ticket: its fields, the answers to the department's questions, and the topics that it was split into. */
export function useTicketDraft({ form, seed, leave, asked, topics, renewKey }: {
  form: RefObject<HTMLFormElement | null>;
  seed: DraftSeed | null;
  leave: string;
  asked: GuideState;
  topics: TopicsState;
  renewKey: () => void;
}) {
  return useDraft({
    seed,
    leave,
    renewKey,
    wasTypedEarly: () => wasTypedEarly(form.current),
    read: () => draftOf(form.current, asked.draftText()),
    fill(data) {
      // The fields first: what they tell of themselves is not yet all of the answers.
      fillForm(form.current, { ...data, ...asked.fieldsOf(data.answers) });
      asked.take(data.answers);
      topics.take(data);
      fillFiles(form.current, data.attachments ?? []);
    },
  });
}
