import "server-only";
import { isUtf16, type Encoding } from "@/lib/csv/text-format";

/** UTF-8 wherever every byte of it is; older programs write Windows-1252, which any bytes are. */
export async function encodingOf(bytes: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of bytes) {
      if (isFirst && isUtf16(chunk)) return "utf-16le";
      isFirst = false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}
