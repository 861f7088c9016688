import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BookingIntro } from "@/components/appointments/booking-intro";
import { ChangeSection } from "@/components/appointments/change-section";
import { DoneNotice } from "@/components/appointments/done-notice";
import { SlotForm } from "@/components/appointments/slot-form";
import { kindOptions, slotFormWords } from "@/components/appointments/slot-form-words";
import { slotDays } from "@/components/appointments/appointment-words";
import { endText } from "@/components/conduct/conduct-words";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { findBookingOptions, type BookingOptions } from "@/lib/appointments/booking-options";
import { listTicketAppointments } from "@/lib/appointments/queries";
import { requireCustomer } from "@/lib/auth/gate";
import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";
import { parseReference } from "@/lib/tickets/reference";
import { bookAction, cancelAction, moveAction } from "./actions";
import { OwnAppointments } from "./_components/own-appointments";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTranslator("appointments")("titleOf", { reference: parseReference((await params).reference) ?? "" }) };
}

/** The calls and sessions of a ticket: what there is, and booking another under what was authorised. */
export default async function TicketAppointmentsPage({ params, searchParams }: Props) {
  const ctx = contextOf(await requireCustomer());
  const [reference, query] = [parseReference((await params).reference), await searchParams];
  if (!reference) notFound();
  const moving = typeof query.move === "string" ? query.move : undefined;
  const options = await findBookingOptions(ctx, reference, moving ? { moving } : {});
  if (!options) notFound();
  const appointments = await listTicketAppointments(ctx, options.ticket.id);
  const t = getTranslator("appointments");
  const { now } = ctx;
  const address = `/portal/tickets/${reference}/appointments`;
  const changing = appointments.find(({ id, can }) => (id === query.cancel && can.cancel) || (id === moving && can.move));
  const kind = changing?.id === query.cancel ? "cancel" : "move";
  return (
    <div className="max-w-narrow space-y-6">
      <PageHeader
        breadcrumbs={{ label: t("trail"), items: [{ label: getTranslator("portal")("list.title"), href: "/portal/tickets" }, { label: reference, href: `/portal/tickets/${reference}` }, { label: t("title") }] }}
        title={t("titleOf", { reference })}
        lead={options.ticket.subject}
      />
      <DoneNotice done={query.done} />
      {changing && <ChangeSection kind={kind} appointment={changing} slots={options.slots} rules={options.rules} side="customer" address={address} action={kind === "cancel" ? cancelAction : moveAction} now={now} />}
      <Panel title={t("page.list")}>
        {appointments.length === 0 ? <p className="text-sm text-muted">{t("page.none")}</p> : <OwnAppointments appointments={appointments} rules={options.rules} address={address} now={now} />}
      </Panel>
      {!changing && options.refusal !== "ALREADY_BOOKED" && <Booking options={options} address={address} now={now} />}
    </div>
  );
}

function Booking({ options, address, now }: { options: BookingOptions; address: string; now: Temporal.Instant }) {
  const t = getTranslator("appointments");
  const { refusal, slots, timeZone, ticket, rules } = options;
  if (refusal === "CONDUCT_SUSPENDED" && options.suspendedUntil) return <Suspended until={options.suspendedUntil} now={now} />;
  if (refusal) {
    return (
      <Notice title={t("page.notYet")} actions={<ButtonLink size="sm" href={`/portal/tickets/${ticket.reference}`}>{t("page.backToTicket")}</ButtonLink>}>
        {refusalMessage(refusal, { reference: options.authorisation?.reference ?? "" })}
      </Notice>
    );
  }
  if (slots.length === 0) {
    return (
      <Notice title={t("page.noSlots")} actions={<ButtonLink size="sm" href={`/portal/tickets/${ticket.reference}`}>{t("page.backToTicket")}</ButtonLink>}>
        {t("page.noSlotsHint")}
      </Notice>
    );
  }
  return (
    <Panel title={t("page.book")}>
      <div className="space-y-5">
        <BookingIntro offer={options} side="customer" />
        <SlotForm
          action={bookAction}
          permalink={address}
          hidden={{ ticketId: ticket.id, submissionKey: randomUUID() }}
          days={slotDays(slots, { timeZone, now })}
          timeZone={timeZone}
          choose="one"
          kinds={kindOptions(rules, "customer")}
          words={slotFormWords({ side: "customer", submit: t("form.book") })}
        />
      </div>
    </Panel>
  );
}

/** What is booked stays as it is; only new appointments wait. */
function Suspended({ until, now }: { until: string; now: Temporal.Instant }) {
  const t = getTranslator("conduct");
  return (
    <Notice tone="warn" title={t("suspension.cannotBook")} actions={<ButtonLink size="sm" href="/portal/suspension">{t("suspension.bannerSee")}</ButtonLink>}>
      {t("suspension.cannotBookLead", { until: endText(until, now) })}
    </Notice>
  );
}
