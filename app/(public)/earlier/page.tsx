import type { Metadata } from "next";
import { KnowledgeSearch } from "@/components/kb/knowledge-search";
import { Container } from "@/components/layout/container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { getTranslator } from "@/lib/i18n/translator";
import { legacyQuestion } from "@/lib/kb/legacy/addresses";
import { searchWords } from "../_data/search-words";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("kbExchange")("earlier.title"), robots: { index: false }, alternates: { canonical: "/earlier" } };
}

/** Where an old address leads that nobody knows any more: what can be done instead. Says the same of what there never was and of what is the desk's alone. */
export default async function EarlierAddressPage({ searchParams }: Props) {
  const query = await searchParams;
  const asked = legacyQuestion(new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))));
  const t = getTranslator("kbExchange");
  const place = asked.kind === "article" || asked.kind === "category" ? `/portal/earlier?${new URLSearchParams({ [asked.kind]: asked.key })}` : "/portal";
  return (
    <Container size="narrow" className="space-y-6 pt-8">
      <PageHeader title={t("earlier.title")} lead={t("earlier.lead")} />
      <KnowledgeSearch id="buscar" words={searchWords("home")} size="lg" defaultValue={asked.kind === "search" ? asked.text : ""} />
      <ButtonLink href="/kb">{t("earlier.browse")}</ButtonLink>
      <Notice>
        <p>{t("earlier.signIn")}</p>
        <a href={place} rel="nofollow" className="link inline-flex min-h-6 items-center font-medium">
          {t("earlier.signInLink")}
        </a>
      </Notice>
    </Container>
  );
}
