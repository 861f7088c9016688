import { TOOL_KEYS } from "./editor-keys";
import { TOOLS, type Tool } from "./operations";
import { getTranslator } from "@/lib/i18n/translator";

/** The words that the editor takes along to the browser, which has no catalogue. */
export interface EditorWords {
  title: string;
  close: string;
  tools: string;
  tool: Record<Tool, { label: string; hint: string; key: string }>;
  canvas: string;
  help: string;
  undo: string;
  redo: string;
  text: string;
  apply: string;
  remove: string;
  place: string;
  use: string;
  preparing: string;
  cancel: string;
  tooLarge: string;
  discard: { question: string; confirm: string; back: string };
  said: { placed: string; applied: string; removed: string; undone: string; redone: string };
}

export function editorWords(): EditorWords {
  const t = getTranslator("screenshot");
  const toolWords = (tool: Tool) => ({ label: t(`tool.${tool}`), hint: t(`toolHint.${tool}`), key: TOOL_KEYS[tool].toUpperCase() });
  return {
    title: t("editor.title"),
    close: t("editor.close"),
    tools: t("editor.tools"),
    tool: Object.fromEntries(TOOLS.map((tool) => [tool, toolWords(tool)])) as Record<Tool, { label: string; hint: string; key: string }>,
    canvas: t("editor.canvas"),
    help: t("editor.help"),
    undo: t("editor.undo"),
    redo: t("editor.redo"),
    text: t("editor.text"),
    apply: t("editor.apply"),
    remove: t("editor.remove"),
    place: t("editor.place"),
    use: t("editor.use"),
    preparing: t("editor.preparing"),
    cancel: t("editor.cancel"),
    tooLarge: t("editor.tooLarge"),
    discard: { question: t("discard.question"), confirm: t("discard.confirm"), back: t("discard.back") },
    said: { placed: t("said.placed"), applied: t("said.applied"), removed: t("said.removed"), undone: t("said.undone"), redone: t("said.redone") },
  };
}
