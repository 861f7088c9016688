import type { Metadata } from "next";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { searchTextSchema, searchTokenSchema } from "@/lib/kb/schema";
import { ReadingHome } from "../../../_knowledge/reading-home";
import { searchForReader } from "../../../_knowledge/search-for-reader";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("kb")("title") };
}

/** Everything that is published, for whomever it is. */
export default async function DeskKnowledgePage({ searchParams }: Props) {
  const reader = contextOf(await requireStaff());
  const { q, search } = await searchParams;
  const query = searchTextSchema.parse(q);
  const answer = query ? await searchForReader(reader, { query, token: searchTokenSchema.parse(search) }) : null;
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page">
        <ReadingHome reader={reader} area="agent" query={query} answer={answer} />
      </div>
    </div>
  );
}
