import { FieldError } from "@/components/forms/field";
import type { DuePolicy } from "@/lib/policies/types";

/** What the field says; the browser has no catalogue. */
export interface AcceptanceWords {
  title: string;
  lead: string;
  again: string;
  changes: string;
  newTab: string;
  box: string;
  missing: string;
}

export const ACCEPTED_FIELD = "accepted";

/**
 * What must be accepted, with links, and one box for all of it, inside the form that needs it. Another version that came into force while
 * the form was open makes the box a new one, not ticked: what was read is not what is asked now.
 */
export function AcceptanceField({ policies, words, isMissing, ticked }: { policies: readonly DuePolicy[]; words: AcceptanceWords; isMissing: boolean; ticked?: string }) {
  if (policies.length === 0) return null;
  const value = policies.map(({ versionId }) => versionId).join(" ");
  return (
    <fieldset className="rounded-lg border bg-surface p-4 sm:p-5">
      <legend className="px-1 text-sm font-semibold">{words.title}</legend>
      <p className="text-sm text-muted">{words.lead}</p>
      <ul className="mt-3 space-y-2 text-sm">
        {policies.map(({ versionId, slug, title, effectiveOn, changeNote, isAgain }) => (
          <li key={versionId}>
            <a href={`/policies/${slug}`} target="_blank" rel="noopener" className="link font-medium">
              {title} <span className="sr-only">({words.newTab})</span>
            </a>
            {isAgain && (
              <>
                <span className="block text-muted">
                  {words.again}{" "}
                  <a href={`/policies/${slug}/versions/${effectiveOn}/changes`} target="_blank" rel="noopener" className="link">
                    {words.changes} <span className="sr-only">: {title} ({words.newTab})</span>
                  </a>
                </span>
                {changeNote && <span className="block break-words whitespace-pre-line text-muted">{changeNote}</span>}
              </>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-4 space-y-1.5">
        <div className="flex items-start gap-3">
          <input
            key={value}
            type="checkbox"
            id={ACCEPTED_FIELD}
            name={ACCEPTED_FIELD}
            value={value}
            defaultChecked={ticked === value}
            aria-invalid={isMissing || undefined}
            aria-describedby={isMissing ? "accepted-error" : undefined}
            className="mt-0.5 size-5 shrink-0 cursor-pointer accent-accent"
          />
          <label htmlFor={ACCEPTED_FIELD} className="min-h-6 text-sm font-medium">
            {words.box}
          </label>
        </div>
        {isMissing && <FieldError id="accepted-error">{words.missing}</FieldError>}
      </div>
    </fieldset>
  );
}
