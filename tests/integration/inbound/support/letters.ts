import { keepMessage, type KeptMessage } from "@/lib/inbound/commands/keep-message";
import type { InboundDoor } from "@/lib/inbound/types";
import { mintSystem } from "@/lib/auth/mint";
import { sendMailJob } from "@/lib/notifications/jobs";
import { NOON } from "@/tests/support/clock";
import { testDb } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

export const DESK_ADDRESS = "soporte@impulsa.example";
let written = 0;

type Letter = { from?: string; subject?: string; text?: string; messageId?: string | null; headers?: string[] };

/** A message as it comes over the wire, with a Message-ID of its own unless told. */
export function letter({ from = "ana@acme.example", subject = "No llega el correo", text = "Desde ayer no llega nada.", messageId, headers = [] }: Letter = {}): Buffer {
  written += 1;
  const id = messageId === undefined ? `<letter-${written}@acme.example>` : messageId;
  return Buffer.from([`From: ${from}`, `To: ${DESK_ADDRESS}`, `Subject: ${subject}`, ...(id === null ? [] : [`Message-ID: ${id}`]), "Content-Type: text/plain; charset=utf-8", ...headers, "", text, ""].join("\r\n"));
}

export async function keep(bytes: Buffer, { minutesLater = 0, door = "hook" as InboundDoor } = {}): Promise<KeptMessage> {
  return unwrap(await keepMessage({ db: testDb(), now: NOON.add({ minutes: minutesLater }) }, { bytes, door }));
}

export function rowOf(inboundId: string) {
  return testDb().inboundMail.findUniqueOrThrow({ where: { id: inboundId }, include: { answer: true } });
}

/** Lets the job write and send what waits. @returns the answers that were not there before, oldest first */
export async function sendAnswers(minutesLater = 0) {
  const waiting = await testDb().mailMessage.findMany({ where: { kind: "inbound", state: "waiting" }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: { id: true } });
  for (const { id } of waiting) await sendMailJob.run({ db: testDb(), actor: mintSystem(), now: NOON.add({ minutes: minutesLater }) }, { mailId: id });
  return testDb().mailMessage.findMany({ where: { id: { in: waiting.map(({ id }) => id) } }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
}

/** The token of the answer to a letter that was just kept, as it stands in the outbox of a desk without a mail server. */
export async function tokenOfAnswer(inboundId: string): Promise<string> {
  await sendAnswers();
  const text = (await rowOf(inboundId)).answer?.bodyText ?? "";
  const token = /\/from-mail\/([\w-]{43})(?![\w-])/.exec(text)?.[1];
  if (!token) throw new Error(`No link in: ${text}`);
  return token;
}

export async function forgetLetters(): Promise<void> {
  await testDb().inboundMail.deleteMany();
  await testDb().inboundSender.deleteMany();
  await testDb().mailMessage.deleteMany({ where: { kind: "inbound" } });
}
