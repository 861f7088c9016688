"use client";

import type { Editor } from "@tiptap/core";
import { useRef } from "react";
import type { UploadWords } from "@/components/attachments/upload-texts";
import { filled, problemText, refusalText } from "@/components/attachments/upload-texts";
import { nameWithoutEnding, refusalOf } from "@/components/attachments/file-rules";
import { startUpload } from "@/components/attachments/upload-transport";
import { freshKey } from "@/components/forms/fresh-key";
import type { AttachmentLimits } from "@/lib/attachments/types";
import { addressOfPicture } from "@/lib/markdown/own-pictures";
import type { PastedPicture } from "./clean-pasted";
import type { EditorWords } from "./editor-words";

export interface PictureRules {
  limits: AttachmentLimits;
  words: UploadWords;
}

interface Options {
  rules: PictureRules | null;
  words: EditorWords;
  say: (text: string) => void;
  complain: (text: string) => void;
  /** It is in the text, selected: what does it show? */
  askAlt: () => void;
}

/** Pictures on their way into the text: each has a place there from the start, and an address once the server has it. */
export function usePictures({ rules, words, say, complain, askAlt }: Options) {
  const underway = useRef(new Set<string>());

  /** Puts places for pictures into the text, and sends them. @param at where; else where the cursor is */
  function insert(editor: Editor, files: readonly File[], at: number = editor.state.selection.to): void {
    if (!rules) return complain(filled(words.noPictures, { names: files.map(({ name }) => name).join(", ") }));
    for (const file of [...files].reverse()) {
      const isPicture = file.type.startsWith("image/") || /\.hei[cf]$/i.test(file.name);
      const refusal = refusalOf(file, rules.limits, 0);
      if (!isPicture) complain(failure(file.name, words.notPicture));
      else if (refusal) complain(failure(file.name, refusal === "wrongType" ? words.notShowable : refusalText(refusal, rules.limits, rules.words)));
      else {
        const key = freshKey();
        editor.chain().focus().insertContentAt(at, { type: "image", attrs: { pending: key, alt: "" } }).setTextSelection(at + 1).run();
        send(editor, file, key);
      }
    }
  }

  /** Those that came within pasted text, which has their places already. */
  function sendPasted(editor: Editor, pictures: readonly PastedPicture[]): void {
    if (!rules && pictures.length > 0) complain(filled(words.noPictures, { names: pictures.map(({ alt }) => alt || "imagen").join(", ") }));
    for (const { key, data, alt } of pictures) {
      const file = fileOf(data, alt || "imagen");
      const refusal = file && rules ? refusalOf(file, rules.limits, 0) : "wrongType";
      if (file && !refusal) send(editor, file, key);
      else {
        if (rules) complain(failure(alt || "imagen", words.notShowable));
        place(editor, key, null);
      }
    }
  }

  function send(editor: Editor, file: File, key: string): void {
    underway.current.add(key);
    say(filled(words.uploading, { name: file.name }));
    startUpload({ file, id: key }, {
      onProgress() {},
      onDone(stored) {
        underway.current.delete(key);
        if (stored && stored.kind !== "image") {
          place(editor, key, null);
          return complain(failure(file.name, words.notPicture));
        }
        place(editor, key, stored ? addressOfPicture(stored) : `/api/files/${key}`);
        say(filled(words.uploaded, { name: file.name }));
      },
      onFailed(problem) {
        underway.current.delete(key);
        place(editor, key, null);
        complain(failure(file.name, rules ? problemText(problem, rules.words) : ""));
      },
    });
  }

  /** @param src null: it does not come, and its place goes */
  function place(editor: Editor, key: string, src: string | null): void {
    if (editor.isDestroyed) return;
    let found = -1;
    editor.state.doc.descendants((node, pos) => {
      if (node.type.name === "image" && node.attrs.pending === key) found = pos;
    });
    const node = found === -1 ? null : editor.state.doc.nodeAt(found);
    if (!node) return; // its author took it out meanwhile
    const isBehind = editor.state.selection.from === found + 1 && editor.isFocused;
    if (src === null) editor.view.dispatch(editor.state.tr.delete(found, found + 1));
    else editor.view.dispatch(editor.state.tr.setNodeMarkup(found, undefined, { ...node.attrs, src, pending: null }, node.marks));
    if (src === null || !isBehind || node.attrs.alt) return;
    editor.commands.setNodeSelection(found);
    askAlt();
  }

  const failure = (name: string, reason: string) => filled(words.uploadFailed, { name, reason });
  return { insert, sendPasted, isUnderway: () => underway.current.size > 0 };
}

/** A picture that stood in the text itself. Null when it cannot be read. */
function fileOf(data: string, name: string): File | null {
  const [, type = "", ending = "", bytes = ""] = /^data:(image\/(png|jpe?g|gif|webp));base64,([\s\S]*)$/i.exec(data) ?? [];
  try {
    return new File([Uint8Array.from(atob(bytes.replace(/\s/g, "")), (char) => char.charCodeAt(0))], `${nameWithoutEnding(name).slice(0, 60)}.${ending.toLowerCase().replace("jpeg", "jpg")}`, { type: type.toLowerCase().replace("jpg", "jpeg") });
  } catch {
    return null;
  }
}
