"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { RadioGroup, type RadioOption } from "@/components/forms/radio-group";
import { SelectField, type SelectOption } from "@/components/forms/select";
import { SignInLink } from "@/components/forms/sign-in-link";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { TextareaField } from "@/components/forms/textarea";
import { useActionForm } from "@/components/forms/use-action-form";
import { detailOf, versionIn } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import type { CategoryBody } from "@/lib/kb/categories/types";

type Answer = ActionResult<{ slug: string }>;

export type CategoryFormWords = {
  name: string;
  nameHint: string;
  description: string;
  descriptionHint: string;
  audience: string;
  audiences: RadioOption[];
  parent: string;
  parentHint: string;
  top: string;
  optional: string;
  invalid: string;
  offline: string;
  signIn: string;
  submit: string;
  submitting: string;
  conflict: string;
  conflictHint: string;
};

/** Which field a refusal is about. */
const FIELD_OF: Record<string, string> = { CATEGORY_NAME_TAKEN: "name", CATEGORY_PARENT_GONE: "parentId", CATEGORY_BELOW_ITSELF: "parentId", CATEGORY_TOO_DEEP: "parentId" };

/** A new category, or the one that is edited. What is refused stays as it was typed; what somebody else saved stands above it. */
export function CategoryForm({ action, permalink, edited, initial, parents, words }: {
  action: (previous: Answer, form: FormData) => Promise<Answer>;
  permalink: string;
  edited?: { categoryId: string; version: number };
  initial: CategoryBody;
  /** Where it may stand. */
  parents: SelectOption[];
  words: CategoryFormWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Answer>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const typed = refused?.values;
  const field = refused && FIELD_OF[refused.code];
  const errors: Record<string, string> = { ...refused?.fieldErrors, ...(refused && field ? { [field]: refused.message } : {}) };
  const error = (name: string) => (errors[name] ? { error: errors[name] } : {});
  const named = Object.entries(errors).map(([fieldId, text]) => ({ fieldId, message: text }));
  const theirs = theirsIn(refused?.details);

  return (
    <form {...formProps} className="space-y-5" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={named.length > 0 ? named : [{ message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      {theirs && <Theirs theirs={theirs} parents={parents} words={words} />}
      {edited && (
        <>
          <input type="hidden" name="categoryId" value={edited.categoryId} />
          <input type="hidden" name="version" value={versionIn(refused?.details) ?? typed?.version ?? edited.version} />
        </>
      )}
      <TextField name="name" label={words.name} hint={words.nameHint} {...error("name")} defaultValue={typed?.name ?? initial.name} autoComplete="off" required />
      <TextareaField name="description" label={words.description} hint={words.descriptionHint} optionalLabel={words.optional} {...error("description")} rows={2} defaultValue={typed?.description ?? initial.description} />
      <SelectField name="parentId" label={words.parent} hint={words.parentHint} {...error("parentId")} options={parents} placeholder={words.top} defaultValue={typed?.parentId ?? initial.parentId ?? ""} />
      <RadioGroup name="audience" label={words.audience} {...error("audience")} options={words.audiences} defaultValue={typed?.audience ?? initial.audience} />
      <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}

/** What is saved now, word by word, beside what was typed. */
function Theirs({ theirs, parents, words }: { theirs: CategoryBody; parents: SelectOption[]; words: CategoryFormWords }) {
  const facts = [
    [words.name, theirs.name],
    [words.description, theirs.description || "—"],
    [words.parent, parents.find(({ value }) => value === theirs.parentId)?.label.trim() ?? words.top],
    [words.audience, words.audiences.find(({ value }) => value === theirs.audience)?.label ?? theirs.audience],
  ] as const;
  return (
    <section aria-label={words.conflict} className="rounded-md border bg-sunken p-4 text-sm">
      <h2 className="font-semibold">{words.conflict}</h2>
      <p className="pt-1 text-muted">{words.conflictHint}</p>
      <dl className="grid gap-x-4 gap-y-1 pt-3 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {facts.map(([name, text]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="wrap-anywhere">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function theirsIn(details: unknown): CategoryBody | null {
  const theirs = detailOf(details, "theirs");
  return isBody(theirs) ? theirs : null;
}

function isBody(value: unknown): value is CategoryBody {
  return ["name", "description", "audience"].every((name) => typeof detailOf(value, name) === "string");
}
