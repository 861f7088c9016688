import type { Metadata } from "next";
import { Container } from "@/components/layout/container";
import { NotFoundText } from "@/components/layout/not-found-text";
import { PublicFooter } from "@/components/layout/public-footer";
import { Shell } from "@/components/layout/shell";
import { getTranslator } from "@/lib/i18n/translator";
import { BarAndHeader } from "./(public)/_components/bar-and-header";
import { publicFooter } from "./(public)/_data/frame";

export function generateMetadata(): Metadata {
  return { title: getTranslator("ui")("notFound.title") };
}

export default function NotFoundPage() {
  const t = getTranslator("ui");
  return (
    <Shell header={<BarAndHeader />} footer={<PublicFooter {...publicFooter()} />}>
      <Container size="narrow" className="py-16 sm:py-24">
        <NotFoundText title={t("notFound.title")} lead={t("notFound.lead")} home={t("notFound.home")} search={t("notFound.search")} />
      </Container>
    </Shell>
  );
}
