import "server-only";
import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { ANSWER_MAX, outcomeOf, type MailOutcome, type SmtpFailure } from "@/lib/mail/outcome";
import type { MailServer } from "@/lib/mail/server-address";

/** How long a server may be silent, and how long one message may take in all: shorter than the lease of whoever sends it. */
export type Patience = { silenceMs: number; totalMs: number };
export const PATIENCE: Patience = { silenceMs: 30_000, totalMs: 120_000 };

export type Parcel = { from: string; to: string; bytes: Buffer };

/**
 * Hands one message to the mail server, on a connection of its own.
 * @param beforeText is waited for once the server takes the text, before its first byte goes: what may have arrived is on record by then.
 */
export async function handOver({ server, parcel, beforeText, patience = PATIENCE, name }: {
  server: MailServer;
  parcel: Parcel;
  beforeText: () => Promise<void>;
  patience?: Patience;
  /** How the desk names itself to the server. */
  name: string;
}): Promise<MailOutcome> {
  let isHandedOver = false;
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.isSecure,
    name,
    connectionTimeout: patience.silenceMs,
    greetingTimeout: patience.silenceMs,
    socketTimeout: patience.silenceMs,
    dnsTimeout: patience.silenceMs,
    // A password does not travel in the open.
    requireTLS: server.login !== null && !server.isSecure && !isOwnMachine(server.host),
  });
  async function* text() {
    await beforeText();
    isHandedOver = true;
    yield parcel.bytes;
  }
  try {
    const answer = await converse(connection, { server, parcel, message: Readable.from(text(), { objectMode: false }), totalMs: patience.totalMs });
    connection.quit();
    return { kind: "sent", answer: answer.slice(0, ANSWER_MAX) };
  } catch (error) {
    connection.close();
    return outcomeOf(error as SmtpFailure, { isHandedOver });
  }
}

/** @returns what the server answered to the text */
function converse(connection: SMTPConnection, { server, parcel, message, totalMs }: { server: MailServer; parcel: Parcel; message: Readable; totalMs: number }): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(Object.assign(new Error(`The server took longer than ${totalMs / 1000} s.`), { code: "ETIMEDOUT" })), totalMs);
    const fail = (error: unknown) => {
      clearTimeout(timer);
      reject(error);
    };
    // Stays after the first: a connection that is closed may complain again, and nobody would hear it.
    connection.on("error", fail);
    connection.once("end", () => fail(Object.assign(new Error("The server closed the connection."), { code: "ECONNECTION" })));
    message.on("error", fail);
    const send = () =>
      connection.send({ from: parcel.from, to: [parcel.to], size: parcel.bytes.length }, message, (error, info) => {
        if (error || !info) return fail(error ?? new Error("The server gave no answer."));
        clearTimeout(timer);
        resolve(info.response);
      });
    connection.connect((error) => {
      if (error) return fail(error);
      if (!server.login) return send();
      connection.login({ user: server.login.user, pass: server.login.pass }, (refusal) => (refusal ? fail(refusal) : send()));
    });
  });
}

function isOwnMachine(host: string): boolean {
  return host === "localhost" || host === "127.0.0.1" || host === "::1";
}
