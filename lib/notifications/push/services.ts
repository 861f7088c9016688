/**
 * The browsers' own push services. Where a notification is sent to is what a browser said, so it must be one of these: the desk
 * does not send to whatever address somebody made up (of its own network, for one).
 */
const HOSTS = ["fcm.googleapis.com", "web.push.apple.com"] as const;
const DOMAINS = [".push.apple.com", ".push.services.mozilla.com", ".notify.windows.com"] as const;

/** @param others origins that the operator adds (PUSH_SERVICES), e.g. https://push.example.com */
export function isPushService(endpoint: string, others: readonly string[]): boolean {
  const url = URL.parse(endpoint);
  if (!url || url.username || url.password) return false;
  if (others.includes(url.origin)) return true;
  const { protocol, hostname, port } = url;
  return protocol === "https:" && port === "" && ((HOSTS as readonly string[]).includes(hostname) || DOMAINS.some((domain) => hostname.endsWith(domain)));
}
