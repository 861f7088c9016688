import "server-only";
import { refusalMessage } from "@/lib/i18n/refusals";
import type { UploadProblem, UploadRefusal } from "@/lib/attachments/types";

export const STATUS: Record<UploadRefusal, number> = {
  SIGNED_OUT: 401,
  FORBIDDEN: 403,
  UPLOAD_UNKNOWN: 404,
  UPLOAD_TAMPERED: 403,
  UPLOAD_EXPIRED: 410,
  UPLOAD_BUSY: 409,
  UPLOAD_RANGE: 416,
  UPLOAD_CUT: 400,
  UPLOAD_ID_TAKEN: 409,
  UPLOADS_TOO_MANY: 429,
  FILES_ONE_AT_A_TIME: 400,
  FILE_TOO_LARGE: 413,
  FILE_EMPTY: 400,
  FILE_NAME_UNREADABLE: 400,
  FILE_TYPE_NOT_ALLOWED: 415,
  FILE_TYPE_MISMATCH: 415,
  IMAGE_TOO_LARGE: 415,
  IMAGE_UNREADABLE: 415,
  UNEXPECTED: 500,
};

/** `{ code, message }`, the message in words that a person can be shown. What is still being sent is not waited for. */
export function refusedUpload(code: UploadRefusal, details?: unknown, headers: Record<string, string> = {}): Response {
  const body: UploadProblem = { code, message: refusalMessage(code, details) };
  return Response.json(body, { status: STATUS[code], headers: { "cache-control": "private, no-store", connection: "close", ...headers } });
}
