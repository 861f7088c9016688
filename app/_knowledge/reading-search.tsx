import { SuggestingSearch } from "@/components/kb/suggesting-search";
import { areaHref, type KnowledgeArea } from "@/lib/kb/addresses";
import { searchWords } from "../(public)/_data/search-words";

/** The search of an area, answered by its start page; with what matches while one types. */
export function ReadingSearch({ area, query }: { area: KnowledgeArea; query?: string }) {
  return (
    <div className="max-w-3xl">
      <SuggestingSearch key={query} action={areaHref(area)} id="buscar" words={searchWords("kb")} {...(query ? { defaultValue: query } : {})} />
    </div>
  );
}
