import { randomUUID } from "node:crypto";
import { deskUrl } from "@/tests/support/browser-people";

/** What the browser tests' desk lets a mail server hand messages over with. */
export const HOOK_SECRET = "Vw4-browser-tests-8Kd2Hs6Ny1Qp-3Rz7";

/** A message to the desk, handed over as a mail server does it. @returns the id under which it was kept */
export async function handIn({ from, subject, text, headers = [] }: { from: string; subject: string; text: string; headers?: string[] }): Promise<string> {
  const raw = [`From: ${from}`, "To: no-responder@localhost", `Subject: ${subject}`, `Message-ID: <${randomUUID()}@prueba.example>`, "Content-Type: text/plain; charset=utf-8", ...headers, "", text, ""].join("\r\n");
  const answer = await fetch(`${deskUrl()}/api/mail/inbound`, { method: "POST", body: raw, headers: { "content-type": "message/rfc822", authorization: `Bearer ${process.env.INBOUND_MAIL_SECRET ?? HOOK_SECRET}` } });
  const { id } = (await answer.json()) as { id?: string };
  if (answer.status !== 202 || id === undefined) throw new Error(`The message was not taken: ${answer.status}`);
  return id;
}
