import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";
import type { Query } from "../../../_data/list-address";
import { sideOf } from "../../../_data/merge-side";
import { mergeAction } from "../actions";
import { MergeConfirm } from "../_components/merge-confirm";
import { loadTicket } from "../_data/load-ticket";
import { mergeConfirmWords } from "../_data/words";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTranslator("agent")("titles.merge", { reference: (await params).reference }) };
}

/** Where merging is confirmed without JavaScript; with it, a dialog asks the same. */
export default async function MergePage({ params, searchParams }: Props) {
  const [loaded, { into }] = await Promise.all([loadTicket((await params).reference), searchParams]);
  if (!loaded) notFound();
  const { ticket } = loaded;
  const target = typeof into === "string" ? await loadTicket(into) : null;
  const t = getTranslator("agent");
  const back = `/agent/tickets/${ticket.reference}`;
  return (
    <div className="mx-auto w-full max-w-narrow space-y-5 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <h1 className="text-lg font-semibold">{t("merge.confirmTitle")}</h1>
      {target ? (
        <MergeConfirm action={mergeAction} ticketId={ticket.id} from={sideOf(ticket)} into={sideOf(target.ticket)} cancel={back} words={mergeConfirmWords()} />
      ) : (
        <Notice tone="danger" title={t("merge.errorTitle")} actions={<ButtonLink href={back}>{t("ticket.backToTicket")}</ButtonLink>}>
          {refusalMessage("MERGE_TARGET_NOT_FOUND")}
        </Notice>
      )}
    </div>
  );
}
