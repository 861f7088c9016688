import type { Metadata } from "next";
import { Container } from "@/components/layout/container";
import { NotFoundText } from "@/components/layout/not-found-text";
import { PublicFooter } from "@/components/layout/public-footer";
import { PublicHeader } from "@/components/layout/public-header";
import { Shell } from "@/components/layout/shell";
import { getTranslator } from "@/lib/i18n/translator";
import { publicFooter, publicHeader } from "./(public)/_data/frame";

export function generateMetadata(): Metadata {
  return { title: getTranslator("ui")("notFound.title") };
}

export default function NotFoundPage() {
  const t = getTranslator("ui");
  return (
    <Shell header={<PublicHeader {...publicHeader()} />} footer={<PublicFooter {...publicFooter()} />}>
      <Container size="narrow" className="py-16 sm:py-24">
        <NotFoundText title={t("notFound.title")} lead={t("notFound.lead")} home={t("notFound.home")} search={t("notFound.search")} />
      </Container>
    </Shell>
  );
}
