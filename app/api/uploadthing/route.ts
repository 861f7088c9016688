import { logRouteFailure } from "@/app/api/_lib/route-failure";
import { z } from "zod";
import { isCloud, sdkHandler } from "@/app/api/uploadthing/_lib/handlers";
import { refusedUpload } from "@/app/api/uploadthing/_lib/upload-answers";
import { publicContext } from "@/lib/actions/context";
import { relativeAddress } from "@/lib/attachments/signed-address";
import { areRegistered } from "@/lib/attachments/upload-results";
import { findPersonOfRequest } from "@/lib/auth/person-of-request";
import { env } from "@/lib/env";
import { isFromOwnPage } from "@/lib/http/same-origin";

/** Names, sizes and one id: more is no call of ours. */
const MOST_BYTES = 16_384;

const signedSchema = z.array(z.object({ url: z.string(), key: z.string(), name: z.string(), customId: z.uuid().nullable() })).length(1);

/** What may be sent, as the SDK's client asks for it. */
export function GET(request: Request): Promise<Response> {
  return sdkHandler()(request);
}

/** Signs the address that a file is sent to. Behind the service it is also where the service reports what arrived. */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.has("uploadthing-hook")) return isCloud() ? sdkHandler()(request) : new Response(null, { status: 404 });
  if (!isFromOwnPage(request, env().APP_URL)) return refusedUpload("FORBIDDEN");
  const person = await findPersonOfRequest(request);
  if (!person) return refusedUpload("SIGNED_OUT");
  if (!(Number(request.headers.get("content-length") ?? Number.NaN) <= MOST_BYTES)) return refusedUpload("FILES_ONE_AT_A_TIME");
  if (new URL(request.url).searchParams.get("slug") !== "attachment") return refusedUpload("UPLOAD_UNKNOWN");
  try {
    const answer = await sdkHandler()(await withTypes(request));
    return answer.ok ? await withKnownAddresses(answer) : answer;
  } catch (error) {
    return refusedUpload("UNEXPECTED", { reference: logRouteFailure(request, { error, route: "uploadthing" }) });
  }
}

/** Of a file that the browser does not know the SDK looks up the ending, and knows fewer than we take: it is told that it is some file. */
async function withTypes(request: Request): Promise<Request> {
  const body = (await request.text()).replaceAll(/"type":\s*""/g, '"type":"application/octet-stream"');
  return new Request(request.url, { method: "POST", headers: request.headers, body });
}

/** Only addresses of uploads that are known are given out; without the service they lead here. */
async function withKnownAddresses(answer: Response): Promise<Response> {
  const signed = signedSchema.parse(await answer.json());
  if (!(await areRegistered(publicContext(), signed))) return refusedUpload("UPLOAD_BUSY");
  return Response.json(signed.map((each) => ({ ...each, url: relativeAddress(each.url) ?? each.url })), { headers: { "cache-control": "private, no-store" } });
}
