/** The mailbox of INBOUND_IMAP_URL: `imaps://user:password@host/INBOX`, or `imap://`, which is encrypted before the password goes. */
export type ImapAddress = { host: string; port: number; isSecure: boolean; user: string; pass: string; folder: string };

const PORTS = { "imap:": 143, "imaps:": 993 } as const;

/** Null when it is no such address. */
export function readImapAddress(text: string): ImapAddress | null {
  const url = URL.parse(text);
  if (!url || (url.protocol !== "imap:" && url.protocol !== "imaps:") || url.hostname === "" || url.username === "" || url.password === "") return null;
  try {
    return {
      host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
      port: url.port === "" ? PORTS[url.protocol] : Number(url.port),
      isSecure: url.protocol === "imaps:",
      user: decodeURIComponent(url.username),
      pass: decodeURIComponent(url.password),
      folder: decodeURIComponent(url.pathname.replace(/^\//, "")) || "INBOX",
    };
  } catch (error) {
    // A percent sign that stands for nothing.
    if (error instanceof URIError) return null;
    throw error;
  }
}
