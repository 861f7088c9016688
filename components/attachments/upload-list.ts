/** The files of one message on their way, without a screen and without a network. */

export type UploadStatus =
  /** Others go first. */
  | "waiting"
  | "uploading"
  | "paused"
  /** Cut off; it goes on from where it stood. */
  | "failed"
  /** It cannot be sent: too large, of a kind that is not taken. */
  | "refused"
  | "done";

export interface UploadItem {
  /** What the message names it by: the upload's own id. */
  id: string;
  name: string;
  size: number;
  type: string;
  status: UploadStatus;
  /** Bytes that the server has. */
  loaded: number;
  /** Why it failed or was refused, in words. */
  problem: string | null;
  /** An address at which the browser can show it; null when it is no picture that it knows. */
  preview: string | null;
}

export type UploadAction =
  | { type: "added"; items: UploadItem[] }
  /** The files of a draft, in place of those that are uploaded already. */
  | { type: "taken"; ids: readonly string[]; items: readonly UploadItem[] }
  | { type: "started" | "paused"; id: string }
  /** `stored`: what changed on the way, such as a HEIC that became a JPEG. */
  | { type: "done"; id: string; stored?: Partial<Pick<UploadItem, "name" | "type" | "preview">> }
  | { type: "progressed"; id: string; loaded: number }
  | { type: "failed" | "refused"; id: string; problem: string }
  | { type: "waiting"; id: string }
  | { type: "replaced"; id: string; by: UploadItem }
  | { type: "removed"; id: string }
  | { type: "cleared" };

export function uploadsAfter(items: readonly UploadItem[], action: UploadAction): readonly UploadItem[] {
  switch (action.type) {
    case "added":
      return [...items, ...action.items];
    case "taken":
      return [
        ...action.ids.flatMap((id) => items.find((item) => item.id === id) ?? action.items.find((item) => item.id === id) ?? []),
        ...items.filter(({ id, status }) => status !== "done" && !action.ids.includes(id)),
      ];
    case "started":
      return changed(items, action.id, { status: "uploading", problem: null });
    case "progressed":
      return changed(items, action.id, ({ size, status }) => (status === "uploading" ? { loaded: Math.min(action.loaded, size) } : {}));
    case "paused":
      return changed(items, action.id, { status: "paused" });
    case "waiting":
      return changed(items, action.id, { status: "waiting", problem: null });
    case "done":
      return changed(items, action.id, ({ size }) => ({ ...action.stored, status: "done", loaded: size, problem: null }));
    case "failed":
    case "refused":
      return changed(items, action.id, { status: action.type, problem: action.problem });
    case "replaced":
      return items.map((item) => (item.id === action.id ? action.by : item));
    case "removed":
      return items.filter(({ id }) => id !== action.id);
    case "cleared":
      return [];
    default:
      return action satisfies never;
  }
}

/** A few at a time: each gets a fair share of the line, and the first are there while the last still go. */
export const AT_ONCE = 3;

/** Which may start now. */
export function nextToStart(items: readonly UploadItem[]): UploadItem[] {
  const running = items.filter(({ status }) => status === "uploading").length;
  return items.filter(({ status }) => status === "waiting").slice(0, Math.max(0, AT_ONCE - running));
}

/** What counts towards the message's most files. */
export function countOf(items: readonly UploadItem[]): number {
  return items.filter(({ status }) => status !== "refused").length;
}

/** Whether the message can go: not while a file is on its way, or stopped half way and neither resumed nor removed. */
export function readinessOf(items: readonly UploadItem[]): "ready" | "busy" | "stopped" {
  if (items.some(({ status }) => status === "failed" || status === "paused")) return "stopped";
  return items.some(({ status }) => status === "waiting" || status === "uploading") ? "busy" : "ready";
}

function changed(items: readonly UploadItem[], id: string, change: Partial<UploadItem> | ((item: UploadItem) => Partial<UploadItem>)): UploadItem[] {
  return items.map((item) => (item.id === id ? { ...item, ...(typeof change === "function" ? change(item) : change) } : item));
}
