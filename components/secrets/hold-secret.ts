import type { SealedEntry } from "@/lib/secrets/types";

/** Keeps a sealed value beside the draft of the text that it was taken out of. @returns whether it is kept */
export function holdSecret(slot: string, entry: SealedEntry): Promise<boolean> {
  return post("/api/portal/held-secrets", { slot, ...entry });
}

export function dropSecret(slot: string, mark: string): Promise<boolean> {
  return post("/api/portal/held-secrets/drop", { slot, mark });
}

async function post(address: string, body: object): Promise<boolean> {
  const text = JSON.stringify(body);
  try {
    const response = await fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body: text, keepalive: text.length < 30_000 });
    return response.ok;
  } catch {
    return false;
  }
}
