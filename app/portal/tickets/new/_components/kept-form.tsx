import { newTicketAction } from "@/app/portal/tickets/new/actions";
import { NewTicketForm } from "@/app/portal/tickets/new/_components/new-ticket-form";
import { guideWords, newTicketWords } from "@/app/portal/tickets/new/form-views";
import { initialValues } from "@/app/portal/tickets/new/initial-values";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { getTranslator } from "@/lib/i18n/translator";

/** For somebody whose session ended while writing, in a browser that runs no script: what was typed, and where to sign in. */
export function KeptForm({ title, noted }: { title: string; noted?: { id: string; address: string } }) {
  const empty = initialValues({ draft: null, link: {}, freshKey: "" });
  return (
    <div className="space-y-6">
      <PageHeader title={title} />
      <Notice tone="warn">{getTranslator("portal")("new.keptLead")}</Notice>
      <NewTicketForm action={newTicketAction} options={null} initial={empty} searches={{ search: "", formSearch: "" }} draft={null} seed={null} held={[]} guide={{ questions: {}, answers: {}, products: [], words: guideWords() }} words={newTicketWords()} noted={noted} />
    </div>
  );
}
