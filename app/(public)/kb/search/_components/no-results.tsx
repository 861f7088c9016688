import { SearchX } from "lucide-react";
import { ResultList } from "@/components/kb/search-results";
import { ButtonLink } from "@/components/ui/button";
import { getTranslator } from "@/lib/i18n/translator";
import type { KnowledgeHit } from "@/lib/kb/search-types";
import { newTicketHref } from "../../../_data/search-href";
import { searchHit } from "../../../_data/search-hits";

/** A search that found nothing still leads somewhere: what comes nearest, all there is to read, a ticket that begins with what was typed. */
export function NoResults({ query, near, token }: { query: string; near: KnowledgeHit[]; token: string | null }) {
  const t = getTranslator("kb");
  return (
    <div className="space-y-10">
      <div role="status" className="rounded-lg border bg-surface p-5 sm:p-6">
        <SearchX aria-hidden="true" className="mb-3 size-6 text-faint" />
        <h2 className="font-semibold break-words">{t("search.noneTitle", { query })}</h2>
        <p className="mt-1 max-w-prose text-sm text-muted">{near.length > 0 ? t("search.noneTextNear") : t("search.noneText")}</p>
        <div className="mt-4 flex flex-wrap gap-2">
          <ButtonLink href={newTicketHref({ query, token })} rel="nofollow" isPlain variant="primary">
            {t("search.newTicketWith")}
          </ButtonLink>
          <ButtonLink href="/kb" isPlain>
            {t("search.browse")}
          </ButtonLink>
        </div>
      </div>
      {near.length > 0 && (
        <section aria-labelledby="lo-mas-parecido">
          <h2 id="lo-mas-parecido" className="text-lg font-semibold">
            {t("search.near")}
          </h2>
          <ResultList hits={near.map((hit) => searchHit(hit, token))} />
        </section>
      )}
    </div>
  );
}
