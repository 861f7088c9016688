import { StatusPill, type Tone } from "@/components/ui/badge";
import { getTranslator } from "@/lib/i18n/translator";
import type { ChargeListItem } from "@/lib/quotes/charge-types";

const TONES: Record<ChargeListItem["state"], Tone> = { to_invoice: "warn", invoiced: "accent", paid: "success", cancelled: "neutral" };

export function ChargeState({ state }: { state: ChargeListItem["state"] }) {
  return <StatusPill tone={TONES[state]}>{getTranslator("charges")(`state.${state}`)}</StatusPill>;
}
