/** The mail server of SMTP_URL: `smtp://user:password@host:587`, or `smtps://` where the connection is encrypted from its first byte. */
export type MailServer = { host: string; port: number; isSecure: boolean; login: { user: string; pass: string } | null };

const PORTS = { "smtp:": 587, "smtps:": 465 } as const;

/** @throws TypeError when it is no such address; lib/env.ts checks it before */
export function readMailServer(text: string): MailServer {
  const url = new URL(text);
  if (url.protocol !== "smtp:" && url.protocol !== "smtps:") throw new TypeError("An address of a mail server begins with smtp:// or smtps://.");
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? PORTS[url.protocol] : Number(url.port),
    isSecure: url.protocol === "smtps:",
    login: url.username === "" ? null : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
  };
}
