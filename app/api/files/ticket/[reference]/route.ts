import { bodyOf, FILE_HEADERS, noFile } from "@/app/api/files/_lib/send-file";
import { contextOf } from "@/lib/actions/context";
import { contentDisposition } from "@/lib/attachments/file-names";
import { findPersonOfRequest } from "@/lib/auth/person-of-request";
import { listTicketFiles } from "@/lib/files/queries";
import { zipFiles } from "@/lib/files/zip-files";
import { parseReference } from "@/lib/tickets/reference";

type Params = { params: Promise<{ reference: string }> };

/** All files of a ticket that the person may see, as one zip. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const person = await findPersonOfRequest(request);
  if (!person) return noFile(401);
  const reference = parseReference((await params).reference);
  const files = reference && (await listTicketFiles(contextOf(person), reference));
  if (!files || files.length === 0) return noFile();
  return new Response(request.method === "HEAD" ? null : bodyOf(zipFiles(files)), {
    headers: { ...FILE_HEADERS, "content-type": "application/zip", "content-disposition": contentDisposition("attachment", `${reference}.zip`), "cache-control": "private, no-store, no-transform" },
  });
}
