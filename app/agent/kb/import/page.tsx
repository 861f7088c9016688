import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { contextOf } from "@/lib/actions/context";
import { requireAdmin } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { findKnowledgeImport, listImportItems, listKnowledgeImports } from "@/lib/kb/import/queries";
import { deskCrumbs } from "../_data/desk-links";
import { IMPORT, viewOf, type RawQuery } from "./_data/addresses";
import { ChooseFile } from "./_components/choose-file";
import { ImportLook } from "./_components/import-look";

export function generateMetadata(): Metadata {
  return { title: getTranslator("kbExchange")("import.title") };
}

/** A file is sent and looked at; what it would make is shown; then it is done, once. */
export default async function KnowledgeImportPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const ctx = contextOf(await requireAdmin());
  const query = await searchParams;
  const id = typeof query.import === "string" ? query.import : null;
  const look = id !== null && z.uuid().safeParse(id).success ? await findKnowledgeImport(ctx, id) : null;
  if (id !== null && !look) notFound();
  const t = getTranslator("kbExchange");
  const shown = viewOf(query);
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className={`mx-auto space-y-5 ${look ? "max-w-page" : "max-w-narrow"}`}>
        <PageHeader
          breadcrumbs={deskCrumbs({ label: t("import.title"), ...(look ? { href: IMPORT } : {}) }, ...(look ? [{ label: look.fileName }] : []))}
          title={look ? t("import.look", { file: look.fileName }) : t("import.title")}
          lead={look ? undefined : t("import.lead")}
          actions={look && <ButtonLink href={IMPORT}>{t("import.another")}</ButtonLink>}
        />
        {look ? (
          <ImportLook look={look} shown={shown} page={await listImportItems(ctx, { importId: look.id, ...shown })} />
        ) : (
          <ChooseFile query={query} past={await listKnowledgeImports(ctx)} now={ctx.now} />
        )}
      </div>
    </div>
  );
}
