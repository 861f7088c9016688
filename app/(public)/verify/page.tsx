import type { Metadata } from "next";
import { Container } from "@/components/layout/container";
import { PageHeader } from "@/components/layout/page-header";
import { getTranslator } from "@/lib/i18n/translator";
import { CheckForm } from "./_components/check-form";
import { CheckResult } from "./_components/check-result";
import { checkedReceipt, readAsked } from "./_data/checked-receipt";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export function generateMetadata(): Metadata {
  const t = getTranslator("receipt");
  return { title: t("verify.title"), description: t("verify.description"), robots: { index: false }, alternates: { canonical: "/verify" } };
}

/** For whoever has a receipt in hand. Without the whole hash nothing is said of any ticket, not even that there is one. */
export default async function VerifyPage({ searchParams }: Props) {
  const query = await searchParams;
  const asked = readAsked(query);
  const check = await checkedReceipt(asked, query.reference !== undefined || query.hash !== undefined);
  const t = getTranslator("receipt");
  return (
    <Container size="narrow" className="space-y-6 pt-8">
      <PageHeader title={t("verify.title")} lead={t("verify.lead")} />
      <CheckResult check={check} />
      <CheckForm asked={asked} check={check} />
    </Container>
  );
}
