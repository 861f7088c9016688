import "server-only";
import { createRouteHandler } from "uploadthing/server";
import { z } from "zod";
import { fileRouter } from "@/app/api/uploadthing/_lib/file-router";
import { registerUpload } from "@/lib/attachments/commands/register-upload";
import { INGEST_ORIGIN, localKey, localToken, signText } from "@/lib/attachments/signed-address";
import type { AttachmentView } from "@/lib/attachments/types";
import { findResult, recordUploadResult } from "@/lib/attachments/upload-results";
import { uploadMetadataSchema, type UploadRow } from "@/lib/attachments/upload-rows";
import { publicContext } from "@/lib/actions/context";
import { env } from "@/lib/env";

type Handler = (request: Request) => Promise<Response>;

/** Whether the files go to the uploadthing service; otherwise this desk takes them itself. */
export function isCloud(): boolean {
  return env().UPLOADTHING_TOKEN !== undefined;
}

let made: Handler | undefined;

/** The SDK's own handler, of the mode that the environment chooses. */
export function sdkHandler(): Handler {
  made ??= createRouteHandler({ router: fileRouter, config: isCloud() ? cloudConfig() : localConfig() });
  return made;
}

function callbackUrl(): string {
  return `${env().APP_URL}/api/uploadthing`;
}

/** The service calls back at the address of the configuration, never at one that a Host header names. */
function cloudConfig() {
  return { token: env().UPLOADTHING_TOKEN, callbackUrl: callbackUrl(), isDev: false, handleDaemonPromise: "await", logLevel: "Warning", fetch: askService } as const;
}

function localConfig() {
  return {
    token: localToken(env().APP_SECRET),
    ingestUrl: INGEST_ORIGIN,
    callbackUrl: callbackUrl(),
    isDev: false,
    handleDaemonPromise: "await",
    logLevel: "Warning", // Info would log addresses that are signed
    fetch: answerSdk,
  } as const;
}

const metadataCall = z.object({ fileKeys: z.array(z.string()).length(1), metadata: uploadMetadataSchema });
const resultCall = z.object({ fileKey: z.string(), callbackData: z.looseObject({ id: z.uuid() }) });

/** Asks the service; what it is told of an upload, this desk keeps too, since the service will call back about it. */
async function askService(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  if (new URL(request.url).pathname === "/route-metadata" && !(await register(await request.clone().json()))) return Response.json({ ok: false }, { status: 409 });
  return fetch(request);
}

async function register(call: unknown): Promise<boolean> {
  const { fileKeys, metadata } = metadataCall.parse(call);
  return (await registerUpload(publicContext(), { fileKey: fileKeys[0]!, metadata })).ok;
}

/** What the SDK would ask its service, answered here; it may ask nobody else. */
async function answerSdk(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const url = new URL(request.url);
  if (url.origin !== INGEST_ORIGIN || request.method !== "POST") throw new Error(`The uploadthing SDK wanted to reach ${url.origin}.`);
  if (url.pathname === "/route-metadata") {
    const isRegistered = await register(await request.json());
    return Response.json({ ok: isRegistered }, { status: isRegistered ? 200 : 409 });
  }
  if (url.pathname === "/callback-result") {
    const { fileKey, callbackData } = resultCall.parse(await request.json());
    const isKnown = await recordUploadResult(publicContext(), { fileKey, result: callbackData as AttachmentView });
    return Response.json({ ok: isKnown }, { status: isKnown ? 200 : 404 });
  }
  throw new Error(`The uploadthing SDK wanted ${url.pathname}.`);
}

/** Tells the SDK that a file is complete, as the service would. @returns what the browser is told; null when `onUploadComplete` failed, which the SDK keeps to itself */
export async function deliverCallback(upload: UploadRow): Promise<AttachmentView | null> {
  const file = { key: upload.fileKey, name: upload.name, size: upload.size, type: upload.type, customId: upload.id, url: "", appUrl: "", ufsUrl: "", fileHash: "" };
  const body = JSON.stringify({ status: "uploaded", origin: INGEST_ORIGIN, metadata: upload.metadata, file });
  const answer = await sdkHandler()(new Request(`${callbackUrl()}?slug=attachment`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", "uploadthing-hook": "callback", "x-uploadthing-signature": signText(body, localKey(env().APP_SECRET)) },
  }));
  return answer.ok ? findResult(publicContext(), upload.id) : null;
}
