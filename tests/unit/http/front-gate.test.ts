import { heldKindOf, type HeldKind } from "@/lib/http/front-gate";

const FORM = { "content-type": "multipart/form-data; boundary=x" };
const ACTION = { "next-action": "00ab" };

/** What becomes of each kind of request while the desk is held: docs/decisions/0036-maintenance.md. */
const TABLE: [HeldKind, string, string, Record<string, string>?][] = [
  ["page", "GET", "/"],
  ["page", "HEAD", "/kb/search?q=correo"],
  ["page", "GET", "/portal/tickets/new"],
  ["page", "GET", "/portal/contracts/X/pdf"],
  ["page", "GET", "/knowledgebase.php?article=3"],
  ["page", "GET", "/maintenance"],
  ["page", "GET", "/no-existe.html"],
  ["form", "POST", "/portal/tickets/new", FORM],
  ["form", "POST", "/portal/tickets/new", ACTION],
  ["text", "POST", "/portal/tickets/new", { "content-type": "application/x-www-form-urlencoded" }],
  ["text", "GET", "/portal/tickets?_rsc=1", { rsc: "1" }],
  ["text", "GET", "/sitemap.xml"],
  ["text", "GET", "/kb/feed.xml"],
  ["data", "GET", "/api/kb/suggestions?q=correo"],
  ["data", "POST", "/api/kb/views"],
  ["data", "POST", "/api/uploadthing?actionType=upload&slug=attachment"],
  ["data", "PUT", "/api/ingest/abc?signature=x"],
  ["data", "POST", "/api/uploads/own"],
  ["data", "GET", "/api/files/1"],
  ["data", "GET", "/api/events"],
  ["data", "POST", "/api/chat/messages"],
  ["data", "GET", "/api/v1/tickets"],
  ["data", "POST", "/api/portal/suggest"],
  ["open", "POST", "/api/uploadthing", { "uploadthing-hook": "callback" }],
  ["open", "POST", "/api/portal/drafts"],
  ["open", "POST", "/api/portal/held-secrets"],
  ["open", "POST", "/api/portal/held-secrets/drop"],
  ["open", "POST", "/api/kb/votes"],
  ["open", "GET", "/api/health"],
  ["open", "POST", "/api/mail/inbound"],
  ["open", "POST", "/api/auth/callback/credentials"],
  ["open", "GET", "/sign-in?next=/agent"],
  ["open", "POST", "/sign-in", FORM],
  ["open", "POST", "/sign-in/code", FORM],
  ["open", "POST", "/maintenance", FORM],
  ["open", "GET", "/set-password/abc"],
  ["open", "POST", "/forgot-password", FORM],
  ["page", "GET", "/sign-up"],
  ["page", "GET", "/from-mail/abc"],
  ["form", "POST", "/sign-up/abc", FORM],
  ["page", "GET", "/invitations/abc"],
  ["form", "POST", "/invitations/abc", FORM],
  ["page", "GET", "/change-address/abc"],
  ["form", "POST", "/change-address/abc", FORM],
  ["open", "GET", "/agent/tickets/IMP-1"],
  ["open", "GET", "/api/agent/queues"],
  ["open", "GET", "/_next/static/chunks/a.js"],
  ["open", "GET", "/enhance.js"],
  ["open", "GET", "/favicon.ico"],
  ["open", "GET", "/robots.txt"],
  // What only looks like one of these.
  ["page", "GET", "/_next/../kb"],
  ["page", "GET", "/sign-in-here"],
  ["page", "GET", "/agents"],
  ["page", "GET", "/kb/enhance.js"],
  ["data", "GET", "/api/healthy"],
  ["page", "GET", "//portal"],
];

it.each(TABLE)("is %s: %s %s %j", (kind, method, url, headers = {}) => {
  expect(heldKindOf({ method, url, headers })).toBe(kind);
});
