"use client";

import { useRef, useState, type MouseEvent, type ReactNode } from "react";
import { ViewerDialog, type ViewedImage, type ViewerWords } from "./viewer-dialog";

/** What the list of a message's files marks its pictures with. */
const LINK = 'a[data-attachment="image"]';

/**
 * Opens the pictures inside of it over the page. They stay links: without a script, or with Ctrl held, they open as the browser opens
 * them. All pictures of the thread are one row, in the order in which they stand there.
 */
export function ImageViewer({ words, className, children }: { words: ViewerWords; className?: string; children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<{ images: ViewedImage[]; at: number } | null>(null);

  function onClick(event: MouseEvent<HTMLDivElement>): void {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(LINK) : null;
    if (!link || !root.current?.contains(link)) return;
    event.preventDefault();
    link.focus(); // some browsers do not, and it is where the focus goes back to
    const links = [...root.current.querySelectorAll<HTMLAnchorElement>(LINK)];
    setShown({ images: links.map(imageOf), at: links.indexOf(link) });
  }

  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the links inside are what is pressed; Enter clicks them
    <div ref={root} onClick={onClick} className={className}>
      {children}
      {shown && <ViewerDialog images={shown.images} start={shown.at} onClose={() => setShown(null)} words={words} />}
    </div>
  );
}

function imageOf(link: HTMLAnchorElement): ViewedImage {
  return { address: link.href, name: link.dataset.attachmentName ?? "" };
}
