import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { filled } from "@/components/attachments/upload-texts";

/** `newer`: the version that was saved after the one that the draft was written on, if any. `address`: of the page without it. */
export type FoundDraft = { savedAt: string; version: number | null; newer: number | null; address: string };
/** With {time}, {version} and {newer}. */
export type FoundWords = Record<"title" | "hint" | "older" | "compare" | "discard", string>;

/** The form begins with what was not saved: it is gone on with by writing, or thrown away. */
export function DraftFound({ found: { savedAt, version, newer, address }, slot, versionsHref, words }: { found: FoundDraft; slot: string; versionsHref: string | undefined; words: FoundWords }) {
  const isOlder = version !== null && newer !== null;
  return (
    <Notice
      tone={isOlder ? "warn" : "accent"}
      title={filled(words.title, { time: savedAt })}
      actions={
        <Button type="submit" name="discard" value={`${slot} ${address}`} size="sm">
          {words.discard}
        </Button>
      }
    >
      <p>{isOlder ? filled(words.older, { version: String(version), newer: String(newer) }) : words.hint}</p>
      {isOlder && versionsHref && (
        <p>
          <a href={`${versionsHref}?from=${version}&to=${newer}`} target="_blank" className="link inline-flex min-h-6 items-center">
            {words.compare}
          </a>
        </p>
      )}
    </Notice>
  );
}
