"use client";

import type { UseFormRegister } from "react-hook-form";
import type { NewTicketFieldValues } from "@/app/portal/tickets/new/_components/new-ticket-form";
import type { Guide, GuideState } from "@/app/portal/tickets/new/_components/use-guide";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select";
import { TextField } from "@/components/forms/text-input";
import { TextareaField } from "@/components/forms/textarea";
import { Button } from "@/components/ui/button";
import { answerField } from "@/lib/questions/answer-fields";
import type { AskedQuestion } from "@/lib/questions/types";

interface Props {
  state: GuideState;
  guide: Guide;
  register: UseFormRegister<NewTicketFieldValues>;
  errorOf: (field: ReturnType<typeof answerField>) => string | undefined;
  departmentName: string;
}

/** So many choices that must be made stand in sight; more, and those that may be left open, are a list. */
const MOST_RADIOS = 6;

/** What the chosen department asks. Without a script a button has the server show it; what is hidden then goes along unseen. */
export function QuestionFields({ state, guide, register, errorOf, departmentName }: Props) {
  const { words } = guide;
  const shown = new Set(state.shown.map(({ id }) => id));
  const unseen = Object.entries(state.answers).filter(([id, value]) => !shown.has(id) && value !== "");
  return (
    <>
      <p role="status" className="sr-only">
        {state.shown.length > 0 && words.appeared.replace("{department}", departmentName)}
      </p>
      <noscript>
        {unseen.map(([id, value]) => (
          <input key={id} type="hidden" name={answerField(id)} value={value} />
        ))}
        <Button type="submit" name="questions" value="1" size="sm">
          {words.show}
        </Button>
      </noscript>
      {state.shown.length > 0 && (
        <fieldset id="preguntas" tabIndex={-1} className="min-w-0 rounded-lg border bg-surface p-4 outline-none sm:p-5">
          <legend className="float-left w-full text-base font-semibold">{words.title.replace("{department}", departmentName)}</legend>
          <p className="clear-left text-sm text-muted">{words.hint}</p>
          <div className="mt-4 space-y-5">
            {state.shown.map((question) => (
              <QuestionField key={question.id} question={question} guide={guide} state={state} register={register} error={errorOf(answerField(question.id))} />
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}

function QuestionField({ question, guide, state, register, error }: Pick<Props, "guide" | "state" | "register"> & { question: AskedQuestion; error: string | undefined }) {
  const { words } = guide;
  const { label, hint, isRequired } = question;
  const common = {
    label,
    ...(hint ? { hint } : {}),
    ...(error ? { error } : {}),
    ...(isRequired ? {} : { optionalLabel: words.optional }),
    defaultValue: state.answers[question.id] ?? "",
    ...register(answerField(question.id), { validate: (typed) => state.errorOf(question, String(typed ?? "")) ?? true }),
  };
  switch (question.kind) {
    case "text":
      return <TextField {...common} autoComplete="off" required={isRequired} />;
    case "long_text":
      return <TextareaField {...common} rows={4} required={isRequired} />;
    case "date":
      return <TextField {...common} type="date" required={isRequired} className="max-w-56" />;
    case "product":
      return <SelectField {...common} options={guide.products.map(({ id, name }) => ({ value: id, label: name }))} placeholder={words.none} required={isRequired} />;
    case "choice": {
      const options = question.choices.map((choice) => ({ value: choice, label: choice }));
      return isRequired && options.length <= MOST_RADIOS ? <RadioGroup {...common} options={options} /> : <SelectField {...common} options={options} placeholder={words.none} required={isRequired} />;
    }
    default:
      return question.kind satisfies never;
  }
}
