"use client";

import { useEffect, useEffectEvent, useState, type RefObject } from "react";

/** Whether another form of the page takes files too: then what is pasted beside both is nobody's. */
const FIELD = "[data-attachments]";

/**
 * Files that are dropped on the form, or pasted anywhere in it, without a component of its own around it. A file that is dropped beside
 * the form does nothing; the browser would leave the page for it, and what was typed with it.
 * @param field an element inside of the form
 */
export function useFormFiles(field: RefObject<HTMLElement | null>, { onFiles, onFolder }: { onFiles: (files: File[], way: "paste" | "drop") => void; onFolder: (name: string) => void }) {
  const [isOver, setOver] = useState(false);

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    // A table copied from a spreadsheet brings its picture along: whoever pastes it wants the text.
    if (files.length === 0 || event.clipboardData?.types.includes("text/plain") || !isMine(event.target)) return;
    event.preventDefault();
    onFiles(files, "paste");
  });

  const onDrag = useEffectEvent((event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    const isInside = isMine(event.target);
    event.dataTransfer.dropEffect = isInside ? "copy" : "none";
    setOver(isInside);
  });

  const onDrop = useEffectEvent((event: DragEvent) => {
    setOver(false);
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (!isMine(event.target)) return;
    const folders = [...event.dataTransfer.items].flatMap((item) => item.webkitGetAsEntry?.()?.isDirectory ? [item.webkitGetAsEntry()!.name] : []);
    for (const name of folders) onFolder(name);
    const files = [...event.dataTransfer.files].filter(({ name }) => !folders.includes(name));
    if (files.length > 0) onFiles(files, "drop");
  });

  const onLeave = useEffectEvent((event: DragEvent) => event.relatedTarget === null && setOver(false));

  function isMine(target: EventTarget | null): boolean {
    const form = field.current?.closest("form");
    // The form of a hidden tab takes nothing.
    if (!form || !(target instanceof Node) || form.closest("[hidden]") || document.querySelector("dialog[open]")) return false;
    return form.contains(target) || (target === document.body && document.querySelectorAll(FIELD).length === 1);
  }

  useEffect(() => {
    const listeners = { paste: onPaste, dragover: onDrag, drop: onDrop, dragleave: onLeave } as const;
    const paste = (event: ClipboardEvent) => listeners.paste(event);
    const over = (event: DragEvent) => listeners.dragover(event);
    const drop = (event: DragEvent) => listeners.drop(event);
    const leave = (event: DragEvent) => void listeners.dragleave(event);
    document.addEventListener("paste", paste);
    document.addEventListener("dragover", over);
    document.addEventListener("drop", drop);
    document.addEventListener("dragleave", leave);
    return () => {
      document.removeEventListener("paste", paste);
      document.removeEventListener("dragover", over);
      document.removeEventListener("drop", drop);
      document.removeEventListener("dragleave", leave);
    };
  }, []);

  return { isOver };
}
