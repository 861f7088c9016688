import type { EditorWords } from "@/components/screenshot/editor-words";
import type { FileWarningWords } from "@/components/secrets/file-warning-words";
import type { AttachmentLimits } from "@/lib/attachments/types";
import type { UploadWords } from "./upload-texts";

/** With {at} and {name} in the names of files. */
export interface CaptureWords {
  action: string;
  waiting: string;
  failed: string;
  name: string;
  edited: string;
  /** Closes the editor and sends the picture as it came. */
  keep: string;
}

/** What a form needs from the server to take files. */
export interface AttachmentsProps {
  limits: AttachmentLimits;
  words: { upload: UploadWords; capture: CaptureWords; editor: EditorWords; secrets: FileWarningWords };
}
