import "server-only";
import { openAsBlob } from "node:fs";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { UTApi, UTFile } from "uploadthing/server";
import type { Env } from "@/lib/env";
import { ObjectMissing, type ByteRange, type Storage } from "@/lib/storage/types";

const ADDRESS_SECONDS = 300;

/** The uploadthing service. Its files are private: every reading is a signed address of a few minutes, asked for here and shown to nobody. */
export function uploadthingStorage({ UPLOADTHING_TOKEN }: Pick<Env, "UPLOADTHING_TOKEN">): Storage {
  const api = new UTApi({ token: UPLOADTHING_TOKEN, logLevel: "Warning" });
  const get = async (key: string, range?: ByteRange): Promise<Readable> => {
    const { ufsUrl } = await api.generateSignedURL(key, { expiresIn: ADDRESS_SECONDS });
    const answer = await fetch(ufsUrl, { headers: range ? { range: `bytes=${range.start}-${range.end}` } : {} });
    if (answer.status === 404) throw new ObjectMissing(key);
    if (!answer.ok || !answer.body) throw new Error(`The uploadthing service answered ${answer.status}.`);
    if (range && answer.status !== 206) throw new Error("The uploadthing service did not answer the part that was asked for.");
    return Readable.fromWeb(answer.body as ReadableStream<Uint8Array>);
  };
  return {
    backend: "uploadthing",
    async put(key, { path, mediaType }) {
      const file = new UTFile([await openAsBlob(path)], key, { type: mediaType, customId: key });
      const { data, error } = await api.uploadFiles(file, { acl: "private", contentDisposition: "attachment" });
      if (error) throw new Error(`The uploadthing service took no file: ${error.message}`);
      return data.key;
    },
    stream: (key) => get(key),
    range: (key, range) => get(key, range),
    async remove(key) {
      await api.deleteFiles(key);
    },
  };
}
