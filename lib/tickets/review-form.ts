import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { getTranslator } from "@/lib/i18n/translator";
import { answerField, questionOfField } from "@/lib/questions/answer-fields";
import { ok, refuse, type Result } from "@/lib/result";
import { findInTexts, reviewSecrets, viewFindings, type Texts } from "@/lib/secrets/review";
import type { SecretInput } from "@/lib/secrets/schema";
import type { FileFinding, FindingView, SealedEntry } from "@/lib/secrets/types";
import { findSecretsInUploads } from "@/lib/tickets/review-files";
import { BODY_MAX, SUBJECT_MAX } from "@/lib/tickets/types";

type Form = SecretInput & { subject?: string; body: string; /** By question id. */ answers?: Record<string, string> };
type FormWithFiles = Form & { attachments?: readonly string[] };
/** A form whose secrets were looked at: what was moved out of its texts is in `sealed`, and nothing of it is left in them. */
export type ReviewedForm<F extends Form> = Omit<F, keyof SecretInput> & { sealed: SealedEntry[] };

export type ReviewRefusal = "SECRETS_NOT_REVIEWED" | "SEALED_TOO_LONG";
/** All that was found, told before or not: a form that has to ask asks about all of it. */
export type FoundSecrets = { findings: FindingView[]; files: FileFinding[] };

/**
 * Before anything is asked or written with the texts of a form: neither a search nor a record beside it shall see what is to be sealed. Its
 * text files are looked into as they are stored; what the form says it knows of goes on.
 */
export async function reviewForm<F extends FormWithFiles>(ctx: Context<PersonActor>, form: F): Promise<Result<ReviewedForm<F>, ReviewRefusal, FoundSecrets>> {
  const reviewed = reviewTexts(form);
  const files = await findSecretsInUploads(ctx, { ids: form.attachments, told: form.filesKept });
  if (files.length === 0) return reviewed;
  const texts = textsOf(form);
  return refuse("SECRETS_NOT_REVIEWED", { findings: viewFindings(texts, findInTexts(texts)), files });
}

/** The texts alone. */
export function reviewTexts<F extends Form>(form: F): Result<ReviewedForm<F>, ReviewRefusal, FoundSecrets> {
  const { sealed, seal, secretsKept, filesKept: _, ...rest } = form;
  const reviewed = reviewSecrets(textsOf(form), { sealed, seal, secretsKept }, getTranslator("secrets")("mark"));
  if (!reviewed.ok) return refuse(reviewed.code, { findings: reviewed.details?.findings ?? [], files: [] });
  const { subject, body = "", ...answers } = reviewed.data.texts;
  if ((subject?.length ?? 0) > SUBJECT_MAX || body.length > BODY_MAX) return refuse("SEALED_TOO_LONG"); // a mark may be longer than what it stands for
  return ok({ ...rest, ...(subject === undefined ? {} : { subject }), body, ...(form.answers ? { answers: answersOf(answers) } : {}), sealed: reviewed.data.sealed });
}

function textsOf({ subject, body, answers = {} }: Form): Texts {
  return { ...(subject === undefined ? {} : { subject }), body, ...Object.fromEntries(Object.entries(answers).map(([id, text]) => [answerField(id), text])) };
}

function answersOf(texts: Texts): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).flatMap(([name, text]) => (text === undefined ? [] : [[questionOfField(name) ?? name, text]])));
}
