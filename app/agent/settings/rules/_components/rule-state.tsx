import { Badge } from "@/components/ui/badge";
import type { RuleView } from "@/lib/automation/queries";
import { getTranslator } from "@/lib/i18n/translator";

const TONES = { on: "success", off: "neutral", stopped: "danger" } as const;

export function RuleState({ state }: { state: RuleView["state"] }) {
  return <Badge tone={TONES[state]}>{getTranslator("automation")(`state.${state}`)}</Badge>;
}
