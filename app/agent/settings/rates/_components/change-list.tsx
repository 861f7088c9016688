import type { ChangeSentence } from "../_data/change-sentences";

export function ChangeList({ changes }: { changes: readonly ChangeSentence[] }) {
  return (
    <ul className="space-y-2 text-sm">
      {changes.map(({ key, sentence, parts }) => (
        <li key={key} className="wrap-anywhere">
          {sentence}
          {parts.length > 0 && (
            <ul className="list-disc space-y-0.5 pt-0.5 pl-5 text-muted tabular-nums">
              {parts.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
