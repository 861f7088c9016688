import "server-only";
import { renderToBuffer } from "@react-pdf/renderer";
import { printableText } from "@/app/portal/tickets/[reference]/receipt/_data/printable";
import { PDF_FAMILY, readyFonts } from "@/app/portal/tickets/[reference]/receipt/_data/render-receipt";
import { StatementDocument } from "../_components/statement-document";
import type { StatementContent } from "./statement-content";

/** The statement as a PDF of letter size, in the font of the receipts. */
export async function renderStatement(content: StatementContent, at: Temporal.Instant): Promise<Buffer> {
  const has = await readyFonts();
  const text = (given: string) => printableText(given, has).text;
  const rows = content.rows.map((row) => ({ ...row, reason: text(row.reason), who: text(row.who) }));
  const facts = content.facts.map(({ term, value }) => ({ term, value: text(value) }));
  const printed = { ...content, name: text(content.name), organization: text(content.organization), facts, rows };
  return renderToBuffer(<StatementDocument content={printed} madeAt={new Date(at.epochMilliseconds)} family={PDF_FAMILY} />);
}
