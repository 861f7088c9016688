import Link from "next/link";
import { Moment } from "@/components/tickets/moment";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import type { RateVersionView } from "@/lib/billing/rate-queries";
import { getTranslator } from "@/lib/i18n/translator";
import { hrefOfRates } from "../_data/addresses";

export function VersionList({ versions, current, isFirstPage, now }: {
  versions: { items: RateVersionView[]; next: number | null };
  current: number | undefined;
  isFirstPage: boolean;
  now: Temporal.Instant;
}) {
  const t = getTranslator("rates");
  return (
    <Panel title={t("versions.title")} isFlush>
      <ol className="divide-y" aria-label={t("versions.label")}>
        {versions.items.map((version) => (
          <li key={version.number} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3 text-sm sm:px-5">
            <Link href={hrefOfRates({ version: version.number })} aria-current={version.number === current ? "page" : undefined} className="link font-medium">
              {t("earlier", { number: version.number })}
            </Link>
            <Moment at={version.publishedAt} now={now} />
            <span className="text-muted">{t("versions.lines", { count: version.items })}</span>
            {version.note && <span className="min-w-0 basis-full text-muted wrap-anywhere">{version.note}</span>}
          </li>
        ))}
      </ol>
      {(versions.next !== null || !isFirstPage) && (
        <div className="border-t p-3">
          <Pagination
            label={t("versions.pages")}
            previous={isFirstPage ? null : { href: hrefOfRates(), label: t("versions.newest") }}
            next={versions.next === null ? null : { href: hrefOfRates({ before: versions.next }), label: t("versions.more") }}
          />
        </div>
      )}
    </Panel>
  );
}
