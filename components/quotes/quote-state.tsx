import { StatusPill, type Tone } from "@/components/ui/badge";
import { getTranslator } from "@/lib/i18n/translator";
import type { QuoteState as State } from "@/lib/quotes/states";

/** What waits stands out; what is done is done; the rest is history. */
const TONE: Record<State, Tone> = { draft: "neutral", sent: "warn", authorised: "success", declined: "danger", expired: "neutral", superseded: "neutral", withdrawn: "neutral" };

export function QuoteState({ state }: { state: State }) {
  return <StatusPill tone={TONE[state]}>{getTranslator("quotes")(`state.${state}`)}</StatusPill>;
}
