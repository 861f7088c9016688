import "server-only";
import { encodingOf } from "@/lib/csv/encoding";
import { delimiterOf, namedDelimiter, type Delimiter, type Encoding } from "@/lib/csv/text-format";

/** As much of a text as the delimiter is told by. */
const BEGINNING = 65_536;

/** Reads once to see how the text was written, and opens it again to be read. `firstLine` is the line on which it begins. */
export async function openText(source: () => AsyncIterable<Uint8Array>): Promise<{ chunks: AsyncIterable<string>; delimiter: Delimiter; firstLine: number }> {
  const encoding = await encodingOf(source());
  const beginning = await beginningOf(decode(source(), encoding));
  const named = namedDelimiter(beginning);
  const chunks = decode(source(), encoding);
  if (!named) return { chunks, delimiter: delimiterOf(beginning), firstLine: 1 };
  return { chunks: skip(chunks, named.length), delimiter: named.delimiter, firstLine: 2 };
}

async function* decode(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let held = "";
  for await (const chunk of bytes) {
    const text = held + decoder.decode(chunk, { stream: true });
    // Half a line end may have come.
    held = text.endsWith("\r") ? "\r" : "";
    yield withLineFeeds(held ? text.slice(0, -1) : text);
  }
  yield withLineFeeds(held + decoder.decode());
}

/** So that every line counts once, also those within quotes. */
function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

async function beginningOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const chunk of chunks) {
    text += chunk;
    if (text.length >= BEGINNING) break;
  }
  return text;
}

async function* skip(chunks: AsyncIterable<string>, length: number): AsyncGenerator<string> {
  let left = length;
  for await (const chunk of chunks) {
    if (chunk.length > left) yield chunk.slice(left);
    left = Math.max(0, left - chunk.length);
  }
}
