import { notFound } from "next/navigation";
import { mayMakeDocument } from "@/lib/http/public-limit";
import { getTranslator } from "@/lib/i18n/translator";
import { loadReceipt } from "../_data/load-receipt";
import { receiptContent, receiptFileName } from "../_data/receipt-content";
import { renderReceipt } from "../_data/render-receipt";

type Props = { params: Promise<{ reference: string }> };

export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const loaded = await loadReceipt((await params).reference);
  if (!loaded) notFound();
  if (!(await mayMakeDocument(loaded.userId))) return tooMany();
  const pdf = await renderReceipt(receiptContent(loaded.receipt), new Date(loaded.receipt.issuedAt));
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${receiptFileName(loaded.receipt.facts.reference, "pdf")}"`,
      "cache-control": "private, no-store",
    },
  });
}

function tooMany(): Response {
  return new Response(getTranslator("receipt")("tooMany"), {
    status: 429,
    headers: { "content-type": "text/plain; charset=utf-8", "retry-after": "60", "cache-control": "private, no-store" },
  });
}
