import { Moment } from "@/components/tickets/moment";
import type { CustomerEventType } from "@/lib/customers/events";
import type { CustomerEventView } from "@/lib/customers/views";
import { formatPlainDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";

/** Who changed what and when; the newest first. */
export function HistoryList({ events, now }: { events: CustomerEventView[]; now: Temporal.Instant }) {
  const t = getTranslator("customers");
  if (events.length === 0) return <p className="text-sm text-muted">{t("organization.historyNone")}</p>;
  return (
    <ol className="divide-y text-sm">
      {events.map((event) => (
        <li key={event.id} className="space-y-0.5 py-2 first:pt-0 last:pb-0">
          <p>{eventText(event)}</p>
          {event.changes.map(({ field, from, to }) => (
            <p key={field} className="break-words text-muted">
              {t("change.line", { field: fieldName(field), from: valueText(field, from), to: valueText(field, to) })}
            </p>
          ))}
          <p className="text-xs text-muted">
            {event.by ?? t("change.system")} · <Moment at={event.at} now={now} isRelativeFirst />
          </p>
        </li>
      ))}
    </ol>
  );
}

function eventText({ type, facts, about }: CustomerEventView): string {
  const t = getTranslator("customers");
  const role = (value: string | undefined) => (value === "manager" || value === "member" ? t(`people.${value}`) : "");
  const whom = about ?? "";
  switch (type as CustomerEventType) {
    case "organization.created":
      return t("event.organization.created");
    case "organization.changed":
      return t("event.organization.changed");
    case "domain.added":
      return t("event.domain.added", { domain: facts.domain ?? "" });
    case "domain.removed":
      return t("event.domain.removed", { domain: facts.domain ?? "" });
    case "person.role-changed":
      return t("event.person.role_changed", { about: whom, from: role(facts.from), to: role(facts.to) });
    case "person.joined":
      return t("event.person.joined", { about: whom });
    case "person.invited":
      return t("event.person.invited", { name: facts.name ?? "", email: facts.email ?? "" });
    case "invitation.withdrawn":
      return t("event.person.invitation_withdrawn", { name: facts.name ?? "", email: facts.email ?? "" });
    case "person.changed":
      return t("event.person.changed", { about: whom });
    case "person.left":
      return t("event.person.left", { about: whom });
    case "product.added":
      return t("event.product.added", { name: facts.name ?? "" });
    case "product.changed":
      return t("event.product.changed", { about: whom });
    case "fiscal.saved":
      return t("event.fiscal.saved");
    default:
      return t("event.other");
  }
}

const PRODUCT_FIELDS = ["kind", "startsOn", "endsOn", "state", "graceDays", "specialContract", "specialContractEndsOn"] as const;
const FISCAL = ["rfc", "legalName", "taxRegime", "postalCode", "cfdiUse"] as const;

function fieldName(field: string): string {
  const t = getTranslator("customers");
  const product = PRODUCT_FIELDS.find((each) => each === field);
  if (product) return t(`product.${product}`);
  const fiscal = FISCAL.find((each) => each === field);
  if (fiscal) return t(`fiscal.${fiscal}`);
  if (field === "email") return t("portal.email");
  return field === "eventAuthorisers" ? t("organization.eventAuthorisers") : t("organization.name");
}

function valueText(field: string, value: string | null): string {
  const t = getTranslator("customers");
  if (value === null) return t("change.nothing");
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatPlainDate(value);
  const key = field === "kind" ? `kind.${value}` : field === "state" ? `state.${value}` : field === "eventAuthorisers" ? `organization.${value}` : null;
  return key !== null && t.has(key as never) ? t(key as never) : value;
}
