import { MessageCircle, X } from "lucide-react";
import { buttonClass } from "@/components/ui/button";

export type DockWords = {
  open: string;
  title: string;
  close: string;
  whole: string;
  notice: string;
  label: string;
  message: string;
  send: string;
  ended: string;
  queue: string;
  raise: string;
  /** For the script, which has no catalogue; with {name} in them where somebody is named. */
  data: Record<"you" | "sending" | "offline" | "joined" | "moved" | "ticket" | "customer" | "agent" | "silence" | "nobody", string>;
};

/**
 * The way to the chat from the public pages, which are cached and know nobody: a link. Where a script runs and a customer is signed in, it
 * opens the panel in its place (public/chat-panel.js).
 */
export function ChatDock({ words }: { words: DockWords }) {
  const data = Object.fromEntries(Object.entries(words.data).map(([name, text]) => [`data-${name}`, text]));
  return (
    <aside aria-label={words.title} data-enhance="chat" {...data} className="fixed right-3 bottom-3 z-30 print:hidden">
      <a href="/portal/chat" rel="nofollow" data-part="open" className={`${buttonClass({ variant: "primary" })} shadow-lg`}>
        <MessageCircle aria-hidden="true" />
        {words.open}
      </a>
      <section data-part="panel" hidden aria-label={words.title} className="flex max-h-[min(80dvh,36rem)] w-80 max-w-[calc(100vw-1.5rem)] flex-col rounded-lg border bg-surface text-sm shadow-lg">
        <div className="flex items-center gap-2 border-b px-3">
          <h2 className="grow font-semibold">{words.title}</h2>
          <a href="/portal/chat" className="link inline-flex min-h-11 items-center text-xs">
            {words.whole}
          </a>
          <button type="button" data-part="close" aria-label={words.close} className="inline-flex size-11 items-center justify-center rounded-md text-muted hover:text-ink">
            <X aria-hidden="true" className="size-4" />
          </button>
        </div>
        <p className="border-b px-3 py-2 text-xs text-muted">
          {words.notice} <span data-part="desk" className="font-medium text-ink" />
        </p>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard */}
        <div role="log" aria-label={words.label} tabIndex={0} className="min-h-24 grow overflow-y-auto p-3">
          <ul data-part="log" className="space-y-2">
            <li hidden className="w-fit max-w-[90%] rounded-lg border px-3 py-2 data-[own=true]:ml-auto data-[own=true]:border-accent-line data-[own=true]:bg-accent-soft">
              <span data-part="name" className="block text-xs font-semibold" />
              <span data-part="body" className="block break-words whitespace-pre-wrap" />
            </li>
          </ul>
        </div>
        <p data-part="queue" role="status" hidden className="px-3 pb-2 text-xs text-muted">
          {words.queue}
        </p>
        <p data-part="ended" hidden className="px-3 pb-2 text-xs text-muted">
          {words.ended}
        </p>
        <p data-part="trouble" role="alert" hidden className="px-3 pb-2 text-danger">
          <span data-part="trouble-text" />{" "}
          <a href="/portal/tickets/new" className="link">
            {words.raise}
          </a>
        </p>
        <form data-part="form" className="flex items-end gap-2 border-t p-3">
          <label className="min-w-0 grow">
            <span className="sr-only">{words.message}</span>
            <textarea name="body" rows={2} maxLength={4000} placeholder={words.message} className="block w-full rounded-md border border-line-strong bg-surface px-3 py-2 text-base sm:text-sm" />
          </label>
          <button type="submit" className={buttonClass({ variant: "primary" })}>
            {words.send}
          </button>
        </form>
      </section>
    </aside>
  );
}
