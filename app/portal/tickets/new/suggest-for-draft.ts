import "server-only";
import { z } from "zod";
import { suggestionsView } from "@/components/tickets/suggestion-words";
import type { SuggestionsView } from "@/components/tickets/suggestion-views";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { afterwards } from "@/lib/actions/afterwards";
import { getTranslator } from "@/lib/i18n/translator";
import { recordFormSearch } from "@/lib/kb/commands/record-search";
import { suggestKnowledge } from "@/lib/kb/search-knowledge";
import { ok, type Ok } from "@/lib/result";
import { recordShownArticles } from "@/lib/tickets/ticket-articles";
import { hideSecrets } from "@/lib/secrets/hide-secrets";
import { suggestDuplicates } from "@/lib/tickets/queries";
import { getNewTicketOptions } from "@/lib/tickets/new-ticket-options";
import type { SuggestInput } from "@/lib/tickets/schema";
import { topicDrafts } from "@/lib/tickets/topic-drafts";
import { BODY_MAX } from "@/lib/tickets/types";

const ARTICLES = 4;
const SHORTEST = 4;
const SHORTEST_OF_SEVERAL = 30;
/** A question is in its first words; the rest of a long description only blurs it. */
const TELLING_LENGTH = 300;

/** Articles, questions and open tickets on what is being written, in words. */
export async function suggestForDraft(ctx: Context<CustomerActor>, input: SuggestInput): Promise<Ok<SuggestionsView>> {
  const draft: SuggestInput = {
    subject: clean(input.subject),
    body: clean(input.body),
    productId: idOf(input.productId),
    departmentId: idOf(input.departmentId),
  };
  const topics = await topicsOf(ctx, draft);
  const text = (draft.subject.trim() || draft.body.trim()).slice(0, TELLING_LENGTH);
  if (text.length < SHORTEST) return ok(suggestionsView({ hits: [], candidates: [], now: ctx.now }));
  const [hits, candidates] = await Promise.all([suggestKnowledge(ctx, { text, limit: ARTICLES }), suggestDuplicates(ctx, draft)]);
  const { formSearch: token, submissionKey } = input;
  if (submissionKey) afterwards("tickets.record-shown-articles", () => recordShownArticles(ctx, { submissionKey, shown: hits }));
  if (token) afterwards("kb.record-form-search", () => recordFormSearch(ctx, { token, text: hideSecrets(text), shown: hits, resultCount: hits.length }));
  return ok({ ...suggestionsView({ hits, candidates, now: ctx.now, search: token }), ...topics });
}

/** How each of its matters would be called, when they are several. */
async function topicsOf(ctx: Context<CustomerActor>, { subject, body, departmentId = "", productId = "" }: SuggestInput): Promise<Pick<SuggestionsView, "topics">> {
  if (body.length < SHORTEST_OF_SEVERAL) return {};
  const drafts = topicDrafts({ subject, body: body.slice(0, BODY_MAX), departmentId, productId }, await getNewTicketOptions(ctx));
  if (drafts.length < 2) return {};
  return { topics: { title: getTranslator("portal")("topics.offer", { count: drafts.length }), subjects: drafts.map((draft) => draft.subject) } };
}

/** While one types, a choice may be missing or stale: that only makes the search poorer. */
function idOf(value: string | undefined): string | undefined {
  return z.uuid().safeParse(value).data;
}

function clean(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}
