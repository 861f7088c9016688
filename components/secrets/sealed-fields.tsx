import { LockKeyhole } from "lucide-react";
import type { ReactNode } from "react";
import { sealedFieldText } from "@/components/secrets/sealed-field-words";
import { cn } from "@/components/ui/cn";
import type { SealedView } from "@/lib/tickets/types";

/**
 * The sealed fields below a message: that they are there, until when, and who read them. Never what is in them.
 * @param readers by id, the button to read one with, on the desk's side
 */
export function SealedFields({ label, views, now, side, readers, className }: {
  label: string;
  views: SealedView[];
  now: Temporal.Instant;
  side: "customer" | "staff";
  readers?: ReadonlyMap<string, ReactNode>;
  className?: string;
}) {
  if (views.length === 0) return null;
  return (
    <ul aria-label={label} className={cn("space-y-2", className)}>
      {views.map((view) => {
        const text = sealedFieldText(view, { now, side });
        return (
          <li key={text.id} className="rounded-md border bg-sunken px-3 py-2.5 text-sm">
            <p className="flex items-center gap-2 font-medium">
              <LockKeyhole aria-hidden="true" className="size-4 shrink-0 text-muted" />
              <span>
                {text.title} <span className="font-normal text-muted">({view.mark})</span>
              </span>
            </p>
            <div className="mt-1 space-y-0.5 text-muted">
              {text.lines.map((line, index) => (
                <p key={`${index} ${line}`}>{line}</p>
              ))}
            </div>
            {text.isReadable && readers?.get(text.id)}
          </li>
        );
      })}
    </ul>
  );
}
