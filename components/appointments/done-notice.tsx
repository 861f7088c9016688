import { Notice } from "@/components/ui/notice";
import { getTranslator } from "@/lib/i18n/translator";

const KNOWN = ["booked", "proposed", "confirmed", "moved", "cancelled", "started", "missed", "finished"] as const;

/** That the last act was done. @param rest of a session: minutes beyond what was authorised */
export function DoneNotice({ done, rest }: { done: unknown; rest?: unknown }) {
  const t = getTranslator("appointments");
  const known = KNOWN.find((each) => each === done);
  if (!known) return null;
  const over = typeof rest === "string" && /^\d{1,6}$/.test(rest) ? Number(rest) : 0;
  return (
    <Notice tone={over > 0 ? "warn" : "success"} live="polite">
      {known === "finished" && over > 0 ? t("done.finishedOver", { rest: over }) : t(`done.${known}`)}
    </Notice>
  );
}
