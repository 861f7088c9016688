import "server-only";
import { ImapFlow } from "imapflow";
import type { ImapAddress } from "@/lib/mail/inbound/imap-address";

/** How long the server may be silent, and how long one round may take in all. */
export type InboxPatience = { silenceMs: number; totalMs: number };
export const INBOX_PATIENCE: InboxPatience = { silenceMs: 10_000, totalMs: 60_000 };

/** What a round reads at most; the rest waits for the next one. */
export const ROUND_MAX = 50;

/** Of one message: its text stands before its attachments, and a slow line must not hold up what comes after it. */
const FETCHED_MAX = 2 * 1_048_576;

/**
 * Reads what nobody has read, oldest first, and marks each as read once it was taken: whoever dies between takes it again. A message that
 * cannot be taken holds up no other; its error is thrown at the end. Of one that is too long the beginning is taken.
 * @returns how many were taken
 * @throws Error in the server's own words, without the password
 */
export async function readInbox({ address, take, patience = INBOX_PATIENCE }: { address: ImapAddress; take: (bytes: Uint8Array) => Promise<void>; patience?: InboxPatience }): Promise<number> {
  const client = new ImapFlow({
    host: address.host,
    port: address.port,
    secure: address.isSecure,
    // A password does not travel in the open.
    doSTARTTLS: !address.isSecure && !isOwnMachine(address.host),
    auth: { user: address.user, pass: address.pass },
    connectionTimeout: patience.silenceMs,
    greetingTimeout: patience.silenceMs,
    socketTimeout: patience.silenceMs,
    disableAutoIdle: true,
    logger: false,
  });
  let trouble: unknown;
  // What breaks the connection comes here, and through whatever is being waited for.
  client.on("error", (error) => (trouble ??= error));
  const timer = setTimeout(() => {
    trouble ??= new Error(`The server took longer than ${patience.totalMs / 1000} s.`);
    client.close();
  }, patience.totalMs);
  try {
    return await round(client, { folder: address.folder, take });
  } catch (error) {
    throw new Error(wordsOf(trouble ?? error), { cause: error });
  } finally {
    clearTimeout(timer);
    client.close();
  }
}

async function round(client: ImapFlow, { folder, take }: { folder: string; take: (bytes: Uint8Array) => Promise<void> }): Promise<number> {
  await client.connect();
  await client.mailboxOpen(folder);
  const unread = await client.search({ seen: false }, { uid: true });
  if (!unread) throw new Error("The server did not say which messages are unread.");
  let taken = 0;
  let failure: unknown;
  for (const uid of unread.toSorted((one, other) => one - other).slice(0, ROUND_MAX)) {
    const message = await client.fetchOne(String(uid), { uid: true, source: { start: 0, maxLength: FETCHED_MAX } }, { uid: true });
    // Somebody else removed it meanwhile.
    if (!message || !message.source) continue;
    try {
      await take(new Uint8Array(message.source));
    } catch (error) {
      failure ??= error;
      continue;
    }
    if (!(await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true }))) throw new Error("The server did not mark a message as read.");
    taken += 1;
  }
  if (failure !== undefined) throw failure;
  await client.logout();
  return taken;
}

const WORDS_MAX = 500;

/** "Invalid credentials" rather than "Command failed". */
function wordsOf(error: unknown): string {
  const { responseText, message } = error as { responseText?: unknown; message?: unknown };
  const words = typeof responseText === "string" && responseText !== "" ? responseText : String(message ?? error);
  return words.replaceAll(/\s+/g, " ").trim().slice(0, WORDS_MAX);
}

function isOwnMachine(host: string): boolean {
  return host === "localhost" || host === "127.0.0.1" || host === "::1";
}
