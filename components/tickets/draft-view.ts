import type { Failure } from "@/components/tickets/draft-request";
import type { KeptDraft } from "@/lib/drafts/choice";
import type { Decision } from "@/lib/drafts/merge";
import type { DraftData } from "@/lib/drafts/schema";

/** `restored`: the page began with a kept text; `updated`: it took over what was written elsewhere, where nothing was typed here. */
export type DraftState = "idle" | "saving" | "saved" | "restored" | "updated" | "offline" | "signed-out" | "refused";

/** What happened elsewhere to the draft of this page, for the person to choose what becomes of both texts. */
/** `mine` is what stood here when it was found out. */
export type DraftChoice = { kind: "changed"; theirs: KeptDraft; mine: DraftData } | { kind: "sent"; reference: string } | { kind: "gone" };
export type DraftDecision = Decision;

export type DraftView = { state: DraftState; savedAt: string | null; /** The server's word, when it refused. */ message: string; /** Whether this browser has the text too. */ isLocal: boolean; choice: DraftChoice | null };
export const NOTHING_KEPT: DraftView = { state: "idle", savedAt: null, message: "", isLocal: true, choice: null };

export type DraftForm = {
  read: () => DraftData | null;
  /** Something was written in it before its script ran. */
  wasTypedEarly: () => boolean;
  fill: (data: DraftData) => void;
  /** What a form that begins with something does to begin anew; others are emptied. */
  clear?: (() => void) | undefined;
  /** The form goes on as another message. */
  renewKey: () => void;
};

export function viewOfFailure(failure: Failure): Partial<DraftView> {
  if (failure.kind === "refused") return { state: "refused", message: failure.message };
  return { state: failure.kind === "unreachable" ? "offline" : failure.kind };
}
