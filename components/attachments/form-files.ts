import { editorWords } from "@/components/screenshot/editor-words";
import { fileWarningWords } from "@/components/secrets/file-warning-words";
import type { AttachmentLimits } from "@/lib/attachments/types";
import { getTranslator } from "@/lib/i18n/translator";
import type { AttachmentsProps, CaptureWords } from "./attachment-props";
import { uploadWords } from "./upload-words";

/** What a form takes along so that files can be added to it. */
export function formFiles(limits: AttachmentLimits): AttachmentsProps {
  return { limits, words: { upload: uploadWords(), capture: captureWords(), editor: editorWords(), secrets: fileWarningWords() } };
}

function captureWords(): CaptureWords {
  const t = getTranslator("screenshot");
  return {
    action: t("capture.action"),
    waiting: t("capture.waiting"),
    failed: t("capture.failed"),
    name: t("capture.name", { at: "{at}" }),
    edited: t("capture.edited", { name: "{name}" }),
    keep: t("capture.keep"),
  };
}
