declare module "hoodiecrow-imap" {
  import type { Server } from "node:net";

  type Message = { raw: string; flags?: string[]; uid?: number };
  type Folder = { messages: Message[] };
  type Mailbox = {
    server: Server;
    getMailbox(path: string): Folder;
    appendMessage(path: string, flags: string[], internaldate: Date | string, raw: string | Buffer): void;
    listen(port: number, host: string, done: () => void): void;
    close(done: () => void): void;
  };

  export default function hoodiecrow(options: { plugins?: string[]; storage: Record<string, Folder>; users?: Record<string, { password: string }> }): Mailbox;
}
