import type { AttachmentView } from "@/lib/attachments/types";
import type { UploadItem } from "./upload-list";

/** Of what a form had uploaded: what is still there and was not sent. Null without an answer. */
export async function listUploads(ids: readonly string[]): Promise<UploadItem[] | null> {
  if (ids.length === 0) return [];
  const answer = await ask("/api/uploads/own", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ ids }) });
  if (!answer?.ok) return null;
  const { data } = (await answer.json()) as { data: AttachmentView[] };
  return data.map(storedItem);
}

/** It goes in a day anyway: nobody waits for this, and nothing depends on it. */
export async function forgetUpload(id: string): Promise<void> {
  await ask(`/api/files/${id}`, { method: "DELETE" });
}

export function storedItem({ id, name, size, kind, href }: AttachmentView): UploadItem {
  // Pictures are kept as PNG, JPEG, WebP or GIF; which of them, the editor finds out.
  const type = kind === "image" ? (/\.gif$/i.test(name) ? "image/gif" : "image/png") : "";
  return { id, name, size, type, status: "done", loaded: size, problem: null, preview: kind === "image" ? href : null };
}

async function ask(address: string, options: RequestInit): Promise<Response | null> {
  try {
    return await fetch(address, { ...options, keepalive: true });
  } catch {
    return null;
  }
}
