import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { isFormPost } from "@/lib/actions/form-post";
import { MuteTicket } from "@/app/_notifications/mute-ticket";
import { TicketPageView } from "@/app/portal/tickets/[reference]/_components/ticket-page-view";
import { KeptReply } from "@/app/portal/tickets/[reference]/_components/kept-reply";
import { contextOf } from "@/lib/actions/context";
import { findTicketSummary } from "@/lib/appointments/queries";
import { getAttachmentLimits } from "@/lib/attachments/queries";
import { listOwnReports } from "@/lib/conduct/person-queries";
import { requireCustomer } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { markTicketNotificationsRead } from "@/lib/notifications/commands/mark-read";
import { listOwnWork } from "@/lib/quotes/work-queries";
import { findHeldSecrets } from "@/lib/secrets/held-secrets";
import { listTicketQuotes } from "@/lib/quotes/quote-queries";
import { findOwnRating } from "@/lib/satisfaction/queries";
import { markTicketRead } from "@/lib/tickets/commands/mark-ticket-read";
import { findKeptDraft } from "@/lib/drafts/queries";
import { findTicketForCustomer } from "@/lib/tickets/queries";
import { parseReference } from "@/lib/tickets/reference";

type Params = Promise<{ reference: string }>;
type Query = Promise<Record<string, string | string[] | undefined>>;

// The reference alone: a title is in the browser's history, and asking for the subject would be a second query.
export async function generateMetadata({ params, searchParams }: { params: Params; searchParams: Query }): Promise<Metadata> {
  const t = getTranslator("portal");
  const reference = parseReference((await params).reference) ?? "";
  return { title: t((await searchParams).sent ? "ticket.titleSent" : "ticket.title", { reference }) };
}

export default async function TicketPage({ params, searchParams }: { params: Params; searchParams: Query }) {
  const reference = parseReference((await params).reference);
  if (!reference) notFound();
  if ((await isFormPost()) && !(await findPerson())) return <KeptReply reference={reference} />;

  const actor = await requireCustomer();
  const ctx = contextOf(actor);
  const ticket = await findTicketForCustomer(ctx, reference);
  if (!ticket) notFound();

  const slot = `reply:${ticket.id}`;
  const [kept, held, limits, appointment, quotes, work, reports, rating] = await Promise.all([findKeptDraft(ctx, slot), ticket.can.reply ? findHeldSecrets(ctx, slot) : [], ticket.can.reply ? getAttachmentLimits(ctx) : null, findTicketSummary(ctx, ticket.id), listTicketQuotes(ctx, ticket.id), listOwnWork(ctx, ticket.id), listOwnReports(ctx, ticket.id), findOwnRating(ctx, ticket.id)]);
  const seed = { home: { address: "/api/portal/drafts", owner: actor.userId, slot }, kept };
  after(async () => {
    await markTicketRead(ctx, { ticketId: ticket.id });
    await markTicketNotificationsRead(ctx, { ticketId: ticket.id });
  });
  const mute = <MuteTicket ctx={ctx} ticketId={ticket.id} address={`/portal/tickets/${ticket.reference}`} />;
  return <TicketPageView ticket={ticket} now={ctx.now} seed={seed} limits={limits} held={held} appointment={appointment} quotes={quotes} work={work} reports={reports} mute={mute} rating={rating} isPosted={await isFormPost()} done={await searchParams} />;
}
