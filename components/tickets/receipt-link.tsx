import { getTranslator } from "@/lib/i18n/translator";

/** To the receipt of a ticket, for whoever may see the ticket. A load of the page: the desk comes from another area. */
export function ReceiptLink({ reference }: { reference: string }) {
  return (
    <a href={`/portal/tickets/${reference}/receipt`} className="link">
      {getTranslator("receipt")("link")}
    </a>
  );
}
