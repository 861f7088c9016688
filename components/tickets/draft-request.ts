import type { KeptDraft } from "@/lib/drafts/choice";
import type { DraftData } from "@/lib/drafts/schema";

/** Where a draft lives: the route that keeps it, whose it is, and what it is a draft of ("new", "reply:<ticket>", "note:<ticket>"). */
export type DraftHome = { address: string; owner: string; slot: string };

export type SaveAnswer =
  | { kind: "saved"; version: string | null; savedAt: string }
  | { kind: "changed"; theirs: KeptDraft }
  | { kind: "sent"; reference: string }
  | { kind: "gone" }
  | Failure;

export type CheckAnswer = { kind: "checked"; draft: KeptDraft | null; sent: string | null } | Failure;

/** `refused` is the server's word, and does not change by asking again. */
export type Failure = { kind: "signed-out" } | { kind: "unreachable" } | { kind: "refused"; message: string };

/** Browsers give up on a farewell request that carries more than 64 KiB. */
const FAREWELL_MAX = 60_000;
/** An answer that has not come by then will not; one tries again. */
const LONGEST_MS = 20_000;

export async function postDraft(home: DraftHome, save: { data: DraftData; base: string | null; unheard: string[]; version: string }, isFarewell: boolean): Promise<SaveAnswer> {
  const body = JSON.stringify({ slot: home.slot, owner: home.owner, ...save });
  const isShort = new Blob([body]).size < FAREWELL_MAX;
  const request = { method: "POST", headers: { "content-type": "application/json" }, body, keepalive: isFarewell && isShort };
  return asked(home.address, request, (answer) => {
    const { code, details, data } = answer;
    if (code === "DRAFT_CHANGED") return { kind: "changed", theirs: details as KeptDraft };
    if (code === "DRAFT_SENT") return { kind: "sent", reference: (details as { reference: string }).reference };
    if (code === "DRAFT_GONE") return { kind: "gone" };
    return code ? null : { kind: "saved", ...(data as { version: string | null; savedAt: string }) };
  });
}

/** @param key under which the form would be sent */
export async function checkDraft({ address, owner, slot }: DraftHome, key: string | undefined): Promise<CheckAnswer> {
  const query = new URLSearchParams({ slot, owner, ...(key ? { key } : {}) });
  return asked(`${address}?${query}`, {}, ({ code, data }) => (code ? null : { kind: "checked", ...(data as { draft: KeptDraft | null; sent: string | null }) }));
}

type Answer = { code?: string; message?: string; details?: unknown; data?: unknown };

async function asked<T>(address: string, request: RequestInit, read: (answer: Answer) => T | null): Promise<T | Failure> {
  try {
    const response = await fetch(address, { ...request, signal: AbortSignal.timeout(LONGEST_MS) });
    if (response.status === 401) return { kind: "signed-out" };
    if (response.status === 429 || response.status >= 500) return { kind: "unreachable" };
    const answer = (await response.json()) as Answer;
    return read(answer) ?? { kind: "refused", message: answer.message ?? "" };
  } catch {
    return { kind: "unreachable" };
  }
}
