import { Download, FileText } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { AttachmentView } from "@/lib/attachments/types";

export type AttachmentListWords = {
  /** What the list is of. */
  label: string;
  open: (name: string, size: string) => string;
  /** The verb that stands before a file's name, for who does not see the arrow. */
  download: string;
  size: (bytes: number) => string;
};

/**
 * The files of one message: pictures in small, which lead to the whole one, then everything else to be saved. Plain links, so that they
 * work by themselves; `data-attachment` is what a viewer finds the pictures by.
 */
export function AttachmentList({ attachments, words, className }: { attachments: readonly AttachmentView[]; words: AttachmentListWords; className?: string }) {
  if (attachments.length === 0) return null;
  const pictures = attachments.filter((each) => each.thumbnailHref !== null);
  const files = attachments.filter((each) => each.thumbnailHref === null);
  return (
    <div role="group" aria-label={words.label} className={cn("space-y-2.5", className)}>
      {pictures.length > 0 && (
        <ul className="flex flex-wrap gap-2.5">
          {pictures.map((picture) => (
            <li key={picture.id}>
              <Picture picture={picture} words={words} />
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <ul className="grid gap-1.5">
          {files.map((file) => (
            <li key={file.id} className="min-w-0">
              <FileRow file={file} words={words} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type Of<K extends string> = { [key in K]: AttachmentView } & { words: AttachmentListWords };

function Picture({ picture, words }: Of<"picture">) {
  return (
    <a
      href={picture.href}
      target="_blank"
      rel="noopener"
      data-attachment="image"
      data-attachment-id={picture.id}
      data-attachment-name={picture.name}
      data-download={picture.downloadHref}
      aria-label={words.open(picture.name, words.size(picture.size))}
      className="block overflow-hidden rounded-md border bg-sunken hover:border-line-strong"
    >
      {/* oxlint-disable-next-line nextjs/no-img-element -- behind the authorised route, small already */}
      <img src={picture.thumbnailHref ?? ""} alt="" width={128} height={96} loading="lazy" decoding="async" className="h-24 w-32 object-cover" />
    </a>
  );
}

function FileRow({ file, words }: Of<"file">) {
  return (
    <a
      href={file.downloadHref}
      download={file.name}
      data-attachment="file"
      className="flex min-h-11 max-w-md items-center gap-2.5 rounded-md border bg-surface px-3 py-1.5 text-sm hover:border-line-strong"
    >
      <FileText aria-hidden="true" className="size-4 shrink-0 text-faint" />
      <VisuallyHidden>{words.download} </VisuallyHidden>
      <span className="min-w-0 grow truncate font-medium">{file.name}</span>{" "}
      <span className="shrink-0 text-muted tabular-nums">{words.size(file.size)}</span>
      <Download aria-hidden="true" className="size-4 shrink-0 text-faint" />
    </a>
  );
}
