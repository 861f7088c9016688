import "server-only";
import { headers } from "next/headers";
import { afterwards, attempt } from "@/lib/actions/afterwards";
import { isCountedReader } from "@/lib/auth/counted-reader";
import { mayRecordSearch } from "@/lib/http/public-limit";
import { recordSearch } from "@/lib/kb/commands/record-search";
import type { KnowledgeReader } from "@/lib/kb/reader";
import { searchKnowledge } from "@/lib/kb/search-knowledge";
import type { KnowledgeAnswer, KnowledgeKind } from "@/lib/kb/search-types";

export const HITS_SHOWN = 20;

export type Asked = { query: string; kind?: KnowledgeKind | undefined; token?: string | undefined };

/**
 * What a reader finds, and the token of the search where it is kept for the authors; null for bots and the desk. An address that brings a
 * token is the same search again: reloaded, come back to, or narrowed to a kind.
 */
export async function searchForReader(reader: KnowledgeReader, { query, kind, token: given }: Asked): Promise<KnowledgeAnswer & { token: string | null }> {
  const [answer, isKept] = await Promise.all([
    searchKnowledge(reader, { text: query, limit: HITS_SHOWN, ...(kind ? { kinds: [kind] } : {}) }),
    attempt("kb.who-searches", isKeptSearch),
  ]);
  if (!isKept) return { ...answer, token: null };
  const token = given ?? crypto.randomUUID();
  const shown = answer.hits.length > 0 ? answer.hits : answer.near;
  afterwards("kb.record-search", () => recordSearch(reader, { token, place: "page", text: query, kind, shown, resultCount: answer.hits.length }));
  return { ...answer, token };
}

async function isKeptSearch(): Promise<boolean> {
  const given = await headers();
  return (await isCountedReader(given)) && (await mayRecordSearch(given));
}
