import { FileSearch } from "lucide-react";
import { formWords } from "@/components/customers/form-words";
import { FieldForm } from "@/components/forms/field-form";
import { Badge, type Tone } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tab-links";
import { Table, Td, Th } from "@/components/ui/table";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { columnName } from "@/lib/customers/imports/format";
import { listImportLines, type ImportLineView, type ImportView } from "@/lib/customers/imports/queries";
import type { ProductFields } from "@/lib/customers/product-fields";
import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";
import type { Query } from "../../../_data/list-address";
import { hrefOfImport } from "../../_data/addresses";
import { applyAction } from "../actions";

const VERDICTS = ["error", "new", "changed", "same"] as const;
type Verdict = (typeof VERDICTS)[number];
const TONES: Record<Verdict, Tone> = { error: "danger", new: "success", changed: "accent", same: "neutral" };

/** What the file would change, line by line, and the way to have it done. */
export async function ImportLook({ ctx, look, query }: { ctx: Context<StaffActor>; look: ImportView; query: Query }) {
  const verdict = VERDICTS.find((each) => each === query.verdict) ?? null;
  const after = typeof query.after === "string" && /^\d{1,9}$/.test(query.after) ? Number(query.after) : 0;
  const { lines, next } = await listImportLines(ctx, { importId: look.id, verdict, after });
  const t = getTranslator("customers");
  const tab = (each: Verdict | null, label: string) => ({ href: hrefOfImport({ import: look.id, verdict: each }), label, isCurrent: verdict === each });
  return (
    <>
      <Apply look={look} />
      <TabLinks label={t("import.filter")} items={[tab(null, t("import.all")), ...VERDICTS.map((each) => tab(each, t(`import.counts.${each}`, { count: look.counts[each] })))]} />
      {lines.length === 0 ? <EmptyState icon={<FileSearch aria-hidden="true" />} title={t("import.none")}>{t("import.noneHint")}</EmptyState> : <Lines lines={lines} />}
      <Pagination
        label={t("import.pages")}
        previous={after > 0 ? { href: hrefOfImport({ import: look.id, verdict }), label: t("import.first") } : null}
        next={next ? { href: hrefOfImport({ import: look.id, verdict, after: next }), label: t("import.more") } : null}
      />
      <p className="text-xs break-all text-muted">
        {t("import.hash")}: {look.sha256}
      </p>
    </>
  );
}

function Apply({ look: { id, look, appliedAt, counts } }: { look: ImportView }) {
  const t = getTranslator("customers");
  if (appliedAt) return <Notice tone="success" live="polite" title={t("import.applied")} />;
  if (counts.error > 0) return <Notice tone="warn" title={t("import.counts.error", { count: counts.error })}>{t("import.errorsLead")}</Notice>;
  if (counts.new + counts.changed === 0) return <Notice title={t("import.nothing")} />;
  return (
    <FieldForm
      // The refusal that tells of another look stays while that look is shown.
      action={applyAction}
      permalink={hrefOfImport({ import: id })}
      hidden={{ importId: id, look }}
      fields={[]}
      words={formWords({ submit: t("import.apply"), submitting: t("import.applying"), invalid: t("import.notApplied") })}
    >
      <p className="text-sm text-muted">{t("import.applyLead")}</p>
    </FieldForm>
  );
}

function Lines({ lines }: { lines: ImportLineView[] }) {
  const t = getTranslator("customers");
  return (
    <Table label={t("import.filter")} isDense className="rounded-lg border bg-surface">
      <thead>
        <tr>
          <Th className="text-right">{t("import.line")}</Th>
          <Th>{t("import.product")}</Th>
          <Th>{t("import.what")}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.line}>
            <Td isNumeric>{line.line}</Td>
            <Th scope="row" className="break-words">
              {line.name || "—"}
              <span className="block font-normal text-muted">{[line.organization, line.kind].filter(Boolean).join(" · ")}</span>
            </Th>
            <Td>
              <Badge tone={TONES[line.verdict]}>{t(`import.verdict.${line.verdict}`)}</Badge>
              {whatOf(line).map((sentence) => (
                <p key={sentence} className="mt-1 max-w-prose break-words">
                  {sentence}
                </p>
              ))}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function whatOf({ verdict, changes, problems }: ImportLineView): string[] {
  const t = getTranslator("customers");
  const nothing = t("change.nothing");
  switch (verdict) {
    case "error":
      return problems.map(({ column, code, details }) => (column ? t("import.problem", { column, message: refusalMessage(code, details) }) : refusalMessage(code, details)));
    case "changed":
      return changes.map(({ field, from, to }) => t("change.line", { field: columnName(field as keyof ProductFields), from: from ?? nothing, to: to ?? nothing }));
    case "new":
      return [t("import.newText")];
    case "same":
      return [t("import.sameText")];
    default:
      return verdict satisfies never;
  }
}
