"use client";

import { useEffect, useEffectEvent, useState, type RefObject } from "react";
import { noteFiles, onFillFiles } from "./form-attachments";
import type { Uploads } from "./use-uploads";

/**
 * Tells the form which files it has, and takes those of a draft that was written on elsewhere.
 * @param field an element inside of the form
 * @returns whether a script runs
 */
export function useFormAttachments(field: RefObject<HTMLElement | null>, { uploads, onChange }: { uploads: Uploads; onChange: (() => void) | undefined }): boolean {
  const [isLive, setLive] = useState(false);
  const ids = uploads.items.flatMap(({ id, status }) => (status === "done" ? [id] : [])).join(" ");

  const note = useEffectEvent((form: HTMLFormElement) => noteFiles(form, ids === "" ? [] : ids.split(" ")) && onChange?.());
  const take = useEffectEvent((wanted: string[]) => void uploads.take(wanted));

  useEffect(() => {
    const form = field.current?.closest("form");
    if (form) note(form);
    setLive(true);
  }, [field, ids]);

  useEffect(() => {
    const form = field.current?.closest("form");
    return form ? onFillFiles(form, (wanted) => take(wanted)) : undefined;
  }, [field]);

  return isLive;
}
