import { notFound } from "next/navigation";
import { receiptFileName } from "../_data/receipt-content";
import { loadReceipt } from "../_data/load-receipt";

type Props = { params: Promise<{ reference: string }> };

/** The canonical text, to the byte: its SHA-256 is the receipt's hash. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const loaded = await loadReceipt((await params).reference);
  if (!loaded) notFound();
  const { text, facts } = loaded.receipt;
  return new Response(new TextEncoder().encode(text), {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="${receiptFileName(facts.reference, "txt")}"`,
      "cache-control": "private, no-store",
    },
  });
}
