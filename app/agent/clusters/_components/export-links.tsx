import { getTranslator } from "@/lib/i18n/translator";

const ADDRESS = "/api/agent/duplicates/export";

/** For administrators: what was decided, to fit the finder again. */
export function ExportLinks() {
  const t = getTranslator("agent");
  return (
    <section aria-labelledby="export-title" className="space-y-2 border-t pt-6 text-sm">
      <h2 id="export-title" className="text-base font-semibold">
        {t("clusters.export")}
      </h2>
      <p className="max-w-prose text-muted">{t("clusters.exportHint")}</p>
      <p className="flex flex-wrap gap-x-6 gap-y-1">
        <a href={ADDRESS} download className="link inline-flex min-h-8 items-center font-medium">
          {t("clusters.exportLink")}
        </a>
        <a href={`${ADDRESS}?raw=true`} download className="link inline-flex min-h-8 items-center">
          {t("clusters.exportRaw")}
        </a>
      </p>
    </section>
  );
}
