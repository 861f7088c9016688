import { randomUUID } from "node:crypto";
import type { UploadedFile } from "@/lib/attachments/types";

export type Sending = { name: string; type: string; bytes: Uint8Array };

type Desk = { url: string; cookie: string };

/** The protocol as the browser's client speaks it, over HTTP. @returns the address that was signed, on this desk */
export async function askAddress({ url, cookie }: Desk, { name, type, bytes }: Sending, customId: string = randomUUID()): Promise<string> {
  const body = JSON.stringify({ input: { customId }, files: [{ name, type, size: bytes.byteLength }] });
  const answer = await fetch(`${url}/api/uploadthing?actionType=upload&slug=attachment`, { method: "POST", body, headers: { "content-type": "application/json", origin: url, cookie } });
  if (!answer.ok) throw new Error(`No address: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { url: string }[])[0]!.url;
}

export async function rangeStart({ url }: Desk, address: string): Promise<number> {
  return Number((await fetch(`${url}${address}`, { method: "HEAD" })).headers.get("x-ut-range-start"));
}

export async function putRest({ url }: Desk, address: string, bytes: Uint8Array, from = 0): Promise<Response> {
  const form = new FormData();
  form.append("file", new Blob([bytes.subarray(from) as Uint8Array<ArrayBuffer>]), "blob");
  return fetch(`${url}${address}`, { method: "PUT", body: form, headers: { range: `bytes=${from}-`, origin: url } });
}

export async function uploadFile(desk: Desk, file: Sending): Promise<UploadedFile> {
  const address = await askAddress(desk, file);
  const answer = await putRest(desk, address, file.bytes, await rangeStart(desk, address));
  if (!answer.ok) throw new Error(`Not taken: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { serverData: UploadedFile }).serverData;
}
