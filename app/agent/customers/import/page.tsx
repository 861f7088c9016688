import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageHeader } from "@/components/layout/page-header";
import { buttonClass, ButtonLink } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/forms/control-class";
import { Field } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Card, Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireAdmin } from "@/lib/auth/gate";
import { columnName, IMPORT_COLUMNS, KIND_NAMES, STATE_NAMES } from "@/lib/customers/imports/format";
import { IMPORT_MAX_LINES, IMPORT_MAX_MEGABYTES } from "@/lib/customers/imports/limits";
import { findProductImport } from "@/lib/customers/imports/queries";
import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";
import type { Query } from "../../_data/list-address";
import { CustomersFrame } from "../_components/customers-frame";
import { CUSTOMERS, EXPORT_PRODUCTS, hrefOfImport, IMPORT_PRODUCTS } from "../_data/addresses";
import { ImportLook } from "./_components/import-look";

export function generateMetadata(): Metadata {
  return { title: getTranslator("customers")("import.title") };
}

/** A file is sent and looked at; what it would change is shown; then it is applied. */
export default async function ImportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const ctx = contextOf(await requireAdmin());
  const query = await searchParams;
  const id = typeof query.import === "string" ? query.import : null;
  const look = id !== null && z.uuid().safeParse(id).success ? await findProductImport(ctx, id) : null;
  if (id !== null && !look) notFound();
  const t = getTranslator("customers");
  const crumbs = [{ label: t("title"), href: CUSTOMERS }, { label: t("import.title") }];
  return (
    <CustomersFrame isWide={look !== null}>
      <PageHeader
        breadcrumbs={{ label: t("trail"), items: crumbs }}
        title={look ? t("import.look", { file: look.fileName }) : t("import.title")}
        lead={look ? undefined : t("import.lead")}
        actions={look && <ButtonLink href={hrefOfImport({})}>{t("import.another")}</ButtonLink>}
      />
      {look ? <ImportLook ctx={ctx} look={look} query={query} /> : <Choose refused={query.refused} reference={query.reference} />}
    </CustomersFrame>
  );
}

function Choose({ refused, reference }: { refused: Query[string]; reference: Query[string] }) {
  const t = getTranslator("customers");
  const code = typeof refused === "string" ? refused.slice(0, 60) : null;
  return (
    <>
      {code && <Notice tone="danger" live="assertive" title={t("import.refused")}>{refusalMessage(code, { max: code === "IMPORT_TOO_LONG" ? IMPORT_MAX_LINES : IMPORT_MAX_MEGABYTES, reference: typeof reference === "string" ? reference.slice(0, 8) : "" })}</Notice>}
      <Card>
        <form action={IMPORT_PRODUCTS} method="post" encType="multipart/form-data" className="space-y-4">
          <Field id="file" label={t("import.file")} hint={t("import.fileHint", { megabytes: IMPORT_MAX_MEGABYTES, lines: IMPORT_MAX_LINES })}>
            {(control) => <input {...control} type="file" name="file" accept=".csv,.txt,.tsv,text/csv" required className={`${CONTROL_CLASS} py-2 text-sm`} />}
          </Field>
          <Button type="submit" variant="primary">
            {t("import.submit")}
          </Button>
        </form>
      </Card>
      <Panel title={t("import.columns")}>
        <div className="space-y-3 text-sm">
          <p className="text-muted">{t("import.columnsLead", { required: IMPORT_COLUMNS.filter(({ isRequired }) => isRequired).map(({ key }) => columnName(key)).join(", ") })}</p>
          <ul className="flex flex-wrap gap-1.5">
            {IMPORT_COLUMNS.map(({ key, name }) => (
              <li key={key} className="rounded-sm bg-sunken px-1.5 py-0.5 inset-ring inset-ring-line">
                {name}
              </li>
            ))}
          </ul>
          <p className="text-muted">{t("import.columnsKinds", { kinds: KIND_NAMES, states: STATE_NAMES })}</p>
        </div>
      </Panel>
      <Panel title={t("import.export")}>
        <div className="space-y-3 text-sm">
          <p className="text-muted">{t("import.exportLead")}</p>
          <a href={EXPORT_PRODUCTS} download className={buttonClass()}>
            {t("import.exportLink")}
          </a>
        </div>
      </Panel>
    </>
  );
}
