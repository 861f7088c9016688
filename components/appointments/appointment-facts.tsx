import { CalendarPlus, MonitorUp, Phone } from "lucide-react";
import type { ReactNode } from "react";
import { durationOf, whenText } from "@/components/appointments/appointment-words";
import { Badge, type Tone } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { formatDuration, formatRelative, formatTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { formatPhone } from "@/lib/appointments/phone";
import type { AppointmentState, AppointmentView, Side } from "@/lib/appointments/types";

type Props = { appointment: AppointmentView; viewer: Side; now: Temporal.Instant };

/** An appointment: when, what state, with whom, how one joins. `children` are what can be done. */
export function AppointmentFacts({ appointment, viewer, now, isLinked, titleLevel = 3, children }: Props & { isLinked?: boolean; titleLevel?: 2 | 3; children?: ReactNode }) {
  const t = getTranslator("appointments");
  const Heading = titleLevel === 3 ? "h3" : "h2";
  const Icon = appointment.kind === "phone" ? Phone : MonitorUp;
  const { ticket, agent, customerName, organizationName } = appointment;
  const base = viewer === "customer" ? "/portal/tickets" : "/agent/tickets";
  return (
    <article className="space-y-2">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <Heading className="flex min-w-0 items-start gap-2 font-semibold">
          <Icon aria-hidden="true" className="mt-1 size-4 shrink-0 text-faint" />
          <span>
            <span className="sr-only">{t(`kind.${appointment.kind}`)}: </span>
            {whenText(appointment, now)} {isAhead(appointment, now) && <RelativeTimeOf at={appointment.startsAt} now={now} />}
          </span>
        </Heading>
        <Badge tone={TONES[appointment.state]}>{t(`state.${appointment.isMoved ? "moved" : appointment.state}`)}</Badge>
      </div>
      <div className="space-y-1 pl-6 text-sm">
        {isLinked && (
          <p>
            <a href={`${base}/${ticket.reference}/appointments`} className="link">
              {ticket.reference} · {ticket.subject}
            </a>
          </p>
        )}
        <p className="text-muted">
          {t(`kind.${appointment.kind}`)} · {viewer === "customer" ? t("with", { name: agent.name }) : organizationName ? t("forOrganization", { customer: customerName, organization: organizationName }) : t("for", { customer: customerName })}
          {viewer === "desk" && <> · {t("with", { name: agent.name })}</>} · {durationOf(appointment)}
        </p>
        <Awaited appointment={appointment} viewer={viewer} />
        <Join appointment={appointment} viewer={viewer} now={now} />
        <Outcome appointment={appointment} />
      </div>
      {children && <div className="space-y-3 pl-6">{children}</div>}
    </article>
  );
}

const TONES: Record<AppointmentState, Tone> = { proposed: "warn", confirmed: "accent", under_way: "success", finished: "neutral", cancelled: "neutral", missed: "danger" };

function isAhead({ state, startsAt }: AppointmentView, now: Temporal.Instant): boolean {
  return (state === "proposed" || state === "confirmed") && Temporal.Instant.compare(Temporal.Instant.from(startsAt), now) > 0;
}

function RelativeTimeOf({ at, now }: { at: string; now: Temporal.Instant }) {
  return (
    <span className="font-normal text-muted">
      (<RelativeTime at={at} initial={formatRelative(Temporal.Instant.from(at), { now })} />)
    </span>
  );
}

function Awaited({ appointment: { awaits }, viewer }: Omit<Props, "now">) {
  const t = getTranslator("appointments");
  if (awaits === null) return null;
  const own = viewer === "customer" ? ({ customer: "awaits.ownCustomer", desk: "awaits.ownDesk" } as const) : ({ customer: "awaits.deskCustomer", desk: "awaits.deskDesk" } as const);
  return <p className="font-medium">{t(own[awaits])}</p>;
}

/** The code is written large: it is typed from here into another window. */
function Join({ appointment, viewer, now }: Props) {
  const t = getTranslator("appointments");
  const { join, state } = appointment;
  if (state === "cancelled" || state === "missed" || state === "finished") return null;
  if (join.kind === "phone") {
    if (join.number === null) return <p>{t("join.phoneMissing")}</p>;
    const number = formatPhone(join.number);
    if (viewer === "customer") return <p>{t("join.phone", { number })}</p>;
    return (
      <p>
        <a href={`tel:${join.number}`} className="link">
          {t("join.phoneDesk", { number })}
        </a>
      </p>
    );
  }
  const tool = t(`tool.${join.tool}`);
  if (join.status === "over") return <p className="text-muted">{t("join.over", { tool })}</p>;
  if (join.status === "early") {
    const opens = Temporal.Instant.from(join.opensAt);
    return <p className="text-muted">{t("join.early", { tool, when: `${whenText({ ...appointment, startsAt: join.opensAt }, now).split(",")[0]}, ${formatTime(opens, appointment.timeZone)}` })}</p>;
  }
  return (
    <div className="space-y-2 rounded-md border border-accent-line bg-accent-soft p-3">
      <p>
        {t("join.code")}: <strong className="font-mono text-base tracking-wide whitespace-nowrap">{join.code}</strong>
      </p>
      <p>
        <a href={join.href} rel="noopener noreferrer" className="link font-medium">
          {t("join.open", { tool })}
        </a>
      </p>
      <p className="text-muted">{t("join.openHint")}</p>
    </div>
  );
}

function Outcome({ appointment: { state, startedAt, endedAt, timeZone, costMinutes, cancelReason } }: { appointment: AppointmentView }) {
  const t = getTranslator("appointments");
  const clock = (at: string) => formatTime(Temporal.Instant.from(at), timeZone);
  return (
    <>
      {state === "under_way" && startedAt && <p>{t("startedAt", { time: clock(startedAt) })}</p>}
      {state === "finished" && startedAt && endedAt && <p className="text-muted">{t("worked", { from: clock(startedAt), to: clock(endedAt) })}</p>}
      {cancelReason && <p className="text-muted">{t("reason", { reason: cancelReason })}</p>}
      {costMinutes > 0 && <p className="font-medium">{t("cost", { duration: formatDuration(costMinutes) })}</p>}
    </>
  );
}

/** The file for the reader's own calendar. */
export function CalendarLink({ id, state }: Pick<AppointmentView, "id" | "state">) {
  const t = getTranslator("appointments");
  return (
    <a href={`/api/appointments/${id}/ics`} download className="link inline-flex min-h-6 items-center gap-1.5 text-sm">
      <CalendarPlus aria-hidden="true" className="size-4" />
      {state === "cancelled" ? t("icsCancelled") : t("ics")}
    </a>
  );
}
