import "server-only";
import { join } from "node:path";
import { Font, renderToBuffer } from "@react-pdf/renderer";
import { ReceiptDocument } from "../_components/receipt-document";
import { printable, type Coverage } from "./printable";
import type { ReceiptContent } from "./receipt-content";

/** The font of what is printed. */
export const PDF_FAMILY = "Inter";
const FONTS = join(process.cwd(), "app/portal/tickets/[reference]/receipt/_fonts");

/** The receipt as a PDF of letter size. @param issuedAt stands in the file as when it was made, so that the same receipt is the same file */
export async function renderReceipt(content: ReceiptContent, issuedAt: Date): Promise<Buffer> {
  const coverage = await readyFonts();
  return renderToBuffer(<ReceiptDocument content={printable(content, coverage)} issuedAt={issuedAt} family={PDF_FAMILY} />);
}

let ready: Promise<Coverage> | undefined;

/** Loads the fonts once, and says which signs they have. */
export function readyFonts(): Promise<Coverage> {
  ready ??= loadFonts();
  return ready;
}

async function loadFonts(): Promise<Coverage> {
  Font.register({
    family: PDF_FAMILY,
    fonts: [
      { src: join(FONTS, "inter-regular.ttf"), fontWeight: 400 },
      { src: join(FONTS, "inter-semibold.ttf"), fontWeight: 600 },
    ],
  });
  // Words stay whole; what is longer than a line (a key, an address) is broken somewhere rather than cut off.
  Font.registerHyphenationCallback((word) => (word.length > LONGEST_WORD ? (word.match(PIECES) ?? [word]) : [word]));
  await Promise.all([400, 600].map((fontWeight) => Font.load({ fontFamily: PDF_FAMILY, fontWeight })));
  const font = Font.getFont({ fontFamily: PDF_FAMILY, fontWeight: 400 })?.data;
  if (!font || !("hasGlyphForCodePoint" in font)) throw new Error("The receipt's font could not be read.");
  return (codePoint) => font.hasGlyphForCodePoint(codePoint);
}

const LONGEST_WORD = 40;
const PIECES = /.{1,20}/gsu;
