import { getTranslator } from "@/lib/i18n/translator";
import type { Callout } from "@/lib/markdown/callouts";

const NAMES = [
  "toolbar", "loading", "heading2", "heading3", "heading4", "bold", "italic", "strike", "code", "codeBlock", "language", "languageNone", "link", "linkAddress", "linkHint",
  "linkUnreadable", "linkApply", "linkRemove", "bulletList", "orderedList", "quote", "note", "warning", "tip", "table", "rowAfter", "rowDelete", "columnAfter", "columnDelete",
  "tableDelete", "tableTools", "rule", "picture", "alt", "altHint", "altApply", "pictureRemove", "pictureTools", "undo", "redo", "cancel", "showMarkdown", "showEditor", "keys",
  "cannotShow", "tooLong", "failed", "switchedToMarkdown", "switchedToEditor", "notPicture", "notShowable", "problems", "dismiss", "sending",
] as const;

/** The words that the editor takes along to the browser, which has no catalogue. Those in braces are filled in there. */
export type EditorWords = Record<(typeof NAMES)[number], string> & {
  callouts: Record<Callout, string>;
  /** With {name}. */
  uploading: string;
  uploaded: string;
  /** With {name} and {reason}. */
  uploadFailed: string;
  /** With {names}. */
  noPictures: string;
  /** With {names}; of one and of several. */
  foreign: [string, string];
  local: [string, string];
};

export function editorWords(): EditorWords {
  const t = getTranslator("editor");
  const plain = Object.fromEntries(NAMES.map((name) => [name, t(name)])) as Record<(typeof NAMES)[number], string>;
  const open = { name: "{name}", reason: "{reason}" };
  return {
    ...plain,
    callouts: { note: t("callouts.note"), tip: t("callouts.tip"), important: t("callouts.important"), warning: t("callouts.warning"), caution: t("callouts.caution") },
    uploading: t("uploading", open),
    uploaded: t("uploaded", open),
    uploadFailed: t("uploadFailed", open),
    noPictures: t("noPictures", { names: "{names}" }),
    foreign: [t("foreignOnPaste", { count: 1, names: "{names}" }), t("foreignOnPaste", { count: 2, names: "{names}" })],
    local: [t("localOnPaste", { count: 1, names: "{names}" }), t("localOnPaste", { count: 2, names: "{names}" })],
  };
}
