import type { Metadata } from "next";
import { contextOf } from "@/lib/actions/context";
import { requireCustomer } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { searchTextSchema, searchTokenSchema } from "@/lib/kb/schema";
import { ReadingHome } from "../../_knowledge/reading-home";
import { searchForReader } from "../../_knowledge/search-for-reader";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("kb")("title") };
}

/** Everything that customers who signed in may read: what is for everybody, and what is for them. */
export default async function PortalKnowledgePage({ searchParams }: Props) {
  const reader = contextOf(await requireCustomer());
  const { q, search } = await searchParams;
  const query = searchTextSchema.parse(q);
  const answer = query ? await searchForReader(reader, { query, token: searchTokenSchema.parse(search) }) : null;
  return <ReadingHome reader={reader} area="portal" query={query} answer={answer} />;
}
