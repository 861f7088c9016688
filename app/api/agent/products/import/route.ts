import { createHash } from "node:crypto";
import { contextOf } from "@/lib/actions/context";
import { lookAtProducts } from "@/lib/customers/imports/look";
import { IMPORT_MAX_MEGABYTES } from "@/lib/customers/imports/limits";
import { log } from "@/lib/log";
import { fileOf, leadTo } from "../../_lib/import-form";
import { staffOf } from "../../_lib/staff-request";

const PAGE = "/agent/customers/import";
/** Room for the other parts of the form. */
const MOST_BYTES = IMPORT_MAX_MEGABYTES * 1024 * 1024 + 10_000;

/** Takes the file of the page's form, which is sent by the browser itself: a file is more than a server action takes. Leads back to the page. */
export async function POST(request: Request): Promise<Response> {
  const gate = await staffOf(request);
  if ("answer" in gate) return gate.answer.status === 401 ? leadTo(`/sign-in?next=${encodeURIComponent(PAGE)}`) : gate.answer;
  if (!(Number(request.headers.get("content-length") ?? Number.NaN) <= MOST_BYTES)) return backTo({ refused: "IMPORT_FILE_TOO_LARGE" });
  const file = await fileOf(request);
  if (!file) return backTo({ refused: "IMPORT_FILE_MISSING" });
  try {
    const looked = await lookAtProducts(contextOf(gate.actor), { name: file.name, sha256: await hashOf(file), open: () => file.stream() });
    return backTo(looked.ok ? { import: looked.data.importId } : { refused: looked.code });
  } catch (error) {
    const reference = crypto.randomUUID().slice(0, 8);
    log.error({ err: error, route: "agent.products-import", reference }, "route failed");
    return backTo({ refused: "UNEXPECTED", reference });
  }
}

async function hashOf(file: File): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of file.stream()) hash.update(chunk);
  return hash.digest("hex");
}

function backTo(query: Record<string, string>): Response {
  return leadTo(`${PAGE}?${new URLSearchParams(query)}`);
}
