import type { Metadata } from "next";
import { Container } from "@/components/layout/container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { getTranslator } from "@/lib/i18n/translator";
import { shownTrackingId } from "@/lib/kb/legacy/addresses";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("kbExchange")("earlier.ticketTitle"), robots: { index: false }, alternates: { canonical: "/earlier/ticket" } };
}

/** For a tracking id of the desk before this one, whatever it is: nothing is looked up, so that nobody learns which ids there are. */
export default async function EarlierTicketPage({ searchParams }: Props) {
  const id = shownTrackingId((await searchParams).track);
  const t = getTranslator("kbExchange");
  const query = id ? `?${new URLSearchParams({ subject: t("earlier.ticketSubject", { id }), body: t("earlier.ticketBody", { id }) })}` : "";
  return (
    <Container size="narrow" className="space-y-6 pt-8">
      <PageHeader title={t("earlier.ticketTitle")} lead={t("earlier.ticketLead")} />
      {id && <p className="font-medium tabular-nums">{t("earlier.ticketId", { id })}</p>}
      <div className="flex flex-wrap gap-3">
        <ButtonLink variant="primary" href={`/portal/tickets/new${query}`}>
          {t("earlier.ticketNew")}
        </ButtonLink>
        <ButtonLink href="/portal/tickets">{t("earlier.ticketTickets")}</ButtonLink>
      </div>
    </Container>
  );
}
