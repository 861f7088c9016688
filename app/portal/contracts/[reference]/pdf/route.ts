import { notFound } from "next/navigation";
import { mayMakeDocument } from "@/lib/http/public-limit";
import { getTranslator } from "@/lib/i18n/translator";
import { loadStatement } from "../_data/load-statement";
import { renderStatement } from "../_data/render-statement";
import { statementContent, statementFileName } from "../_data/statement-content";

type Props = { params: Promise<{ reference: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const loaded = await loadStatement((await params).reference, new URL(request.url).searchParams.get("month") ?? undefined);
  if (!loaded) notFound();
  if (!(await mayMakeDocument(loaded.userId))) return tooMany();
  const pdf = await renderStatement(statementContent(loaded), loaded.now);
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${statementFileName(loaded.contract.reference, loaded.statement.month, "pdf")}"`,
      "cache-control": "private, no-store",
    },
  });
}

function tooMany(): Response {
  return new Response(getTranslator("billing")("statement.tooMany"), {
    status: 429,
    headers: { "content-type": "text/plain; charset=utf-8", "retry-after": "60", "cache-control": "private, no-store" },
  });
}
