import type { Unsent } from "@/components/chat/outbox";
import type { ConversationView } from "@/lib/chat/types";

export type SendAnswer =
  | { kind: "sent" }
  /** Nobody knows whether it arrived: it is sent again under the same number. */
  | { kind: "cut" }
  | { kind: "signed-out" }
  | { kind: "refused"; code: string; message: string; fingerprints: string[] };

export async function postMessage(conversationId: string, { clientMessageId, body, attachments, secretsKept }: Unsent): Promise<SendAnswer> {
  try {
    const response = await post("/api/chat/messages", { conversationId, clientMessageId, body, attachments, secretsKept });
    if (response.ok) return { kind: "sent" };
    if (response.status === 401) return { kind: "signed-out" };
    // What the server could not do now it may do later; what it refuses it says.
    if (response.status >= 500) return { kind: "cut" };
    const { code, message, details } = (await response.json()) as { code: string; message: string; details?: { findings?: { fingerprint: string }[] } };
    return { kind: "refused", code, message, fingerprints: details?.findings?.map(({ fingerprint }) => fingerprint) ?? [] };
  } catch {
    return { kind: "cut" };
  }
}

/** What was written after `after`; "gone" where it may not be seen any more; null when there was no answer. */
export async function fetchConversation(id: string, after: number): Promise<ConversationView | "gone" | "signed-out" | null> {
  try {
    const response = await fetch(`/api/chat/${id}?after=${after}`, { cache: "no-store" });
    if (response.status === 401) return "signed-out";
    if (response.status === 404) return "gone";
    return response.ok ? ((await response.json()) as ConversationView) : null;
  } catch {
    return null;
  }
}

/** Of no consequence should it be lost: it is said again. */
export function signal(data: { kind: "typing"; conversationId: string } | { kind: "read"; conversationId: string; seq: number } | { kind: "look"; conversationId: string; isLooking: boolean }): void {
  post("/api/chat/signals", data, data.kind === "look" && !data.isLooking).catch(() => {});
}

function post(address: string, data: unknown, keepalive = false): Promise<Response> {
  return fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(data), keepalive });
}
