import type { FileType } from "@/lib/attachments/file-types";

/** A file as pages show it. */
export type AttachmentView = {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  kind: "image" | "file";
  /** Of a picture, in pixels; null for all else. */
  width: number | null;
  height: number | null;
  /** Addresses on this desk. A picture is shown by `href`; everything is saved by `downloadHref`. */
  href: string;
  downloadHref: string;
  /** Null for what is no picture. */
  thumbnailHref: string | null;
};

/** What the administrator allows, as a form needs it. */
export type AttachmentLimits = {
  maxFileBytes: number;
  maxFiles: number;
  types: FileType[];
  /** For a file input. */
  accept: string;
};

/** What the browser is told when an upload is complete; its `id` goes into the form. */
export type UploadedFile = AttachmentView;

/** Why an upload is refused; the words are in the catalogue `errors`. */
export const UPLOAD_REFUSALS = [
  "SIGNED_OUT",
  "FORBIDDEN",
  "UPLOAD_UNKNOWN",
  "UPLOAD_TAMPERED",
  "UPLOAD_EXPIRED",
  "UPLOAD_BUSY",
  "UPLOAD_RANGE",
  "UPLOAD_CUT",
  "UPLOAD_ID_TAKEN",
  "UPLOADS_TOO_MANY",
  "FILES_ONE_AT_A_TIME",
  "FILE_TOO_LARGE",
  "FILE_EMPTY",
  "FILE_NAME_UNREADABLE",
  "FILE_TYPE_NOT_ALLOWED",
  "FILE_TYPE_MISMATCH",
  "IMAGE_TOO_LARGE",
  "IMAGE_UNREADABLE",
  "UNEXPECTED",
] as const;
export type UploadRefusal = (typeof UPLOAD_REFUSALS)[number];

/** What a refused answer holds, from `/api/uploadthing` and `/api/ingest` alike. */
export type UploadProblem = { code: UploadRefusal; message: string };
