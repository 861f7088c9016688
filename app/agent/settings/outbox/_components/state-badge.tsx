import { Badge, type Tone } from "@/components/ui/badge";
import { getTranslator } from "@/lib/i18n/translator";
import type { MailState } from "@/lib/mail/types";

const TONES: Record<MailState, Tone> = { waiting: "accent", sending: "accent", sent: "success", failed: "danger", kept: "warn", withdrawn: "neutral" };

export function StateBadge({ state }: { state: MailState }) {
  return (
    <Badge tone={TONES[state]} dot>
      {getTranslator("mail")(`state.${state}`)}
    </Badge>
  );
}
