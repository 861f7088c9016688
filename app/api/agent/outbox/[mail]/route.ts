import { z } from "zod";
import { contextOf } from "@/lib/actions/context";
import { findMail } from "@/lib/mail/queries";
import { staffOf } from "../../_lib/staff-request";

type Params = { params: Promise<{ mail: string }> };

const HEADERS = {
  "cache-control": "private, no-store",
  "x-content-type-options": "nosniff",
  // As a mail program would show it, and less: no script, no form, nothing from elsewhere, and no part in this desk's own origin.
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups",
};

/** The HTML of one message, for the administrators. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const gate = await staffOf(request);
  if ("answer" in gate) return gate.answer;
  const id = z.uuid().safeParse((await params).mail);
  const mail = id.success ? await findMail(contextOf(gate.actor), { mailId: id.data }) : null;
  if (!mail) return new Response(null, { status: 404, headers: HEADERS });
  return new Response(mail.bodyHtml, { headers: { ...HEADERS, "content-type": "text/html; charset=utf-8" } });
}
