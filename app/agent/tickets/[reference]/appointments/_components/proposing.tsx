import { randomUUID } from "node:crypto";
import { slotDays } from "@/components/appointments/appointment-words";
import { BookingIntro } from "@/components/appointments/booking-intro";
import { SlotForm } from "@/components/appointments/slot-form";
import { kindOptions, slotFormWords } from "@/components/appointments/slot-form-words";
import { SelectField } from "@/components/forms/select";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { BookingOptions } from "@/lib/appointments/booking-options";
import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";
import { proposeAction } from "../actions";

/** Times of one agent, to be offered to the customer; or why none can be. */
export function Proposing({ options, address, now }: { options: BookingOptions; address: string; now: Temporal.Instant }) {
  const t = getTranslator("appointments");
  const { refusal, slots, timeZone, ticket, rules, agents, agentId } = options;
  if (refusal) {
    return (
      <Notice title={t("page.notYetDesk")} actions={<ButtonLink size="sm" href={`/agent/tickets/${ticket.reference}`}>{t("page.backToTicket")}</ButtonLink>}>
        {refusalMessage(refusal, { reference: options.authorisation?.reference ?? "" })}
      </Notice>
    );
  }
  if (agentId === null) {
    return (
      <Notice tone="warn" title={t("page.notYetDesk")} actions={<ButtonLink size="sm" href="/agent/availability">{t("desk.availability")}</ButtonLink>}>
        {t("page.noAgents")}
      </Notice>
    );
  }
  return (
    <Panel title={t("page.propose")}>
      <div className="space-y-5">
        <BookingIntro offer={options} side="desk" />
        {agents.length > 1 && (
          <form action={address} className="flex flex-wrap items-end gap-3">
            <div className="min-w-48">
              <SelectField name="agent" label={t("page.agentLabel")} options={agents.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={agentId} />
            </div>
            <Button type="submit">{t("page.agentShow")}</Button>
          </form>
        )}
        {slots.length === 0 ? (
          <p className="text-sm">{t("page.noSlotsDesk")}</p>
        ) : (
          <SlotForm
            key={agentId}
            action={proposeAction}
            permalink={`${address}?agent=${agentId}`}
            hidden={{ ticketId: ticket.id, agentId, submissionKey: randomUUID() }}
            days={slotDays(slots, { timeZone, now })}
            timeZone={timeZone}
            choose="several"
            kinds={kindOptions(rules, "desk")}
            isPhoneOptional
            words={slotFormWords({ side: "desk", submit: t("form.propose") })}
          />
        )}
      </div>
    </Panel>
  );
}
