import { Container } from "@/components/layout/container";
import { NotFoundText } from "@/components/layout/not-found-text";
import { getTranslator } from "@/lib/i18n/translator";

/** An article, a topic or a policy that does not exist, within the frame of the public pages. */
export default function PublicNotFoundPage() {
  const t = getTranslator("ui");
  return (
    <Container size="narrow" className="py-16 sm:py-24">
      <NotFoundText title={t("notFound.title")} lead={t("notFound.lead")} home={t("notFound.home")} search={t("notFound.search")} members={{ text: t("notFound.membersText"), label: t("notFound.members") }} />
    </Container>
  );
}
