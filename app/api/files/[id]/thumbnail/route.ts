import { noFile, sendThumbnail } from "@/app/api/files/_lib/send-file";
import { publicContext } from "@/lib/actions/context";
import { findPersonOfRequest } from "@/lib/auth/person-of-request";
import { isUuid } from "@/lib/files/ids";
import { findFile } from "@/lib/files/queries";

type Params = { params: Promise<{ id: string }> };

/** A picture in small, to exactly those who may see it. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  if (!isUuid(id)) return noFile();
  const file = await findFile({ ...publicContext(), actor: await findPersonOfRequest(request) }, id);
  return file ? sendThumbnail(request, file) : noFile();
}

export { GET as HEAD };
