import { Badge } from "@/components/ui/badge";
import { getTranslator } from "@/lib/i18n/translator";
import type { Satisfaction } from "@/lib/satisfaction/types";

const TONES = { good: "success", fair: "warn", bad: "danger" } as const;

export function SatisfactionBadge({ satisfaction }: { satisfaction: Satisfaction }) {
  return <Badge tone={TONES[satisfaction]}>{getTranslator("satisfaction")(`desk.short.${satisfaction}`)}</Badge>;
}
