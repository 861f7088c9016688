import "server-only";
import { encodingOf } from "@/lib/csv/encoding";

/** Text in pieces, as it was written: UTF-8 wherever every byte of it is, otherwise what older servers write, which any bytes are. */
export async function* decodedPieces(open: () => Promise<AsyncIterable<Uint8Array>>): AsyncGenerator<string, void, void> {
  const encoding = await encodingOf(await open());
  const decoder = new TextDecoder(encoding);
  for await (const chunk of await open()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** A whole text; null when it is none. */
export function decodedText(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
