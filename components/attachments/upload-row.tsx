"use client";

import { CircleAlert, FileText, Pause, Pencil, Play, RotateCcw, X } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { isEditable } from "./file-rules";
import type { UploadItem } from "./upload-list";
import { filled, sizeText, type UploadWords } from "./upload-texts";

/** One file on its way: what it is, how far it is, and what can be done with it. */
export function UploadRow({ item, locale, onPause, onResume, onRemove, onEdit, words }: {
  item: UploadItem;
  /** None: the browser's own. */
  locale: string | undefined;
  onPause: () => void;
  onResume: () => void;
  onRemove: () => void;
  onEdit: () => void;
  words: UploadWords;
}) {
  const { name, size, loaded, status, problem } = item;
  const label = (text: string) => filled(text, { name });
  const isMoving = status === "uploading" || status === "paused" || status === "failed";
  return (
    <li className="flex items-start gap-3 py-2.5">
      <Preview item={item} />
      <div className="min-w-0 grow space-y-1">
        <p className="truncate text-sm font-medium" title={name}>
          {name}
        </p>
        {isMoving && (
          <progress
            aria-label={label(words.progress)}
            value={loaded}
            max={size}
            className={cn(
              "block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-webkit-progress-bar]:bg-sunken",
              status === "uploading" ? "[&::-moz-progress-bar]:bg-accent-fill [&::-webkit-progress-value]:bg-accent-fill" : "[&::-moz-progress-bar]:bg-line-strong [&::-webkit-progress-value]:bg-line-strong",
            )}
          />
        )}
        <p className={cn("text-sm", problem ? "flex items-start gap-1.5 text-danger" : "text-muted tabular-nums")}>
          {problem && <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />}
          <span>{problem ?? stateText(item, locale, words)}</span>
        </p>
      </div>
      <span className="-my-1 flex shrink-0">
        {isEditable(item.type) && status !== "refused" && <IconButton label={label(words.edit)} icon={<Pencil />} onClick={onEdit} />}
        {status === "uploading" && <IconButton label={label(words.pause)} icon={<Pause />} onClick={onPause} />}
        {status === "paused" && <IconButton label={label(words.resume)} icon={<Play />} onClick={onResume} />}
        {status === "failed" && <IconButton label={label(words.retry)} icon={<RotateCcw />} onClick={onResume} />}
        <IconButton label={label(words.remove)} icon={<X />} onClick={onRemove} />
      </span>
    </li>
  );
}

function Preview({ item: { preview, name } }: { item: UploadItem }) {
  const box = "size-11 shrink-0 rounded-md border bg-sunken";
  // eslint-disable-next-line nextjs/no-img-element -- an address that only this page has
  if (preview) return <img src={preview} alt="" className={cn(box, "object-cover")} />;
  return (
    <span aria-hidden="true" className={cn(box, "flex flex-col items-center justify-center text-xs text-muted")}>
      <FileText className="size-4" />
      {endingOf(name)}
    </span>
  );
}

function stateText({ status, loaded, size }: UploadItem, locale: string | undefined, words: UploadWords): string {
  if (status === "refused" || status === "failed") return "";
  const whole = sizeText(size, locale);
  return status === "done" || status === "waiting" ? `${words.status[status]} · ${whole}` : `${words.status[status]} · ${Math.floor((loaded / Math.max(1, size)) * 100)} % · ${whole}`;
}

function endingOf(name: string): string {
  return /\.(\w{1,4})$/.exec(name)?.[1]?.toUpperCase() ?? "";
}
