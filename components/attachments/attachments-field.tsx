"use client";

import { Camera, MonitorDown, Paperclip } from "lucide-react";
import { lazy, Suspense, useEffect, useId, useRef, useState, type ChangeEvent } from "react";
import { FileWarnings } from "@/components/secrets/file-warnings";
import { useFileFindings } from "@/components/secrets/use-file-findings";
import { canCaptureScreen } from "@/components/screenshot/capture-screen";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Notice } from "@/components/ui/notice";
import type { AttachmentView } from "@/lib/attachments/types";
import type { FileFinding } from "@/lib/secrets/types";
import type { AttachmentsProps } from "./attachment-props";
import { mayBeEditable } from "./file-rules";
import { noteFiles } from "./form-attachments";
import { KeptFiles } from "./kept-files";
import { readinessOf } from "./upload-list";
import { UploadRow } from "./upload-row";
import { filled, limitText } from "./upload-texts";
import { useFormAttachments } from "./use-form-attachments";
import { useFormFiles } from "./use-form-files";
import { usePictureEditing } from "./use-picture-editing";
import { useSendGuard } from "./use-send-guard";
import { useUploads } from "./use-uploads";

// It comes with the first picture: the form does not wait for it.
const PictureEditor = lazy(async () => ({ default: (await import("@/components/screenshot/picture-editor")).PictureEditor }));

/**
 * The files of the form that it stands in: picked, dropped, pasted, photographed or captured, uploaded while one writes on, and posted as
 * hidden fields. Nothing of it works without a script, and then nothing of it shows.
 */
export function AttachmentsField({ limits, words, initial = NO_FILES, posted, asked, onChange }: AttachmentsProps & {
  /** What the form's draft holds already. */
  initial?: readonly AttachmentView[];
  /** Of a form that came back where no script runs: the ids that it had, apart by spaces. */
  posted?: string;
  /** What the server found in its files; undefined where files are not looked through for secrets. */
  asked?: readonly FileFinding[];
  /** The files are others than before: the draft has something to keep. */
  onChange?: () => void;
}) {
  const field = useRef<HTMLFieldSetElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [canCapture, setCanCapture] = useState(true);
  const [trouble, setTrouble] = useState<string | null>(null);
  const uploads = useUploads({ initial, limits, words: words.upload });
  const findings = useFileFindings({ items: uploads.items, fileOf: uploads.fileOf, asked });
  const isLive = useFormAttachments(field, { uploads, onChange });
  const editing = usePictureEditing({
    uploads,
    words: words.capture,
    onProblem: (problem) => setTrouble(problem && (problem === "capture" ? words.capture.failed : words.upload.cannotEdit)),
  });
  const { isOver } = useFormFiles(field, {
    onFiles: (files, way) => void take(way === "paste" ? files.map((file) => named(file, words.upload.pasted)) : files),
    onFolder: (name) => setTrouble(filled(words.upload.folder, { name })),
  });
  const { held } = useSendGuard(field, { readiness: readinessOf(uploads.items), onReset: clear });
  const hintId = useId();

  useEffect(() => setCanCapture(canCaptureScreen()), []);

  /** They belong to a message now, or to nobody: the draft hears of it at once. */
  function clear(): void {
    const form = field.current?.closest("form");
    if (form) noteFiles(form, []);
    uploads.clear();
  }

  async function take(files: File[]): Promise<void> {
    setTrouble(null);
    const [only] = files;
    // Where the screen cannot be captured, a picture is looked at before anything of it leaves.
    const isForEditor = !canCapture && files.length === 1 && only && mayBeEditable(only.type) && only.size <= limits.maxFileBytes;
    if (isForEditor && (await editing.editFirst(only))) return;
    uploads.add(files);
  }

  function onPicked({ currentTarget }: ChangeEvent<HTMLInputElement>): void {
    void take([...(currentTarget.files ?? [])]);
    currentTarget.value = ""; // the same file can be picked again
  }

  const summary = { count: String(limits.maxFiles), size: limitText(limits.maxFileBytes) };
  return (
    <>
      <KeptFiles files={initial} posted={posted} words={words.upload} />
      <fieldset
        ref={field}
        data-attachments=""
        aria-describedby={hintId}
        className={cn("flex min-w-0 flex-col gap-3 rounded-lg border border-dashed px-4 pt-2 pb-4 transition-colors noscript:hidden", isOver ? "border-accent bg-accent-soft" : "border-line-strong")}
      >
        <legend className="px-1 text-sm font-semibold">{words.upload.title}</legend>
        <p id={hintId} className="text-sm text-muted">
          {isOver ? words.upload.dropHere : <span className="pointer-coarse:hidden">{words.upload.ways} </span>}
          {!isOver && filled(words.upload.hint, summary)}
          <span className="sr-only"> {filled(words.upload.kinds, { kinds: limits.types.join(", ") })}</span>
        </p>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => picker.current?.click()}>
            <Paperclip aria-hidden="true" />
            {words.upload.choose}
          </Button>
          <Button onClick={() => camera.current?.click()} className="pointer-fine:hidden">
            <Camera aria-hidden="true" />
            {words.upload.photo}
          </Button>
          {canCapture && (
            <Button aria-disabled={editing.isCapturing} onClick={() => void editing.capture()}>
              <MonitorDown aria-hidden="true" />
              {editing.isCapturing ? words.capture.waiting : words.capture.action}
            </Button>
          )}
        </div>
        {/* They have no name: what is posted are the uploads' ids. */}
        <input ref={picker} type="file" multiple hidden tabIndex={-1} aria-label={words.upload.choose} accept={limits.accept} onChange={onPicked} />
        <input ref={camera} type="file" hidden tabIndex={-1} aria-label={words.upload.photo} accept="image/*" capture="environment" onChange={onPicked} />
        {trouble && (
          <Notice tone="warn" live="assertive">
            {trouble}
          </Notice>
        )}
        {isLive && uploads.items.length > 0 && (
          <ul aria-label={words.upload.list} className="divide-y">
            {uploads.items.map((item) => (
              <UploadRow
                key={item.id}
                item={item}
                locale={document.documentElement.lang || undefined}
                onPause={() => uploads.pause(item.id)}
                onResume={() => uploads.resume(item.id)}
                onRemove={() => {
                  uploads.remove(item.id);
                  field.current?.querySelector("button")?.focus();
                }}
                onEdit={() => void editing.edit(item)}
                words={words.upload}
              />
            ))}
          </ul>
        )}
        {held && (
          <Notice tone={held === "waiting" ? "accent" : "warn"} live="assertive">
            {held === "waiting" ? words.upload.sendsWhenDone : words.upload.stopped}
          </Notice>
        )}
        <p role="status" className="sr-only">
          {uploads.items.filter(({ status }) => status === "done").map(({ name }) => filled(words.upload.done, { name })).join(". ")}
        </p>
        {/* Where no script runs, the boxes of KeptFiles say what goes along. */}
        {isLive && uploads.items.map(({ id, status }) => status === "done" && <input key={id} type="hidden" name="attachment" value={id} />)}
        {editing.editing && (
          <Suspense>
            <PictureEditor
              key={editing.editing.name}
              picture={editing.editing.picture}
              name={editing.editing.name}
              most={limits.maxFileBytes}
              words={words.editor}
              {...(editing.editing.original ? { leaveLabel: words.capture.keep } : {})}
              onDone={editing.take}
              onClose={editing.close}
            />
          </Suspense>
        )}
      </fieldset>
      <FileWarnings findings={findings} words={words.secrets} />
    </>
  );
}

const NO_FILES: readonly AttachmentView[] = [];

/** Browsers call every picture from the clipboard "image.png". */
function named(file: File, name: string): File {
  return /^image\.(png|jpe?g)$/.test(file.name) ? new File([file], `${name}.${file.type === "image/png" ? "png" : "jpg"}`, { type: file.type }) : file;
}
