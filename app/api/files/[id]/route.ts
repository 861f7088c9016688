import { noFile, sendFile } from "@/app/api/files/_lib/send-file";
import { contextOf, publicContext } from "@/lib/actions/context";
import { discardUpload } from "@/lib/attachments/commands/discard-upload";
import { findPersonOfRequest } from "@/lib/auth/person-of-request";
import { env } from "@/lib/env";
import { isUuid } from "@/lib/files/ids";
import { findFile } from "@/lib/files/queries";
import { isFromOwnPage } from "@/lib/http/same-origin";

type Params = { params: Promise<{ id: string }> };

/** A file to whoever may see what it is attached to; `?download=1` saves a picture too. To all others there is none. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  if (!isUuid(id)) return noFile();
  const file = await findFile({ ...publicContext(), actor: await findPersonOfRequest(request) }, id);
  if (!file) return noFile();
  return sendFile(request, file, { isDownload: new URL(request.url).searchParams.has("download") });
}

export { GET as HEAD };

/** Takes back a file that was not sent. */
export async function DELETE(request: Request, { params }: Params): Promise<Response> {
  if (!isFromOwnPage(request, env().APP_URL)) return noFile(403);
  const person = await findPersonOfRequest(request);
  if (!person) return noFile(401);
  const { id } = await params;
  const discarded = isUuid(id) && (await discardUpload(contextOf(person), id)).ok;
  return noFile(discarded ? 204 : 404);
}
