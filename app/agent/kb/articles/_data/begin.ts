import "server-only";
import type { DraftSeed } from "@/components/tickets/use-draft";
import { hasDraftContent, type KeptDraft } from "@/lib/drafts/choice";
import { findKeptDraft } from "@/lib/drafts/queries";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { formatDateTime } from "@/lib/i18n/format";
import { isUnsaved, slotOfArticle } from "@/lib/kb/articles/typed";
import type { DeskArticle } from "@/lib/kb/articles/types";
import type { FoundDraft } from "../_components/draft-found";

type Fields = Record<"title" | "summary" | "body" | "tags" | "note" | "categoryId" | "audience", string>;
export type Beginning = { seed: DraftSeed; found: FoundDraft | null; initial: Fields; /** The version that the text is of. */ head: number };

/** What the form begins with: what its author left unsaved, else the newest version. @param address of the page, with what it asks for */
export async function beginArticle(ctx: Context<StaffActor>, { article, address, title = "" }: { article: DeskArticle | null; address: string; title?: string }): Promise<Beginning> {
  const slot = slotOfArticle(article?.id ?? null);
  const kept = await findKeptDraft(ctx, slot);
  const saved: Fields = { title, summary: "", body: "", tags: "", note: "", categoryId: "", audience: "public", ...(article && { title: article.head.title, summary: article.head.summary, body: article.head.body, tags: article.head.tags.join(", ") }) };
  const head = article?.headVersion ?? 0;
  const beginning = { seed: { home: { address: "/api/agent/drafts", owner: ctx.actor.userId, slot }, kept }, found: null, initial: saved, head };
  if (!isWorthGoingOn(kept, article)) return beginning;
  const { data, savedAt } = kept;
  const own = Number(data.head) || head;
  return {
    ...beginning,
    initial: Object.fromEntries(Object.entries(saved).map(([name, value]) => [name, data[name as keyof Fields] ?? value])) as Fields,
    head: own,
    found: { savedAt: formatDateTime(Temporal.Instant.from(savedAt), { now: ctx.now }), version: article && own, newer: own < head ? head : null, address },
  };
}

function isWorthGoingOn(kept: KeptDraft | null, article: DeskArticle | null): kept is KeptDraft {
  if (!hasDraftContent(kept?.data)) return false;
  return article === null || isUnsaved(kept!.data, article.head);
}
