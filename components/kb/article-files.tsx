import { Download, FileText } from "lucide-react";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { AttachmentView } from "@/lib/attachments/types";

export type ArticleFilesWords = { open: string; download: string; size: (bytes: number) => string };

/** An article's files in their order: a picture opens, everything else is saved. Plain links, for a page that is kept whole. */
export function ArticleFiles({ files, labelledBy, words }: { files: readonly AttachmentView[]; labelledBy: string; words: ArticleFilesWords }) {
  return (
    <ul aria-labelledby={labelledBy} className="divide-y border-y">
      {files.map((file) => (
        <li key={file.id}>
          <FileLink file={file} words={words} />
        </li>
      ))}
    </ul>
  );
}

function FileLink({ file, words }: { file: AttachmentView; words: ArticleFilesWords }) {
  const isPicture = file.thumbnailHref !== null;
  return (
    <a
      href={isPicture ? file.href : file.downloadHref}
      {...(isPicture ? { target: "_blank", rel: "noopener" } : { download: file.name })}
      className="group flex min-h-16 items-center gap-3.5 py-2 -outline-offset-1"
    >
      {file.thumbnailHref ? (
        // oxlint-disable-next-line nextjs/no-img-element -- served by the desk's own route, small already
        <img src={file.thumbnailHref} alt="" width={64} height={48} loading="lazy" decoding="async" className="h-12 w-16 shrink-0 rounded-md border bg-sunken object-cover" />
      ) : (
        <span aria-hidden="true" className="flex h-12 w-16 shrink-0 items-center justify-center rounded-md border bg-sunken text-faint">
          <FileText className="size-5" />
        </span>
      )}
      <span className="min-w-0 grow">
        <VisuallyHidden>{isPicture ? words.open : words.download} </VisuallyHidden>
        <span className="block font-medium break-words decoration-line-strong underline-offset-4 group-hover:text-accent group-hover:underline">{file.name}</span>{" "}
        <span className="block text-sm text-muted tabular-nums">{words.size(file.size)}</span>
      </span>
      {!isPicture && <Download aria-hidden="true" className="size-4 shrink-0 text-faint transition-colors group-hover:text-accent" />}
    </a>
  );
}
