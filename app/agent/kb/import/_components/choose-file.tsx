import { CONTROL_CLASS } from "@/components/forms/control-class";
import { Field } from "@/components/forms/field";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Card, Panel } from "@/components/ui/panel";
import { formatDate } from "@/lib/i18n/format";
import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";
import { ENTRIES_MAX, IMPORT_MAX_MEGABYTES, UNPACKED_MAX_MEGABYTES } from "@/lib/kb/import/limits";
import type { PastImport } from "@/lib/kb/import/queries";
import { hrefOfImport, IMPORT_FILE, type RawQuery } from "../_data/addresses";

/** The form for the file, what may be in it, and the files of before. */
export function ChooseFile({ query: { refused, reference }, past, now }: { query: RawQuery; past: PastImport[]; now: Temporal.Instant }) {
  const t = getTranslator("kbExchange");
  const code = typeof refused === "string" ? refused.slice(0, 60) : null;
  const details = { max: code === "IMPORT_TOO_MANY_ENTRIES" ? ENTRIES_MAX : code === "IMPORT_UNPACKS_TOO_LARGE" ? UNPACKED_MAX_MEGABYTES : IMPORT_MAX_MEGABYTES, reference: typeof reference === "string" ? reference.slice(0, 8) : "" };
  return (
    <>
      {code && (
        <Notice tone="danger" live="assertive" title={t("import.refused")}>
          {refusalMessage(code, details)}
        </Notice>
      )}
      <Card>
        <form action={IMPORT_FILE} method="post" encType="multipart/form-data" className="space-y-4">
          <Field id="file" label={t("import.file")} hint={t("import.fileHint", { megabytes: IMPORT_MAX_MEGABYTES })}>
            {(control) => <input {...control} type="file" name="file" accept=".sql,.zip" required className={`${CONTROL_CLASS} py-2 text-sm`} />}
          </Field>
          <Button type="submit" variant="primary">
            {t("import.submit")}
          </Button>
        </form>
      </Card>
      <Panel title={t("import.heskTitle")}>
        <ul className="list-disc space-y-1.5 pl-5 text-sm text-muted">
          {(["dump", "files", "privacy", "votes", "addresses"] as const).map((each) => (
            <li key={each}>{t(`import.hesk.${each}`)}</li>
          ))}
        </ul>
      </Panel>
      <Panel title={t("import.markdownTitle")}>
        <ul className="list-disc space-y-1.5 pl-5 text-sm text-muted">
          {(["folders", "fields", "files", "faq"] as const).map((each) => (
            <li key={each}>{t(`import.markdown.${each}`)}</li>
          ))}
        </ul>
      </Panel>
      {past.length > 0 && (
        <Panel title={t("import.past")} isFlush>
          <ul className="divide-y px-4 sm:px-5">
            {past.map((each) => (
              <li key={each.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5 text-sm">
                <a href={hrefOfImport({ id: each.id })} className="link min-w-0 font-medium wrap-anywhere">
                  {each.fileName}
                </a>
                <span className="flex items-center gap-3 text-muted">
                  {formatDate(Temporal.Instant.from(each.createdAt), { now })}
                  <Badge tone={each.appliedAt ? "success" : each.startedAt ? "accent" : "neutral"}>{t(`import.states.${each.appliedAt ? "applied" : each.startedAt ? "started" : "looked"}`)}</Badge>
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
