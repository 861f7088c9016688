import "server-only";
import type { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { safeFileName, uniqueNames } from "@/lib/attachments/file-names";
import type { ServedFile } from "@/lib/files/queries";
import { storageOf } from "@/lib/storage/storage";

/**
 * Files as one zip that is made while it is read: one file is open at a time, and none is read faster than the reader takes it. What is
 * in them is compressed already, or the network's to compress.
 */
export function zipFiles(files: readonly ServedFile[]): Readable {
  const zip = new ZipFile();
  const names = uniqueNames(files.map((file) => safeFileName(file.name)));
  const output = zip.outputStream as Readable;
  for (const [at, file] of files.entries()) {
    zip.addReadStreamLazy(names[at]!, { mtime: file.createdAt, compress: false, size: file.size }, (give) => {
      storageOf(file.backend).stream(file.objectKey).then((stream) => {
        // A reader that left takes the file that is open along.
        output.once("close", () => stream.destroy());
        if (output.destroyed) stream.destroy();
        else give(null, stream);
      }, (error: unknown) => give(error, null as never));
    });
  }
  zip.on("error", (error: Error) => output.destroy(error));
  zip.end();
  return output;
}
