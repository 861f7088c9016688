import { hrefOfNoted, notedLead } from "@/app/portal/_data/noted-words";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { getTranslator } from "@/lib/i18n/translator";
import type { NotedView } from "@/lib/off-channel/types";

/** What the desk noted for this customer and waits for a word: above everything else, for it lapses. */
export function NotedNotices({ notes, now }: { notes: NotedView[]; now: Temporal.Instant }) {
  const t = getTranslator("offChannel");
  return notes.map((note) => (
    <Notice
      key={note.id}
      tone="warn"
      title={note.subject}
      actions={
        <ButtonLink size="sm" href={hrefOfNoted(note.id)}>
          {t("customer.review")}
        </ButtonLink>
      }
    >
      <p>{notedLead(note, now)}</p>
    </Notice>
  ));
}
