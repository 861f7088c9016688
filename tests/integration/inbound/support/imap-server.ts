import { connect, createServer, type Server, type Socket } from "node:net";
import hoodiecrow from "hoodiecrow-imap";

/** What stands between the desk and the mailbox does. */
export type Way =
  | { kind: "open" }
  /** Takes the connection, and says nothing. */
  | { kind: "silent" }
  /** Ends the connection once the desk has said so; `toServer`: whether the server still hears that. */
  | { kind: "cuts"; at: RegExp; toServer: boolean }
  /** Says nothing more from there on. */
  | { kind: "falls-silent"; at: RegExp };

export const USER = "soporte@impulsa.example";
export const PASSWORD = "p@ss:1/2";

/** A real IMAP server with one mailbox, behind a way that can be closed. */
export async function startImapServer() {
  const mailbox = hoodiecrow({ storage: { INBOX: { messages: [] } }, users: { [USER]: { password: PASSWORD } } });
  await new Promise<void>((resolve) => mailbox.listen(0, "127.0.0.1", resolve));
  let way: Way = { kind: "open" };
  let connections = 0;
  let heard = "";
  const sockets = new Set<Socket>();
  const front = createServer((desk) => {
    connections += 1;
    sockets.add(desk);
    desk.on("error", () => undefined); // what one side breaks off
    if (way.kind === "silent") return;
    lead(desk, connect(portOf(mailbox.server), "127.0.0.1"));
  });
  await new Promise<void>((resolve) => front.listen(0, "0.0.0.0", resolve));

  function lead(desk: Socket, server: Socket): void {
    sockets.add(server);
    server.on("error", () => undefined);
    let isSilent = false;
    desk.on("data", (bytes: Buffer) => {
      heard += bytes.toString("latin1");
      const now = way;
      const isThere = (now.kind === "cuts" || now.kind === "falls-silent") && now.at.test(bytes.toString("latin1"));
      if (isThere && now.kind === "falls-silent") isSilent = true;
      if (isThere && now.kind === "cuts") {
        if (now.toServer) server.write(bytes);
        desk.destroy();
        setTimeout(() => server.destroy(), 50);
        return;
      }
      if (!isSilent) server.write(bytes);
    });
    server.on("data", (bytes: Buffer) => isSilent || desk.write(bytes));
    desk.on("close", () => isSilent || setTimeout(() => server.destroy(), 50));
    server.on("close", () => desk.destroy());
  }

  return {
    url: `imap://${encodeURIComponent(USER)}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${portOf(front)}/INBOX`,
    behave: (next: Way) => {
      way = next;
    },
    countConnections: () => connections,
    /** What the desk said, in all. */
    heard: () => heard,
    put: (raw: Buffer) => mailbox.appendMessage("INBOX", [], new Date(0), raw.toString("binary")),
    unread: () => mailbox.getMailbox("INBOX").messages.filter(({ flags = [] }) => !flags.includes("\\Seen")).length,
    empty: () => void (mailbox.getMailbox("INBOX").messages.length = 0),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => front.close(() => resolve()));
      await new Promise<void>((resolve) => mailbox.close(() => resolve()));
    },
  };
}

export type ImapServerOfTests = Awaited<ReturnType<typeof startImapServer>>;

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}
