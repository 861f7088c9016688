"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { typedValues } from "@/lib/actions/form-data";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { discardDraft } from "@/lib/drafts/commands";
import { discardDraftSchema } from "@/lib/drafts/schema";
import { mayPreview } from "@/lib/http/public-limit";
import { createArticle, type SavedArticle } from "@/lib/kb/articles/commands/create-article";
import { moveArticle } from "@/lib/kb/articles/commands/move-article";
import { restoreVersion, saveArticle } from "@/lib/kb/articles/commands/save-article";
import { setArticle } from "@/lib/kb/articles/commands/set-article";
import { articleSettingsSchema, createArticleSchema, moveArticleSchema, restoreVersionSchema, saveArticleSchema } from "@/lib/kb/articles/schema";
import { BODY_MAX } from "@/lib/kb/articles/types";
import { renderDocument } from "@/lib/markdown/render";
import { ok, refuse } from "@/lib/result";
import { writeArticleFromTicket } from "@/lib/tickets/commands/article-from-ticket";
import { articleFromTicketSchema } from "@/lib/tickets/schema";
import { showKnowledgeEverywhere } from "../_data/show-everywhere";
import { ARTICLES, hrefOfArticle } from "./_data/addresses";

const create = defineAction({ name: "kb.create-article", actor: "staff", input: createArticleSchema, run: createArticle, onDone: toArticle });
const save = defineAction({ name: "kb.save-article", actor: "staff", input: saveArticleSchema, run: saveArticle, onDone: toArticle });
export const restoreAction = defineAction({ name: "kb.restore-version", actor: "staff", input: restoreVersionSchema, run: restoreVersion, onDone: toArticle });
export const moveAction = defineAction({ name: "kb.move-article", actor: "staff", input: moveArticleSchema, run: moveArticle, onDone: toArticle });
export const settingsAction = defineAction({ name: "kb.set-article", actor: "staff", input: articleSettingsSchema, run: setArticle, onDone: toArticle });

const discard = defineAction({ name: "kb.discard-article-draft", actor: "staff", input: discardDraftSchema, run: discardDraft });

type Answer = ActionResult<{ slug: string }>;

export async function createAction(previous: Answer, form: FormData): Promise<Answer> {
  return form.has("discard") ? discarded(form) : create(previous, form);
}

export async function saveAction(previous: Answer, form: FormData): Promise<Answer> {
  return form.has("discard") ? discarded(form) : save(previous, form);
}

/** The form begins anew; with the button goes the slot, and what the address asked for besides. */
async function discarded(form: FormData): Promise<Answer> {
  const [slot = "", address = ""] = String(form.get("discard")).split(" ");
  const asked = new FormData();
  asked.set("slot", slot);
  const draft = form.get("draft");
  if (draft !== null) asked.set("draft", draft);
  const answer = await discard(IDLE, asked);
  if (answer.status === "refused") return { ...answer, values: typedValues(form) };
  if (!address.startsWith(`${ARTICLES}/`)) redirect(ARTICLES);
  // The form of the same page, made anew.
  redirect(`${address}${address.includes("?") ? "&" : "?"}begin=${crypto.randomUUID().slice(0, 8)}`);
}

/** From the page of a solved ticket: leads to the draft. */
export const fromTicketAction = defineAction({ name: "kb.article-from-ticket", actor: "staff", input: articleFromTicketSchema, run: writeArticleFromTicket, onDone: toArticle });

/** What the page of the article would show of this text, from the same allow-list. Nothing is kept. */
export const previewAction = defineAction({
  name: "kb.preview-article",
  actor: "staff",
  input: z.strictObject({ body: z.string().max(BODY_MAX, `field.tooLong:${BODY_MAX}`) }),
  run: async ({ actor }, { body }) => ((await mayPreview(actor.userId)) ? ok({ html: renderDocument(body.toWellFormed()).html }) : refuse("PREVIEW_TOO_OFTEN")),
});

function toArticle({ slug }: SavedArticle): never {
  showKnowledgeEverywhere();
  redirect(`${hrefOfArticle(slug)}?done=saved`);
}
