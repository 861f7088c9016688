import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageHeader } from "@/components/layout/page-header";
import { Disclosure } from "@/components/ui/disclosure";
import { Card } from "@/components/ui/panel";
import { ButtonLink } from "@/components/ui/button";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { findSynonymGroup } from "@/lib/synonyms/queries";
import { deleteAction, editAction } from "../actions";
import { SignedOutPage } from "../_components/signed-out-page";
import { SynonymForm } from "../_components/synonym-form";
import { hrefOfGroup, hrefOfSynonyms } from "../_data/addresses";
import { deleteWords, formWords } from "../_data/words";
import { DeleteForm } from "./_components/delete-form";

type Props = { params: Promise<{ group: string }> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("synonyms")("edit.title") };
}

export default async function SynonymGroupPage({ params }: Props) {
  const { group: id } = await params;
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutPage action={editAction} address={hrefOfGroup(id)} />;
  const ctx = contextOf(await requireAdmin());
  const group = z.uuid().safeParse(id).success ? await findSynonymGroup(ctx, id) : null;
  if (!group) notFound();
  const t = getTranslator("synonyms");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader title={t("edit.title")} lead={t("care")} actions={<ButtonLink href={hrefOfSynonyms()}>{t("edit.back")}</ButtonLink>} />
        <Card>
          <SynonymForm
            action={editAction}
            permalink={hrefOfGroup(group.id)}
            group={{ id: group.id, version: group.version, expressions: group.expressions.join("\n") }}
            words={formWords("edit")}
          />
        </Card>
        <Disclosure summary={t("delete.summary")} className="text-sm">
          <div className="space-y-3">
            <p className="text-muted">{t("delete.hint")}</p>
            <DeleteForm action={deleteAction} groupId={group.id} version={group.version} words={deleteWords()} />
          </div>
        </Disclosure>
      </div>
    </div>
  );
}
