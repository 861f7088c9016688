import type { EntitlementView } from "@/app/portal/tickets/new/_components/new-ticket-form";
import { balanceSentences } from "@/components/billing/balance-words";
import { standingText } from "@/components/customers/standing-words";
import type { RadioOption } from "@/components/forms/radio-group";
import { formatDay } from "@/lib/i18n/format";
import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";
import { contractChoice } from "@/lib/tickets/service";
import type { EntitlementNote, NewTicketOptions, PromisedPriority } from "@/lib/tickets/types";

/** By product, "" for none: why one would be refused, or by what one is attended where that is not plain. */
export function entitlementViews({ entitlement, today }: NewTicketOptions): Record<string, EntitlementView> {
  const views = Object.entries(entitlement).map(([productId, note]) => [productId, viewOf(note, today)] as const);
  return Object.fromEntries(views.flatMap(([productId, view]) => (view ? [[productId, view]] : [])));
}

function viewOf(note: EntitlementNote, today: Temporal.PlainDate): EntitlementView | null {
  if ("refusal" in note) return { isRefused: true, text: refusalMessage(note.refusal.code, note.refusal.details) };
  const { ground } = note;
  const t = getTranslator("portal");
  if (ground.kind === "contract") return { isRefused: false, text: t("new.byContract", { reference: ground.reference, day: formatDay(ground.until, { today }) }) };
  if (ground.kind !== "product" || ground.standing.kind === "in_force") return null;
  return { isRefused: false, text: t("new.byStanding", { name: ground.product.name, standing: standingText(ground.standing, today) }) };
}

/** Free assistance, a case under each póliza that has hours left, a service per event. */
export function serviceOptions({ contracts, paid }: NewTicketOptions, promise: (promised: PromisedPriority) => string): RadioOption[] {
  const t = getTranslator("portal");
  return [
    { value: "free", label: t("new.services.free"), description: t("new.services.freeHint") },
    ...contracts.map((contract) => {
      const { left, until } = balanceSentences(contract);
      return { value: contractChoice(contract.id), label: t("new.services.contract"), description: `${left} ${until} ${promise(paid.contract)}` };
    }),
    { value: "event", label: t("new.services.event"), description: t("new.services.eventHint") },
  ];
}
