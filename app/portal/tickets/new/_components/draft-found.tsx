import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** The form begins with what was left unsent. @param query what the address asked for instead, which one gets by starting over */
export function DraftFound({ query, words }: { query: string; words: { draftFound: string; draftDiscard: string } }) {
  return (
    <Notice
      tone="accent"
      actions={
        <Button type="submit" name="discard" value={query} size="sm">
          {words.draftDiscard}
        </Button>
      }
    >
      {words.draftFound}
    </Notice>
  );
}
