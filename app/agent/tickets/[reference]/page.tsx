import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { MuteTicket } from "@/app/_notifications/mute-ticket";
import { isFormPost } from "@/lib/actions/form-post";
import { TicketAppointment } from "@/components/appointments/ticket-appointment";
import { AnswersTable } from "@/components/tickets/answers-table";
import { SentWith } from "@/components/tickets/sent-with";
import { DownloadAll } from "@/components/attachments/download-all";
import { formFiles } from "@/components/attachments/form-files";
import { ImageViewer } from "@/components/attachments/image-viewer";
import { viewerWords } from "@/components/attachments/viewer-words";
import { EnvironmentTable } from "@/components/screenshot/environment-table";
import { SoftRefresh } from "@/components/realtime/soft-refresh";
import { Thread, ThreadMessage } from "@/components/tickets/thread";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { findTicketSummary } from "@/lib/appointments/queries";
import { getAttachmentLimits } from "@/lib/attachments/queries";
import { findRunningSuspension, listMarkedTexts } from "@/lib/conduct/person-queries";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { summarizeWork } from "@/lib/quotes/work-queries";
import { listTicketQuotes } from "@/lib/quotes/quote-queries";
import { listArticlesOfTicket } from "@/lib/kb/articles/queries";
import { findRating } from "@/lib/satisfaction/queries";
import { findHeldSecrets } from "@/lib/secrets/held-secrets";
import { findClusterOf } from "@/lib/tickets/clusters";
import { findKeptDraft } from "@/lib/drafts/queries";
import { listAssignees, listDepartments } from "@/lib/tickets/staff-queries";
import type { StaffTicketView } from "@/lib/tickets/types";
import type { ComposeKind } from "../../_components/desk-dom";
import { ListPane } from "../../_components/list-pane";
import { hrefOfList, listAddressOf, queryOfList, withQuery, type Query } from "../../_data/list-address";
import { loadList } from "../../_data/load-list";
import { sideOf } from "../../_data/merge-side";
import { mergeAction } from "./actions";
import { ConductBelow, RequesterSuspension } from "./_components/conduct-below";
import { ArticlesSeen } from "./_components/articles-seen";
import { MergeByReference } from "./_components/merge-ticket";
import { MergedTickets } from "./_components/merged-tickets";
import { RepeatedMatter } from "./_components/repeated-matter";
import { CarriedSecrets, SealedBelow } from "./_components/sealed-secrets";
import { SignedOutPage } from "./_components/signed-out-page";
import { SimilarTickets } from "./_components/similar-tickets";
import { TicketArticle } from "./_components/ticket-article";
import { TicketComposer } from "./_components/ticket-composer";
import { TicketDecisions } from "./_components/ticket-decisions";
import { TicketHeader } from "./_components/ticket-header";
import { TicketOpened } from "./_components/ticket-opened";
import { TicketRating } from "./_components/ticket-rating";
import { TicketTime } from "./_components/ticket-time";
import { TicketQuote } from "./_components/ticket-quote";
import { TicketWork } from "./_components/ticket-work";
import { loadTicket } from "./_data/load-ticket";
import { mergeWords } from "./_data/words";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // The page decides what becomes of a form that was posted after the session ended.
  const loaded = (await findPerson()) && (await loadTicket((await params).reference));
  if (!loaded) return { title: getTranslator("agent")("titles.notFound") };
  return { title: `${loaded.ticket.reference} · ${loaded.ticket.subject}` };
}

/** The ticket beside the list that it was opened from. */
export default async function TicketPage({ params, searchParams }: Props) {
  const [{ reference }, query] = await Promise.all([params, searchParams]);
  const address = listAddressOf(query);
  const composeHref = (compose: ComposeKind) => withQuery(`/agent/tickets/${reference}`, { ...queryOfList(address), compose });
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutPage address={composeHref("reply")} hrefOf={composeHref} />;

  const loaded = await loadTicket(reference);
  if (!loaded) notFound();
  const { ctx, ticket } = loaded;
  const [list, assignees, departments, replyDraft, noteDraft, held, cluster, limits, time, appointment, quotes, written, marked, suspension, rating] = await Promise.all([
    loadList(ctx, address),
    listAssignees(ctx),
    listDepartments(ctx),
    findKeptDraft(ctx, `reply:${ticket.id}`),
    findKeptDraft(ctx, `note:${ticket.id}`),
    findHeldSecrets(ctx, `reply:${ticket.id}`),
    findClusterOf(ctx, ticket.id),
    getAttachmentLimits(ctx),
    summarizeWork(ctx, ticket.id),
    findTicketSummary(ctx, ticket.id),
    listTicketQuotes(ctx, ticket.id),
    listArticlesOfTicket(ctx, ticket.id),
    listMarkedTexts(ctx, ticket.id),
    findRunningSuspension(ctx, ticket.requester.id),
    findRating(ctx, ticket.id),
  ]);
  const { now, actor } = ctx;
  const t = getTranslator("agent");
  const sealedBelow = (entryId: string) => <SealedBelow ticket={ticket} entryId={entryId} address={composeHref("reply")} now={now} />;
  const below = (entryId: string) => {
    const entry = ticket.thread.find((each) => each.entry === "message" && each.id === entryId);
    const message = entry?.entry === "message" ? entry : { id: null, authorName: ticket.requester.name, isOwn: false };
    return (
      <>
        {sealedBelow(entryId)}
        <ConductBelow reference={ticket.reference} message={message} marked={marked.get(entryId)} />
      </>
    );
  };
  const hrefOfQuotes = `/agent/tickets/${ticket.reference}/quote`;
  const mergeHref = (into?: string) => withQuery(`/agent/tickets/${ticket.reference}/merge`, { into: into ?? null });

  return (
    <>
      <ListPane list={list} current={ticket.reference} />
      <article id="ticket" tabIndex={-1} aria-labelledby="ticket-title" className="min-w-0 outline-none lg:min-h-0 lg:overflow-y-auto">
        <SoftRefresh of={ticket.reference} />
        <TicketOpened key={ticket.id} ticketId={ticket.id} titleId="ticket-title" version={ticket.updatedAt} />
        <TicketHeader ticket={ticket} now={now} backHref={hrefOfList(address)} replyHref={composeHref("reply")} />
        <div className="grid gap-x-6 gap-y-8 p-4 sm:px-5 xl:grid-cols-[minmax(0,1fr)_17rem]">
          <div className="min-w-0 space-y-4">
            <MergeNotice ticket={ticket} hasJustMerged={query.merged === "1"} />
            {cluster && <RepeatedMatter cluster={cluster} />}
            <ImageViewer words={viewerWords()} className="space-y-4">
              <ThreadMessage
                now={now}
                message={{ id: ticket.id, authorName: ticket.requester.name, isStaff: false, isOwn: false, html: ticket.html, createdAt: ticket.createdAt, attachments: ticket.attachments, noted: ticket.noted }}
                below={below(ticket.id)}
              />
              <AnswersTable answers={ticket.answers} hrefOf={({ value }) => withQuery("/agent/search", { q: value })} />
              <DownloadAll reference={ticket.reference} opening={ticket.attachments} thread={ticket.thread} />
              <Thread label={t("ticket.thread")} entries={ticket.thread} now={now} below={below} hrefOfQuote={() => hrefOfQuotes} />
            </ImageViewer>
            <TicketComposer
              key={ticket.id}
              ticket={ticket}
              initial={query.compose === "note" ? "note" : "reply"}
              hrefOf={composeHref}
              owner={actor.userId}
              drafts={{ reply: replyDraft, note: noteDraft }}
              files={formFiles(limits)}
              held={held}
            />
          </div>
          <aside aria-label={t("ticket.facts")} className="space-y-8">
            <RequesterSuspension suspension={suspension} now={now} />
            <TicketWork key={ticket.id} ticket={ticket} actor={actor} assignees={assignees} departments={departments} now={now} />
            {rating && <TicketRating rating={rating} now={now} />}
            <TicketTime reference={ticket.reference} summary={time} />
            <TicketAppointment summary={appointment} reference={ticket.reference} viewer="desk" now={now} />
            <TicketQuote key={`quote-${ticket.id}`} ticket={ticket} quotes={quotes} href={hrefOfQuotes} />
            {ticket.environment && (
              <section aria-labelledby="environment-title" className="space-y-2">
                <h2 id="environment-title" className="text-base font-semibold">
                  {getTranslator("screenshot")("environment.titleForDesk")}
                </h2>
                <EnvironmentTable environment={ticket.environment} now={now} />
              </section>
            )}
            <section aria-labelledby="similar-title" className="space-y-2">
              <h2 id="similar-title" tabIndex={-1} className="rounded-sm text-base font-semibold">
                {t("similar.title")}
              </h2>
              {/* It may take longer than all the rest: the ticket does not wait for it. */}
              <Suspense fallback={<SimilarOnTheirWay subject={ticket.subject} />}>
                <SimilarTickets ctx={ctx} ticket={ticket} mergeHref={mergeHref} />
              </Suspense>
            </section>
            {ticket.can.merge && (
              <Disclosure summary={t("merge.summary")} className="text-sm">
                <MergeByReference action={mergeAction} ticketId={ticket.id} from={sideOf(ticket)} href={mergeHref()} words={mergeWords()} />
              </Disclosure>
            )}
            <SentWith tickets={ticket.sentWith} base="/agent/tickets" title={t("ticket.sentWith")} />
            <ArticlesSeen articles={ticket.articles} now={now} />
            <TicketArticle ctx={ctx} ticket={ticket} articles={written} />
            <MergedTickets ticket={ticket} />
            <CarriedSecrets ticket={ticket} address={composeHref("reply")} now={now} />
            <TicketDecisions ticket={ticket} now={now} />
            <MuteTicket ctx={ctx} ticketId={ticket.id} address={`/agent/tickets/${ticket.reference}`} />
          </aside>
        </div>
      </article>
    </>
  );
}

/** What comes later in the answer takes a script to be put in its place; without one the search finds the same. */
function SimilarOnTheirWay({ subject }: { subject: string }) {
  const t = getTranslator("agent");
  return (
    <>
      <Skeleton label={t("similar.searching")} lines={3} className="noscript:hidden" />
      <a href={withQuery("/agent/search", { q: subject })} className="link hidden text-sm noscript:inline">
        {t("similar.search")}
      </a>
    </>
  );
}

function MergeNotice({ ticket, hasJustMerged }: { ticket: StaffTicketView; hasJustMerged: boolean }) {
  const t = getTranslator("agent");
  const last = ticket.mergedFrom.at(-1);
  if (ticket.mergedInto) {
    const { reference, subject } = ticket.mergedInto;
    return (
      <Notice
        title={t("ticket.mergedInto", { reference })}
        actions={
          <ButtonLink size="sm" href={`/agent/tickets/${reference}`}>
            {t("ticket.mergedIntoOpen", { reference })}
          </ButtonLink>
        }
      >
        {t("ticket.mergedIntoHint", { subject })}
      </Notice>
    );
  }
  if (!hasJustMerged || !last) return null;
  return <Notice tone="success" live="polite" title={t("ticket.justMerged", { reference: last.reference })} />;
}
