import { FileSearch } from "lucide-react";
import { FieldForm } from "@/components/forms/field-form";
import { Badge, type Tone } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { TabLinks } from "@/components/ui/tab-links";
import { getTranslator } from "@/lib/i18n/translator";
import { ITEM_VIEWS, type ImportItemView, type ItemView, type KnowledgeImportView } from "@/lib/kb/import/queries";
import { exchangeFormWords } from "../_data/words";
import { hrefOfImport } from "../_data/addresses";
import { startImportAction } from "../actions";
import { ItemTable } from "./item-table";
import { Progress } from "./progress";

type Props = { look: KnowledgeImportView; shown: { view: ItemView; after: number }; page: { items: ImportItemView[]; next: number | null } };

/** What a file would make, piece by piece, and the way to have it done; afterwards, what became of it. */
export function ImportLook({ look, shown: { view, after }, page: { items, next } }: Props) {
  const t = getTranslator("kbExchange");
  return (
    <>
      <Start look={look} />
      <Facts look={look} />
      <TabLinks label={t("import.filter")} items={ITEM_VIEWS.map((each) => ({ href: hrefOfImport({ id: look.id, view: each }), label: t(`import.views.${each}`), count: look.counts[each], isCurrent: each === view }))} />
      {items.length === 0 ? <EmptyState icon={<FileSearch aria-hidden="true" />} title={t("import.none")}>{t("import.noneHint")}</EmptyState> : <ItemTable items={items} isApplied={look.appliedAt !== null} />}
      <Pagination
        label={t("import.pages")}
        previous={after > 0 ? { href: hrefOfImport({ id: look.id, view }), label: t("import.first") } : null}
        next={next ? { href: hrefOfImport({ id: look.id, view, after: next }), label: t("import.more") } : null}
      />
    </>
  );
}

function Start({ look: { id, startedAt, appliedAt, counts, made, done, toDo } }: { look: KnowledgeImportView }) {
  const t = getTranslator("kbExchange");
  if (appliedAt) {
    return (
      <Notice tone="success" live="polite" title={t("import.applied")}>
        {t("import.appliedHint")}
      </Notice>
    );
  }
  if (startedAt) {
    return (
      <Notice live="polite" title={t("import.running", { done, toDo })}>
        <Progress label={t("import.progress")} done={done} toDo={toDo} />
        <ButtonLink size="sm" href={hrefOfImport({ id })} className="mt-3">
          {t("import.refresh")}
        </ButtonLink>
      </Notice>
    );
  }
  if (counts.new + made.tickets === 0) return <Notice title={t("import.nothing")}>{t("import.nothingHint")}</Notice>;
  return (
    <FieldForm action={startImportAction} permalink={hrefOfImport({ id })} hidden={{ importId: id }} fields={[]} words={exchangeFormWords()}>
      <p className="text-sm text-muted">{t("import.applyLead")}</p>
    </FieldForm>
  );
}

const KINDS = ["category", "article", "group", "question", "tickets"] as const satisfies readonly ImportItemView["kind"][];

function Facts({ look: { made, facts } }: { look: KnowledgeImportView }) {
  const t = getTranslator("kbExchange");
  const skipped = Object.entries(facts.skippedTables);
  return (
    <Panel title={t("import.facts")}>
      <ul className="flex flex-wrap gap-2">
        {KINDS.map((kind) => (
          <li key={kind}>
            <Badge tone={(made[kind] > 0 ? "success" : "neutral") satisfies Tone}>{t(`import.made.${kind}`, { count: made[kind] })}</Badge>
          </li>
        ))}
      </ul>
      <div className="mt-3 space-y-1 text-sm text-muted">
        <p>{facts.source === "hesk" ? t("import.readDump", { prefix: facts.prefix || "—" }) : t("import.readFolder")}</p>
        {facts.brokenRows > 0 && <p>{t("import.brokenRows", { count: facts.brokenRows })}</p>}
        {facts.source === "hesk" && !facts.hasAttachments && <p>{t("import.noFiles")}</p>}
        {skipped.length > 0 && (
          <details>
            <summary className="link inline-flex min-h-6 cursor-pointer items-center">{t("import.skipped", { count: skipped.length })}</summary>
            <p className="break-words">{skipped.map(([table]) => table).join(", ")}</p>
          </details>
        )}
      </div>
    </Panel>
  );
}
