import { Badge, type Tone } from "@/components/ui/badge";
import { getTranslator } from "@/lib/i18n/translator";
import type { InboundVerdict } from "@/lib/inbound/types";

/** Worth a look: mail that went wrong, or somebody who may be using the desk. Everything else that got no answer is as it should be. */
const TONES: Partial<Record<InboundVerdict, Tone>> = { answered: "success", answered_today: "accent", over_limit: "warn", bounce: "warn", not_genuine: "danger" };

export function VerdictBadge({ verdict }: { verdict: InboundVerdict }) {
  return (
    <Badge tone={TONES[verdict] ?? "neutral"} dot>
      {getTranslator("inbound")(`verdict.${verdict}`)}
    </Badge>
  );
}
