import "server-only";
import type { PublicContext } from "@/lib/auth/context";
import { dateOfDay, searchHour, SHOWN_KEPT, type SearchPlace } from "@/lib/kb/search-record";
import { doubtfulWords, termsOf } from "@/lib/kb/search-terms";
import type { KnowledgeKind } from "@/lib/kb/search-types";
import { publicVocabulary } from "@/lib/kb/public-vocabulary";

export type SearchToRecord = {
  /** Made anew for each search, and of no meaning: what its page says when something comes of the search. */
  token: string;
  /** As it was typed; what is personal in it is not kept. */
  text: string;
  kind?: KnowledgeKind | undefined;
  /** The first ones that were shown, at most the number of results. */
  shown: readonly { id: string }[];
  resultCount: number;
};

/** Keeps a search of the page or the box, once a token: a reloaded page is the same search. */
export async function recordSearch(ctx: PublicContext, { place, ...search }: SearchToRecord & { place: Exclude<SearchPlace, "ticket_form"> }): Promise<void> {
  await ctx.db.kbSearch.createMany({ data: [{ ...(await rowOf(ctx, search)), token: search.token, place, opened: [] }], skipDuplicates: true });
}

/** Keeps what was suggested beside a form that is being written: the last of it only, since every pause in typing asks anew. */
export async function recordFormSearch(ctx: PublicContext, search: SearchToRecord): Promise<void> {
  const row = await rowOf(ctx, search);
  const fresh = { ...row, token: search.token, place: "ticket_form" as const, opened: [] };
  const { count } = await ctx.db.kbSearch.updateMany({ where: { token: search.token, place: "ticket_form", hasTicket: false }, data: row });
  if (count === 0) await ctx.db.kbSearch.createMany({ data: [fresh], skipDuplicates: true });
}

async function rowOf({ db, now }: PublicContext, { text, kind, shown, resultCount }: SearchToRecord) {
  const doubtful = doubtfulWords(text);
  const vocabulary = doubtful.length > 0 ? await publicVocabulary(db) : null;
  const known = new Set(doubtful.filter((word) => vocabulary?.has(word)));
  const { day, hour } = searchHour(now);
  return {
    ...termsOf(text, (word) => known.has(word)),
    kindFilter: kind ?? null,
    searchedOn: dateOfDay(day),
    searchedHour: hour,
    resultCount,
    shown: shown.slice(0, SHOWN_KEPT).map((each) => each.id),
  };
}
