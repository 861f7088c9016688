import { logRouteFailure } from "@/app/api/_lib/route-failure";
import { deliverCallback, isCloud } from "@/app/api/uploadthing/_lib/handlers";
import { refusedUpload, STATUS } from "@/app/api/uploadthing/_lib/upload-answers";
import { publicContext } from "@/lib/actions/context";
import { countReceived, receiveUpload } from "@/lib/attachments/commands/receive-upload";
import { boundaryOf } from "@/lib/attachments/multipart";
import { localKey, readSignedAddress } from "@/lib/attachments/signed-address";
import type { UploadRefusal } from "@/lib/attachments/types";
import { findUpload, refusalOf, type UploadRow } from "@/lib/attachments/upload-rows";
import { env } from "@/lib/env";
import { isFromOwnPage } from "@/lib/http/same-origin";
import { log } from "@/lib/log";

type Params = { params: Promise<{ key: string }> };

/** Where to go on: `x-ut-range-start` says how many bytes are here. */
export async function HEAD(request: Request, { params }: Params): Promise<Response> {
  const upload = await signedUpload(request, (await params).key);
  if (typeof upload === "string") return new Response(null, { status: STATUS[upload] });
  const refusal = refusalOf(upload);
  if (refusal) return new Response(null, { status: STATUS[refusal] });
  const start = await countReceived(publicContext(), upload);
  return new Response(null, { headers: { "x-ut-range-start": String(start), "cache-control": "private, no-store" } });
}

/** Takes the file, or what is missing of it. The address was signed for one person, one file and an hour. */
export async function PUT(request: Request, { params }: Params): Promise<Response> {
  if (!isFromOwnPage(request, env().APP_URL)) return refusedUpload("FORBIDDEN");
  const upload = await signedUpload(request, (await params).key);
  if (typeof upload === "string") return refusedUpload(upload);
  const range = /^bytes=(\d{1,10})-$/.exec(request.headers.get("range") ?? "bytes=0-");
  if (!range) return refusedUpload("UPLOAD_RANGE");
  const boundary = boundaryOf(request.headers.get("content-type"));
  if (!boundary || !request.body) return refusedUpload("UPLOAD_CUT");
  const length = request.headers.get("content-length");
  try {
    const incoming = { from: Number(range[1]), contentLength: length === null ? null : Number(length), boundary, body: request.body };
    const received = await receiveUpload(publicContext(), upload, incoming, deliverCallback);
    if (!received.ok) return await refusedPut(upload, received.code);
    const file = received.data;
    return Response.json({ url: file.href, appUrl: file.href, ufsUrl: file.href, fileHash: "", serverData: file }, { headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    return refusedUpload("UNEXPECTED", { reference: logRouteFailure(request, { error, route: "ingest" }) });
  }
}

async function refusedPut(upload: UploadRow, code: UploadRefusal): Promise<Response> {
  const headers: Record<string, string> = {};
  const reference = crypto.randomUUID().slice(0, 8);
  if (code === "UNEXPECTED") log.error({ upload: upload.id, route: "ingest", reference }, "an upload could not be completed");
  if (code === "UPLOAD_RANGE") headers["x-ut-range-start"] = String(await countReceived(publicContext(), upload));
  if (code === "UPLOAD_BUSY") headers["retry-after"] = "5";
  return refusedUpload(code, { max: Math.ceil(upload.size / 1_048_576), reference }, headers);
}

/** The address as it was signed, and an upload that was made known under both of its names. */
async function signedUpload(request: Request, fileKey: string): Promise<UploadRow | UploadRefusal> {
  if (isCloud()) return "UPLOAD_UNKNOWN";
  const { db, now } = publicContext();
  const address = readSignedAddress({ fileKey, query: new URL(request.url).search, key: localKey(env().APP_SECRET), nowMs: now.epochMilliseconds });
  if (typeof address === "string") return address;
  const upload = await findUpload(db, address);
  if (!upload || upload.size !== address.size || upload.name !== address.name || upload.type !== address.type) return "UPLOAD_UNKNOWN";
  return upload;
}
