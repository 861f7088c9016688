"use client";

import { useEffect, useRef, useState } from "react";
import { captureScreen } from "@/components/screenshot/capture-screen";
import type { Picture } from "@/components/screenshot/draw";
import { dropPicture, loadPicture } from "@/components/screenshot/picture-file";
import type { CaptureWords } from "./attachment-props";
import { nameWithoutEnding } from "./file-rules";
import type { UploadItem } from "./upload-list";
import { filled } from "./upload-texts";
import type { Uploads } from "./use-uploads";

/** One picture in the editor: what becomes of it when it is taken, and when the editor is closed without. */
interface Editing {
  picture: Picture;
  name: string;
  /** The file that it takes the place of. */
  replaces: string | null;
  /** Goes along as it is when nothing was changed. */
  original: File | null;
}

export function usePictureEditing({ uploads, words, onProblem }: { uploads: Uploads; words: CaptureWords; onProblem: (problem: "capture" | "picture" | null) => void }) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const [isCapturing, setCapturing] = useState(false);
  const isTaken = useRef(false);

  // The picture as it came is let go of once the editor is gone, whatever became of it.
  useEffect(() => {
    if (!editing) return;
    return () => dropPicture(editing.picture);
  }, [editing]);

  function open(next: Editing): void {
    isTaken.current = false;
    setEditing(next);
  }

  return {
    editing,
    isCapturing,
    async capture(): Promise<void> {
      if (isCapturing) return; // its button stays where the focus is
      onProblem(null);
      setCapturing(true);
      try {
        const picture = await captureScreen();
        if (picture) open({ picture, name: filled(words.name, { at: fileTime(new Date()) }), replaces: null, original: null });
      } catch {
        onProblem("capture");
      } finally {
        setCapturing(false);
      }
    },
    async edit(item: UploadItem): Promise<void> {
      onProblem(null);
      const picture = await pictureOf(uploads.fileOf(item.id), item);
      if (!picture) return onProblem("picture");
      open({ picture, name: filled(words.edited, { name: nameWithoutEnding(item.name) }), replaces: item.id, original: null });
    },
    /** Before anything of it is sent. @returns false when this browser cannot show it */
    async editFirst(file: File): Promise<boolean> {
      const picture = await loadPicture(file);
      if (picture) open({ picture, name: nameWithoutEnding(file.name), replaces: null, original: file });
      return picture !== null;
    },
    take(file: File): void {
      if (editing?.replaces) uploads.replace(editing.replaces, file);
      else uploads.add([file]);
      isTaken.current = true;
    },
    close(): void {
      if (editing?.original && !isTaken.current) uploads.add([editing.original]);
      setEditing(null);
    },
  };
}

/** Of the file itself, or of what the server made of one that this browser cannot read. */
async function pictureOf(file: File | null, { preview }: UploadItem): Promise<Picture | null> {
  const own = file && (await loadPicture(file));
  if (own || !preview?.startsWith("/")) return own;
  const stored = await fetchBlob(preview);
  return stored && loadPicture(stored);
}

async function fetchBlob(address: string): Promise<Blob | null> {
  try {
    const response = await fetch(address);
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}

/** "20261124-134005", on this computer's clock. */
function fileTime(now: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
}
