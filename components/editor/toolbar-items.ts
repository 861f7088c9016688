import type { Editor } from "@tiptap/core";
import {
  Bold, Code, Heading2, Heading3, Heading4, ImagePlus, Info, Italic, Lightbulb, Link, List, ListOrdered, Minus, Redo2, SquareCode, Strikethrough, Table, TextQuote, TriangleAlert, Undo2,
  type LucideIcon,
} from "lucide-react";
import type { EditorWords } from "./editor-words";

export type ToolName = "heading2" | "heading3" | "heading4" | "bold" | "italic" | "strike" | "code" | "link" | "bulletList" | "orderedList" | "quote" | "codeBlock" | "table" | "picture" | "note" | "warning" | "tip" | "rule" | "undo" | "redo";

export interface Tool {
  name: ToolName & keyof EditorWords;
  icon: LucideIcon;
  /** As Tiptap has it; "Mod" is Ctrl, or ⌘. */
  keys?: string;
  /** Whether it is pressed; none for what is no state. */
  isOn?: (editor: Editor) => boolean;
  isOff?: (editor: Editor) => boolean;
  /** None: the editor opens something of its own. */
  run?: (editor: Editor) => void;
}

const heading = (level: 2 | 3 | 4, icon: LucideIcon): Tool => ({
  name: `heading${level}`,
  icon,
  keys: `Mod-Alt-${level}`,
  isOn: (editor) => editor.isActive("heading", { level }),
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
});

const callout = (name: "note" | "warning" | "tip", icon: LucideIcon): Tool => ({
  name,
  icon,
  isOn: (editor) => editor.isActive("callout", { kind: name }),
  run: (editor) => editor.chain().focus().toggleCallout(name).run(),
});

/** In groups, as they stand in the toolbar. */
export const TOOLS: readonly (readonly Tool[])[] = [
  [heading(2, Heading2), heading(3, Heading3), heading(4, Heading4)],
  [
    { name: "bold", icon: Bold, keys: "Mod-B", isOn: (editor) => editor.isActive("bold"), run: (editor) => editor.chain().focus().toggleBold().run() },
    { name: "italic", icon: Italic, keys: "Mod-I", isOn: (editor) => editor.isActive("italic"), run: (editor) => editor.chain().focus().toggleItalic().run() },
    { name: "strike", icon: Strikethrough, keys: "Mod-Shift-S", isOn: (editor) => editor.isActive("strike"), run: (editor) => editor.chain().focus().toggleStrike().run() },
    { name: "code", icon: Code, keys: "Mod-E", isOn: (editor) => editor.isActive("code"), run: (editor) => editor.chain().focus().toggleCode().run() },
    { name: "link", icon: Link, keys: "Mod-Shift-K", isOn: (editor) => editor.isActive("link") },
  ],
  [
    { name: "bulletList", icon: List, keys: "Mod-Shift-8", isOn: (editor) => editor.isActive("bulletList"), run: (editor) => editor.chain().focus().toggleBulletList().run() },
    { name: "orderedList", icon: ListOrdered, keys: "Mod-Shift-7", isOn: (editor) => editor.isActive("orderedList"), run: (editor) => editor.chain().focus().toggleOrderedList().run() },
    { name: "quote", icon: TextQuote, keys: "Mod-Shift-B", isOn: (editor) => editor.isActive("blockquote"), run: (editor) => editor.chain().focus().toggleBlockquote().run() },
    { name: "codeBlock", icon: SquareCode, keys: "Mod-Alt-C", isOn: (editor) => editor.isActive("codeBlock"), run: (editor) => editor.chain().focus().toggleCodeBlock().run() },
  ],
  [callout("note", Info), callout("warning", TriangleAlert), callout("tip", Lightbulb)],
  [
    { name: "table", icon: Table, isOff: (editor) => editor.isActive("table"), run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run() },
    { name: "picture", icon: ImagePlus },
    { name: "rule", icon: Minus, run: (editor) => editor.chain().focus().setHorizontalRule().run() },
  ],
  [
    { name: "undo", icon: Undo2, keys: "Mod-Z", isOff: (editor) => !editor.can().undo(), run: (editor) => editor.chain().focus().undo().run() },
    { name: "redo", icon: Redo2, keys: "Mod-Shift-Z", isOff: (editor) => !editor.can().redo(), run: (editor) => editor.chain().focus().redo().run() },
  ],
];
