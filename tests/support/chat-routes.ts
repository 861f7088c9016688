import type { Outcome, RouteCase } from "@/tests/support/browser-routes";

const NO_SUCH = "00000000-0000-4000-8000-000000000001";

/** Pages and routes of conversations, each as everybody; what a conversation itself lets whom see stands in the matrix. */
export function chatRoutes(signInFor: (address: string) => string): RouteCase[] {
  const route = (file: string, address: string, outcomes: [Outcome, Outcome, Outcome, Outcome, Outcome]): RouteCase => ({ file: `${file}/page.tsx`, address, kind: "private", outcomes: [`→ ${signInFor(address)}`, ...outcomes] });
  const desk = (file: string, address: string, agent: Outcome, admin: Outcome = agent) => route(`agent/${file}`, address, ["→ /portal", "→ /portal", "→ /portal", agent, admin]);
  const data = (file: string, address: string, method: "GET" | "POST", outcomes: RouteCase["outcomes"], body?: object): RouteCase => ({ file: `api/${file}/route.ts`, address, method, kind: "data", outcomes, ...(body && { body }) });
  return [
    route("portal/chat", "/portal/chat", [200, 200, 200, "→ /agent", "→ /agent"]),
    route("portal/chat", "/portal/chat?new=1", [200, 200, 200, "→ /agent", "→ /agent"]),
    desk("chat", "/agent/chat", 200),
    desk("chat/[conversation]", `/agent/chat/${NO_SUCH}`, 404),
    desk("chat/[conversation]", "/agent/chat/no-such-conversation", 404),
    desk("settings/chat", "/agent/settings/chat", 404, 200),
    data("agent/chats", "/api/agent/chats", "GET", [401, 404, 404, 404, 200, 200]),
    data("agent/chats", "/api/agent/chats", "POST", [401, 404, 404, 404, 200, 200], {}),
    data("chat/[conversation]", `/api/chat/${NO_SUCH}?after=x`, "GET", [401, 404, 404, 404, 404, 404]),
    data("chat/[conversation]/transcript", `/api/chat/${NO_SUCH}/transcript`, "GET", [401, 404, 404, 404, 404, 404]),
    data("chat/messages", "/api/chat/messages", "POST", [401, 404, 404, 404, 404, 404], { conversationId: NO_SUCH, clientMessageId: NO_SUCH, body: "Hola" }),
    data("chat/panel", "/api/chat/panel", "GET", [401, 200, 200, 200, 404, 404]),
    // Nobody has begun with an empty text.
    data("chat/start", "/api/chat/start", "POST", [401, 400, 400, 400, 403, 403], { body: " " }),
    data("chat/signals", "/api/chat/signals", "POST", [401, 404, 404, 404, 404, 404], { kind: "typing", conversationId: NO_SUCH }),
  ];
}
