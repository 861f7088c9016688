import "server-only";
import { createUploadthing, UploadThingError, UTFiles, type FileRouter } from "uploadthing/server";
import { checkUpload } from "@/lib/attachments/commands/register-upload";
import { completeUpload } from "@/lib/attachments/commands/complete-upload";
import { NAMED_MEDIA_TYPES } from "@/lib/attachments/file-types";
import { MEGABYTES_MAX } from "@/lib/attachments/limits";
import { uploadInputSchema } from "@/lib/attachments/schema";
import type { AttachmentView, UploadProblem, UploadRefusal } from "@/lib/attachments/types";
import { uploadMetadataSchema } from "@/lib/attachments/upload-rows";
import { contextOf, publicContext } from "@/lib/actions/context";
import { findPersonOfRequest } from "@/lib/auth/person-of-request";
import { refusalMessage } from "@/lib/i18n/refusals";
import { log } from "@/lib/log";

/** A refusal on its way through the SDK, which shows none but its own kind. */
function refusal(code: UploadRefusal, details?: unknown): UploadThingError<{ code: string }> {
  return new UploadThingError({ code: code === "FILE_TOO_LARGE" ? "TOO_LARGE" : "BAD_REQUEST", message: refusalMessage(code, details), cause: new Error(code) });
}

const f = createUploadthing({
  errorFormatter(error): UploadProblem {
    const cause = error.cause instanceof Error ? error.cause.message : "";
    return /^[A-Z_]+$/.test(cause) ? { code: cause as UploadRefusal, message: error.message } : problemOfSdk(error.message);
  },
});

/** What the SDK refuses before or after us, in our words: its own speak of its configuration, in English. */
function problemOfSdk(message: string): UploadProblem {
  const code: UploadRefusal = message.includes("FileSizeMismatch") ? "FILE_TOO_LARGE"
    : /FileCountMismatch|^Invalid input/.test(message) ? "FILES_ONE_AT_A_TIME" // no call of our form's
    : /FileType/.test(message) ? "FILE_TYPE_NOT_ALLOWED"
    : "UNEXPECTED";
  const reference = crypto.randomUUID().slice(0, 8);
  if (code === "UNEXPECTED") log.error({ reason: message, route: "uploadthing", reference }, "the uploadthing SDK refused a call");
  return { code, message: refusalMessage(code, { max: MEGABYTES_MAX, reference }) };
}

/** The SDK's own bounds are the widest that an administrator may set; what is in force now stands in the middleware. */
const accepted = Object.fromEntries(NAMED_MEDIA_TYPES.map((type) => [type, { maxFileSize: `${MEGABYTES_MAX}MB`, maxFileCount: 1, acl: "private", contentDisposition: "attachment" }])) as Parameters<typeof f>[0];

/** One file a call, under the UUID that the browser chose for it. Both modes use it, and nothing else decides who may send what. */
export const fileRouter = {
  attachment: f(accepted, { awaitServerData: true, presignedURLTTL: "1h" })
    .input(uploadInputSchema)
    // The session is that of `req`. Nothing is written here: the SDK has checks of its own still to come.
    .middleware(async ({ req, files, input }) => {
      const person = await findPersonOfRequest(req);
      if (!person) throw refusal("SIGNED_OUT");
      const [file] = files;
      if (!file || files.length !== 1) throw refusal("FILES_ONE_AT_A_TIME");
      const checked = await checkUpload(contextOf(person), { uploadId: input.customId.toLowerCase(), file });
      if (!checked.ok) throw refusal(checked.code, checked.details);
      return { ...checked.data, [UTFiles]: [{ ...file, name: checked.data.name, customId: checked.data.uploadId }] };
    })
    .onUploadComplete(async ({ metadata, file }): Promise<AttachmentView> => {
      const completed = await completeUpload(publicContext(), { metadata: uploadMetadataSchema.parse(metadata), fileKey: file.key });
      if (!completed.ok) throw new Error(`The upload was not completed: ${completed.code}`);
      return completed.data;
    }),
} satisfies FileRouter;

export type DeskFileRouter = typeof fileRouter;
