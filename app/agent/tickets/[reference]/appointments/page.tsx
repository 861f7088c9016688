import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeSection } from "@/components/appointments/change-section";
import { DoneNotice } from "@/components/appointments/done-notice";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { findBookingOptions } from "@/lib/appointments/booking-options";
import { listTicketAppointments } from "@/lib/appointments/queries";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { parseReference } from "@/lib/tickets/reference";
import type { Query } from "../../../_data/list-address";
import { cancelAction, moveAction } from "./actions";
import { DeskAppointments } from "./_components/desk-appointments";
import { Proposing } from "./_components/proposing";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTranslator("appointments")("titleOf", { reference: parseReference((await params).reference) ?? "" }) };
}

/** The calls and sessions of a ticket as the desk works them: propose, confirm, begin, end. */
export default async function DeskTicketAppointmentsPage({ params, searchParams }: Props) {
  const ctx = contextOf(await requireStaff());
  const [reference, query] = [parseReference((await params).reference), await searchParams];
  if (!reference) notFound();
  const moving = typeof query.move === "string" ? query.move : undefined;
  const agentId = typeof query.agent === "string" ? query.agent : undefined;
  const options = await findBookingOptions(ctx, reference, { ...(moving ? { moving } : {}), ...(agentId ? { agentId } : {}) });
  if (!options) notFound();
  const appointments = await listTicketAppointments(ctx, options.ticket.id);
  const t = getTranslator("appointments");
  const address = `/agent/tickets/${reference}/appointments`;
  const changing = appointments.find(({ id, can }) => (id === query.cancel && can.cancel) || (id === moving && can.move));
  const kind = changing?.id === query.cancel ? "cancel" : "move";
  return (
    <div className="w-full lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-3xl space-y-6 p-4 sm:p-6">
        <PageHeader
          breadcrumbs={{ label: t("trail"), items: [{ label: reference, href: `/agent/tickets/${reference}` }, { label: t("title") }] }}
          title={t("titleOf", { reference })}
          lead={options.ticket.subject}
        />
        <DoneNotice done={query.done} rest={query.rest} />
        {changing && <ChangeSection kind={kind} appointment={changing} slots={options.slots} rules={options.rules} side="desk" address={address} action={kind === "cancel" ? cancelAction : moveAction} now={ctx.now} />}
        <Panel title={t("page.list")}>
          {appointments.length === 0 ? <p className="text-sm text-muted">{t("page.none")}</p> : <DeskAppointments appointments={appointments} rules={options.rules} address={address} now={ctx.now} />}
        </Panel>
        {!changing && options.refusal !== "ALREADY_BOOKED" && <Proposing options={options} address={address} now={ctx.now} />}
      </div>
    </div>
  );
}
