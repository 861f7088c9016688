import { jsonRoute } from "@/app/api/portal/_lib/json-route";
import { findOwnUploads } from "@/lib/attachments/queries";
import { ownUploadsSchema } from "@/lib/attachments/schema";

/** What a form had uploaded before it was loaded anew: those files that are still there and belong to no message. */
export const POST = jsonRoute({ name: "uploads.own", actor: "person", input: ownUploadsSchema, run: findOwnUploads });
