"use client";

import { useState } from "react";
import { SelectField, type SelectOption } from "@/components/forms/select";
import { TextField } from "@/components/forms/text-input";
import { TextareaField } from "@/components/forms/textarea";
import { Button } from "@/components/ui/button";
import { deepLink } from "@/lib/questions/deep-link";
import type { AskedQuestion } from "@/lib/questions/types";

export type LinkWords = {
  priority: string;
  priorityNone: string;
  subject: string;
  body: string;
  optional: string;
  answerNone: string;
  dateHint: string;
  productHint: string;
  address: string;
  copy: string;
  copied: string;
  copyFailed: string;
};

type Copied = "no" | "yes" | "failed";

/** Makes an address of the new-ticket form that is filled in already. Without a script it is the department's own. */
export function LinkBuilder({ base, department, priorities, questions, words }: { base: string; department: string; priorities: SelectOption[]; questions: AskedQuestion[]; words: LinkWords }) {
  const [texts, setTexts] = useState({ priority: "", subject: "", body: "" });
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [copied, setCopied] = useState<Copied>("no");
  const href = deepLink(base, { department, ...texts, answers });
  const set = (name: keyof typeof texts) => (event: { target: { value: string } }) => {
    setTexts((before) => ({ ...before, [name]: event.target.value }));
    setCopied("no");
  };

  return (
    <div className="space-y-4">
      <SelectField name="link-priority" label={words.priority} options={priorities} placeholder={words.priorityNone} onChange={set("priority")} />
      <TextField name="link-subject" label={words.subject} optionalLabel={words.optional} autoComplete="off" maxLength={150} onChange={set("subject")} />
      <TextareaField name="link-body" label={words.body} optionalLabel={words.optional} rows={3} maxLength={1_000} onChange={set("body")} />
      {questions.map((question) => (
        <AnswerField
          key={question.id}
          question={question}
          words={words}
          onChange={(value) => {
            setAnswers((before) => ({ ...before, [question.key]: value }));
            setCopied("no");
          }}
        />
      ))}
      <TextField name="link-address" label={words.address} value={href} readOnly onFocus={(event) => event.target.select()} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="button" onClick={() => void copy(href).then(setCopied)}>
          {words.copy}
        </Button>
        <p role="status" className="text-sm text-muted">
          {copied === "yes" && words.copied}
          {copied === "failed" && words.copyFailed}
        </p>
      </div>
    </div>
  );
}

function AnswerField({ question, words, onChange }: { question: AskedQuestion; words: LinkWords; onChange: (value: string) => void }) {
  const common = { name: `link-${question.key}`, label: question.label, optionalLabel: words.optional, onChange: (event: { target: { value: string } }) => onChange(event.target.value) };
  if (question.kind === "choice") return <SelectField {...common} options={question.choices.map((choice) => ({ value: choice, label: choice }))} placeholder={words.answerNone} />;
  if (question.kind === "date") return <TextField {...common} hint={words.dateHint} type="date" className="max-w-56" />;
  return <TextField {...common} {...(question.kind === "product" ? { hint: words.productHint } : {})} autoComplete="off" maxLength={200} />;
}

/** The clipboard is for secure pages alone; elsewhere the address is selected to be copied by hand. */
async function copy(text: string): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(text);
    return "yes";
  } catch {
    const box = document.getElementById("link-address");
    if (box instanceof HTMLInputElement) box.focus();
    return "failed";
  }
}
