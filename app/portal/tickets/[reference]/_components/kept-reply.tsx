import { replyAction } from "@/app/portal/tickets/[reference]/actions";
import { RateForm } from "@/app/portal/tickets/[reference]/_components/rate-form";
import { ReplyForm } from "@/components/tickets/reply-form";
import { replyWords } from "@/components/tickets/form-words";
import { getTranslator } from "@/lib/i18n/translator";

/** What was typed, for somebody whose session ended meanwhile and whose browser runs no script. Nothing of the ticket is shown. */
export function KeptReply({ reference }: { reference: string }) {
  const t = getTranslator("portal");
  return (
    <div className="max-w-narrow space-y-6">
      <h1 className="text-xl font-semibold">{t("ticket.title", { reference })}</h1>
      <ReplyForm
        action={replyAction}
        ticketId=""
        submissionKey=""
        seed={null}
        held={[]}
        address={`/portal/tickets/${reference}`}
        words={replyWords({ label: t("reply.label"), submit: t("reply.submit") })}
      />
      <RateForm reference={reference} ticketId={null} rating={null} />
    </div>
  );
}
