import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** What the server does with the next conversations. */
export type Manner =
  | { kind: "accepts" }
  /** At RCPT, or after the text. */
  | { kind: "refuses"; at: "reader" | "text"; code: number }
  /** Says nothing more: instead of its greeting, or after the text. */
  | { kind: "falls-silent"; at: "greeting" | "text" }
  /** Ends the connection without an answer to the text, which it kept. */
  | { kind: "hangs-up" }
  /** Does this before it answers to the reader's name, or to the text, which it kept. */
  | { kind: "meanwhile"; at: "reader" | "text"; run: () => void };

export type Received = { from: string; to: string[]; bytes: string };

/** A real mail server on a port of its own, which keeps what it was given, to the byte. */
export async function startMailServer() {
  const received: Received[] = [];
  let manner: Manner = { kind: "accepts" };
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    closeTimeout: 100,
    onConnect: (_session, done) => (manner.kind === "falls-silent" && manner.at === "greeting" ? undefined : done()),
    onRcptTo(_address, _session, done) {
      if (manner.kind === "meanwhile" && manner.at === "reader") manner.run();
      done(refusalAt("reader"));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const keep = () => received.push({ ...envelopeOf(session), bytes: Buffer.concat(chunks).toString("utf8") });
        switch (manner.kind) {
          case "refuses":
            return done(refusalAt("text"));
          case "falls-silent":
            return keep();
          case "hangs-up":
            keep();
            return hangUp();
          case "meanwhile":
            keep();
            if (manner.at === "text") manner.run();
            return done();
          default:
            keep();
            return done();
        }
      });
    },
  });
  server.on("error", () => undefined); // what a client breaks off
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("The mail server has no port.");

  function refusalAt(place: "reader" | "text"): Error | null {
    return manner.kind === "refuses" && manner.at === place ? Object.assign(new Error("Not this one"), { responseCode: manner.code }) : null;
  }
  function hangUp(): void {
    for (const connection of server.connections) (connection as unknown as { _socket: { destroy: () => void } })._socket.destroy();
  }
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    behave: (next: Manner) => {
      manner = next;
    },
    stop: async () => {
      hangUp();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type MailServerOfTests = Awaited<ReturnType<typeof startMailServer>>;

function envelopeOf({ envelope }: SMTPServerSession): { from: string; to: string[] } {
  return { from: envelope.mailFrom ? envelope.mailFrom.address : "", to: envelope.rcptTo.map(({ address }) => address) };
}

/** A header's value, unfolded; null where there is none. Throws when it stands there twice. */
export function headerOf({ bytes }: Received, name: string): string | null {
  const head = bytes.slice(0, bytes.indexOf("\r\n\r\n")).replaceAll(/\r\n[ \t]+/g, " ");
  const lines = head.split("\r\n").filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  if (lines.length > 1) throw new Error(`${name} stands there ${lines.length} times.`);
  return lines[0]?.slice(name.length + 1).trim() ?? null;
}
