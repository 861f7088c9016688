import "server-only";
import MailComposer from "nodemailer/lib/mail-composer";
import { headerLine } from "@/lib/mail/address";
import type { AnsweredMail } from "@/lib/mail/outbox";

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
  /** What it answers by itself. */
  answers?: AnsweredMail | undefined;
  /** Where mail programs send "unsubscribe" (RFC 8058); null where it cannot be turned off. */
  unsubscribeUrl: string | null;
  host: string;
  at: Date;
};

/** The message as it goes over the wire (RFC 5322, MIME, UTF-8), to the byte. */
export function mailBytes(mail: Mail): Promise<Buffer> {
  const id = (key: string) => `<${key}@${mail.host}>`;
  const own = mail.threadKey === null ? null : id(mail.threadKey);
  const thread = threadOf(mail.answers ?? { messageId: own, references: [] });
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
      // RFC 3834: nobody's absence note answers it. The second one says so to Exchange, the third to this desk.
      "Auto-Submitted": mail.answers ? "auto-replied" : "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "X-Loop": mail.from.address.toLowerCase(),
      ...list,
    },
    textEncoding: "quoted-printable",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function threadOf({ messageId, references }: AnsweredMail): { inReplyTo?: string; references?: string[] } {
  return messageId === null ? {} : { inReplyTo: messageId, references: [...references.filter((id) => id !== messageId), messageId] };
}
