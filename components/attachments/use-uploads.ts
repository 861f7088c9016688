"use client";

import { useCallback, useEffect, useReducer, useRef } from "react";
import { freshKey } from "@/components/forms/fresh-key";
import type { AttachmentLimits, AttachmentView } from "@/lib/attachments/types";
import { isShowable, refusalOf } from "./file-rules";
import { forgetUpload, listUploads, storedItem } from "./stored-uploads";
import { countOf, nextToStart, uploadsAfter, type UploadItem } from "./upload-list";
import type { UploadProblem } from "./upload-problem";
import { startUpload, type Upload } from "./upload-transport";
import { problemText, refusalText, type UploadWords } from "./upload-texts";

interface Running {
  file: File;
  upload: Upload | null;
}

/** The files of one message: added, uploaded a few at a time, paused, tried again, replaced, removed. @param initial of its draft */
export function useUploads({ initial, limits, words }: { initial: readonly AttachmentView[]; limits: AttachmentLimits; words: UploadWords }) {
  const [items, dispatch] = useReducer(uploadsAfter, initial, (views): readonly UploadItem[] => views.map(storedItem));
  const files = useRef(new Map<string, Running>());

  useEffect(() => {
    for (const { id } of nextToStart(items)) begin(id);
  });

  // What is still on its way when the form goes away has nobody left to send it.
  useEffect(() => {
    const running = files.current;
    return () => running.forEach(({ upload }) => upload?.stop());
  }, []);

  function begin(id: string): void {
    const running = files.current.get(id);
    if (!running) return;
    dispatch({ type: "started", id });
    if (running.upload) return running.upload.resume();
    running.upload = startUpload({ file: running.file, id }, {
      onProgress: (loaded) => dispatch({ type: "progressed", id, loaded }),
      onDone: (stored) => dispatch({ type: "done", id, ...(stored && { stored: changesOf(running.file, stored) }) }),
      onFailed: (problem: UploadProblem) => dispatch({ type: problem.isFinal ? "refused" : "failed", id, problem: problemText(problem, words) }),
    });
  }

  /** @returns the id of each file that goes on its way */
  const add = useCallback(
    (added: readonly File[], taken: number): string[] => {
      let count = taken;
      const next = added.map((file) => {
        const refusal = refusalOf(file, limits, count);
        if (!refusal) count += 1;
        return itemOf(file, refusal && refusalText(refusal, limits, words));
      });
      next.forEach((item, at) => files.current.set(item.id, { file: added[at]!, upload: null }));
      if (next.length > 0) dispatch({ type: "added", items: next });
      return next.filter(({ status }) => status === "waiting").map(({ id }) => id);
    },
    [limits, words],
  );

  /** Null for one that is only on the server any more. */
  const fileOf = useCallback((id: string): File | null => files.current.get(id)?.file ?? null, []);

  function forget(id: string): void {
    files.current.get(id)?.upload?.stop();
    files.current.delete(id);
    const item = items.find((each) => each.id === id);
    if (item?.preview?.startsWith("blob:")) URL.revokeObjectURL(item.preview);
    if (item && item.status !== "refused") void forgetUpload(id);
  }

  return {
    items,
    add: (added: readonly File[]) => add(added, countOf(items)),
    pause(id: string) {
      files.current.get(id)?.upload?.pause();
      dispatch({ type: "paused", id });
    },
    /** After a pause or a failure, in its turn. */
    resume: (id: string) => dispatch({ type: "waiting", id }),
    remove(id: string) {
      forget(id);
      dispatch({ type: "removed", id });
    },
    /** Another file in its place: the picture after it was edited. */
    replace(id: string, file: File) {
      forget(id);
      const by = itemOf(file, null);
      files.current.set(by.id, { file, upload: null });
      dispatch({ type: "replaced", id, by });
    },
    /** They belong to a message now. */
    clear() {
      files.current.clear();
      dispatch({ type: "cleared" });
    },
    /** The draft has these files now. What is on its way here goes on. */
    async take(ids: readonly string[]) {
      const found = await listUploads(ids.filter((id) => !files.current.has(id)));
      if (found) dispatch({ type: "taken", ids, items: found });
    },
    fileOf,
  };
}

export type Uploads = ReturnType<typeof useUploads>;

function itemOf(file: File, problem: string | null): UploadItem {
  return {
    id: freshKey(),
    name: file.name,
    size: file.size,
    type: file.type,
    status: problem ? "refused" : "waiting",
    loaded: 0,
    problem,
    preview: isShowable(file.type) && !problem ? URL.createObjectURL(file) : null,
  };
}

/** The preview that is in sight stays; where this browser could show none, the server's picture is one. */
function changesOf(file: File, { name, kind, href }: AttachmentView) {
  return kind === "image" && !isShowable(file.type) ? { name, type: "image/jpeg", preview: href } : { name };
}
