import "server-only";
import MailComposer from "nodemailer/lib/mail-composer";
import { headerLine } from "@/lib/mail/address";

export type Mail = {
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Left side of the Message-ID; the right one is the desk's host. */
  messageKey: string;
  /** Left side of what it belongs to, of every message about one ticket; null when it stands alone. */
  threadKey: string | null;
  /** Where mail programs send "unsubscribe" (RFC 8058); null where it cannot be turned off. */
  unsubscribeUrl: string | null;
  host: string;
  at: Date;
};

/** The message as it goes over the wire (RFC 5322, MIME, UTF-8), to the byte. */
export function mailBytes(mail: Mail): Promise<Buffer> {
  const id = (key: string) => `<${key}@${mail.host}>`;
  const thread = mail.threadKey === null ? {} : { inReplyTo: id(mail.threadKey), references: [id(mail.threadKey)] };
  const list = mail.unsubscribeUrl === null ? {} : { "List-Unsubscribe": `<${mail.unsubscribeUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
  const composer = new MailComposer({
    from: { name: headerLine(mail.from.name), address: mail.from.address },
    to: { name: headerLine(mail.to.name), address: mail.to.address },
    subject: headerLine(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId: id(mail.messageKey),
    ...thread,
    date: mail.at,
    headers: {
      // RFC 3834: nobody's absence note answers it. The second one says so to Exchange.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      ...list,
    },
    textEncoding: "quoted-printable",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
