import "server-only";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type { S3Client } from "@aws-sdk/client-s3";
import type { Env } from "@/lib/env";
import { ObjectExists, ObjectMissing, type ByteRange, type Storage } from "@/lib/storage/types";

type Settings = Pick<Env, "S3_BUCKET" | "S3_ENDPOINT" | "S3_REGION" | "S3_ACCESS_KEY_ID" | "S3_SECRET_ACCESS_KEY" | "S3_PREFIX">;

/** Pieces of this size, few at once: so much of a file is in memory, and no more. */
const PIECE_BYTES = 5 * 1024 * 1024;

/** Any server that speaks S3. The client is loaded when the first file is asked for: most desks have none. */
export function s3Storage(settings: Settings): Storage {
  const bucket = settings.S3_BUCKET ?? "";
  let client: Promise<S3Client> | undefined;
  const connected = () => (client ??= connect(settings));
  const nameOf = (key: string) => `${settings.S3_PREFIX}${key}`;
  const get = async (key: string, range?: ByteRange): Promise<Readable> => {
    const { GetObjectCommand } = await import("@aws-sdk/client-s3");
    const command = new GetObjectCommand({ Bucket: bucket, Key: nameOf(key), ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}) });
    const { Body } = await (await connected()).send(command).catch((error: unknown) => {
      throw isMissing(error) ? new ObjectMissing(key) : error;
    });
    if (!(Body instanceof Readable)) throw new Error("The store answered without a body.");
    return Body;
  };
  return {
    backend: "s3",
    async put(key, { path, mediaType }) {
      const { HeadObjectCommand } = await import("@aws-sdk/client-s3");
      const { Upload } = await import("@aws-sdk/lib-storage");
      const s3 = await connected();
      const params = { Bucket: bucket, Key: nameOf(key) };
      const isTaken = await s3.send(new HeadObjectCommand(params)).then(() => true, (error: unknown) => {
        if (isMissing(error)) return false;
        throw error;
      });
      if (isTaken) throw new ObjectExists(key);
      await new Upload({ client: s3, params: { ...params, Body: createReadStream(path), ContentType: mediaType }, partSize: PIECE_BYTES, queueSize: 1 }).done();
      return key;
    },
    stream: (key) => get(key),
    range: (key, range) => get(key, range),
    async remove(key) {
      const { DeleteObjectCommand } = await import("@aws-sdk/client-s3");
      await (await connected()).send(new DeleteObjectCommand({ Bucket: bucket, Key: nameOf(key) }));
    },
  };
}

async function connect({ S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }: Settings): Promise<S3Client> {
  const { S3Client: Client } = await import("@aws-sdk/client-s3");
  return new Client({
    region: S3_REGION,
    // Without keys of its own the desk takes those of the machine it runs on (an instance's role).
    ...(S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY ? { credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } } : {}),
    // Servers of one's own rarely have a name for each bucket.
    ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT, forcePathStyle: true } : {}),
  });
}

function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return error.name === "NoSuchKey" || error.name === "NotFound" || status === 404;
}
