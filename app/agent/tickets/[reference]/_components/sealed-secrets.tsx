import { SealedFields } from "@/components/secrets/sealed-fields";
import { getTranslator } from "@/lib/i18n/translator";
import type { StaffTicketView } from "@/lib/tickets/types";
import { readSealedAction } from "../actions";
import { sealedReaderWords } from "../_data/words";
import { SealedReader } from "./sealed-reader";

type Props = { ticket: StaffTicketView; address: string; now: Temporal.Instant };

/** What was sealed in a message of this ticket, each with the button that asks for it. */
export function SealedBelow({ ticket, entryId, address, now }: Props & { entryId: string }) {
  const views = ticket.sealed.filter((view) => view.entryId === entryId && view.carriedFrom === null);
  return <Sealed views={views} label={getTranslator("secrets")("sealed.list")} address={address} now={now} />;
}

/** What came with tickets that were joined to this one: their texts stay there, what is sealed is read here. */
export function CarriedSecrets({ ticket, address, now }: Props) {
  const views = ticket.sealed.filter((view) => view.carriedFrom !== null);
  if (views.length === 0) return null;
  const title = getTranslator("secrets")("sealed.carriedList");
  return (
    <section aria-labelledby="carried-title" className="space-y-2">
      <h2 id="carried-title" className="text-base font-semibold">
        {title}
      </h2>
      <Sealed views={views} label={title} address={address} now={now} />
    </section>
  );
}

function Sealed({ views, label, address, now }: { views: StaffTicketView["sealed"]; label: string; address: string; now: Temporal.Instant }) {
  const words = sealedReaderWords();
  return (
    <SealedFields
      label={label}
      views={views}
      now={now}
      side="staff"
      readers={new Map(views.map(({ id, mark }) => [id, <SealedReader key={id} action={readSealedAction} sealedId={id} title={mark} address={address} words={words} />]))}
    />
  );
}
