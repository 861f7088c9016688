"use client";

import { ChevronDown, ChevronUp, FileText, X } from "lucide-react";
import { useRef, type ReactNode } from "react";
import { filled } from "@/components/attachments/upload-texts";
import { ErrorSummary } from "@/components/forms/error-summary";
import { buttonClass } from "@/components/ui/button";
import type { AttachmentView } from "@/lib/attachments/types";
import type { ChangedArticle } from "@/lib/files/commands/article-files";
import { announce } from "@/components/ui/announcer";
import { SignInLink } from "@/components/forms/sign-in-link";
import { useDeskAction, type DeskAction } from "../../../../_components/use-desk-action";

/** With {name} in those of one file. */
export type FileWords = { up: string; down: string; remove: string; removed: string; moved: string; question: string; errorTitle: string; offline: string; signIn: string };

/** One file of an article, with what can be done with it; each button sends a plain form. */
export function FileRow({ action, permalink, articleId, file, size, isFirst, isLast, focusId, words }: {
  action: DeskAction<ChangedArticle>;
  permalink: string;
  articleId: string;
  file: AttachmentView;
  size: string;
  isFirst: boolean;
  isLast: boolean;
  /** Where the focus goes once the row is gone. */
  focusId: string;
  words: FileWords;
}) {
  const label = (text: string) => filled(text, { name: file.name });
  const isRemoval = useRef(false);
  const { state, formAction, send, isPending, attempt } = useDeskAction<ChangedArticle>(action, {
    offline: words.offline,
    permalink,
    onOk() {
      announce(label(isRemoval.current ? words.removed : words.moved));
      if (isRemoval.current) document.getElementById(focusId)?.focus({ preventScroll: true });
    },
  });
  const refused = state.status === "refused" ? state : null;
  return (
    <li className="py-2.5">
      {refused && <ErrorSummary key={attempt} title={words.errorTitle} errors={[{ message: refused.message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      <form
        action={formAction}
        onSubmit={(event) => {
          event.preventDefault();
          const { submitter } = event.nativeEvent as globalThis.SubmitEvent;
          const form = new FormData(event.currentTarget, submitter);
          if (isPending || (form.has("remove") && !window.confirm(label(words.question)))) return;
          isRemoval.current = form.has("remove");
          send(form);
        }}
        className="flex items-center gap-3"
      >
        <input type="hidden" name="articleId" value={articleId} />
        <input type="hidden" name="fileId" value={file.id} />
        <a href={file.thumbnailHref ? file.href : file.downloadHref} className="group flex min-h-11 min-w-0 grow items-center gap-3 text-sm">
          <Picture file={file} />
          <span className="min-w-0">
            <span className="block truncate font-medium group-hover:underline">{file.name}</span>
            <span className="block text-muted tabular-nums">{size}</span>
          </span>
        </a>
        <span className="flex shrink-0">
          <Press name="move" value="up" label={label(words.up)} isOff={isFirst}>
            <ChevronUp aria-hidden="true" />
          </Press>
          <Press name="move" value="down" label={label(words.down)} isOff={isLast}>
            <ChevronDown aria-hidden="true" />
          </Press>
          <Press name="remove" value="1" label={label(words.remove)}>
            <X aria-hidden="true" />
          </Press>
        </span>
      </form>
    </li>
  );
}

function Picture({ file }: { file: AttachmentView }) {
  const box = "size-11 shrink-0 rounded-md border bg-sunken";
  // oxlint-disable-next-line nextjs/no-img-element -- behind the authorised route, small already
  if (file.thumbnailHref) return <img src={file.thumbnailHref} alt="" width={44} height={44} loading="lazy" decoding="async" className={`${box} object-cover`} />;
  return (
    <span aria-hidden="true" className={`${box} flex items-center justify-center text-faint`}>
      <FileText className="size-5" />
    </span>
  );
}

/** At an end of the list the button keeps its place, so that the others stay below each other. */
function Press({ name, value, label, isOff, children }: { name: string; value: string; label: string; isOff?: boolean; children: ReactNode }) {
  return (
    <button type="submit" name={name} value={value} aria-label={label} title={label} disabled={isOff} className={`${buttonClass({ variant: "quiet", size: "sm" })} min-w-11 disabled:opacity-30 pointer-coarse:min-h-11`}>
      {children}
    </button>
  );
}
