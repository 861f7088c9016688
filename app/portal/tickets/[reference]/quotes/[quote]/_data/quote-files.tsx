import "server-only";
import { renderToBuffer } from "@react-pdf/renderer";
import { notFound } from "next/navigation";
import { contextOf } from "@/lib/actions/context";
import type { PersonActor } from "@/lib/auth/actor";
import { mayMakeDocument } from "@/lib/http/public-limit";
import { getTranslator } from "@/lib/i18n/translator";
import { findQuoteDocument } from "@/lib/quotes/quote-queries";
import { parseQuoteReference } from "@/lib/quotes/quote-reference";
import type { QuoteView } from "@/lib/quotes/quote-types";
import { parseReference } from "@/lib/tickets/reference";
import { printableText } from "../../../receipt/_data/printable";
import { PDF_FAMILY, readyFonts } from "../../../receipt/_data/render-receipt";
import { QuoteDocument } from "../_components/quote-document";
import { quoteContent, quoteFileName, type QuoteContent } from "./quote-content";

type Params = { reference: string; quote: string };

/** The quote as a PDF of letter size, with the hash of what was answered; the same for the customer and for the desk. */
export async function quotePdf(actor: PersonActor, params: Params): Promise<Response> {
  const quote = await loadSent(actor, params);
  if (!(await mayMakeDocument(actor.userId))) return tooMany();
  const coverage = await readyFonts();
  let hasUnprintable = false;
  const shown = (text: string) => {
    const printable = printableText(text, coverage);
    hasUnprintable ||= printable.isChanged;
    return printable.text;
  };
  const content = printed(quoteContent(quote), shown);
  const at = new Date(quote.decision?.at ?? quote.sentAt ?? quote.createdAt);
  const pdf = await renderToBuffer(<QuoteDocument content={content} at={at} family={PDF_FAMILY} hasUnprintable={hasUnprintable} />);
  return file(new Uint8Array(pdf), { type: "application/pdf", name: quoteFileName(quote.reference, "pdf") });
}

/** The exact text whose hash is shown: of the answer, which repeats the quote, or of the quote while there is none. */
export async function quoteText(actor: PersonActor, params: Params): Promise<Response> {
  const quote = await loadSent(actor, params);
  const text = quote.decision?.text ?? quote.text ?? "";
  return file(new TextEncoder().encode(text), { type: "text/plain; charset=utf-8", name: quoteFileName(quote.reference, "txt") });
}

async function loadSent(actor: PersonActor, params: Params): Promise<QuoteView> {
  const [ticketReference, reference] = [parseReference(params.reference), parseQuoteReference(params.quote)];
  const quote = ticketReference && reference ? await findQuoteDocument(contextOf(actor), { ticketReference, reference }) : null;
  // A draft has no hash yet: there is nothing to prove.
  if (!quote?.sha256) notFound();
  return quote;
}

function printed(content: QuoteContent, shown: (text: string) => string): QuoteContent {
  const facts = (given: QuoteContent["facts"]) => given.map(({ term, value }) => ({ term, value: shown(value) }));
  const { answer } = content;
  return {
    ...content,
    facts: facts(content.facts),
    lines: content.lines.map((line) => ({ ...line, name: shown(line.name), detail: shown(line.detail) })),
    texts: content.texts.map(({ title, text }) => ({ title, text: shown(text) })),
    answer: answer && { ...answer, lead: shown(answer.lead), items: answer.items.map(shown), fiscal: facts(answer.fiscal) },
  };
}

function file(body: Uint8Array<ArrayBuffer>, { type, name }: { type: string; name: string }): Response {
  return new Response(body, { headers: { "content-type": type, "content-disposition": `attachment; filename="${name}"`, "cache-control": "private, no-store" } });
}

function tooMany(): Response {
  return new Response(getTranslator("receipt")("tooMany"), { status: 429, headers: { "content-type": "text/plain; charset=utf-8", "retry-after": "60", "cache-control": "private, no-store" } });
}
