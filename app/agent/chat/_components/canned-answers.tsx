"use client";

import { COMPOSE_ID } from "@/components/chat/conversation-words";
import { announce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import type { CannedView } from "@/lib/chat/types";

/** Puts an answer that the desk gives often where one writes, at the end of what stands there. */
export function CannedAnswers({ answers, words }: { answers: CannedView[]; words: { none: string; insert: string; inserted: string } }) {
  if (answers.length === 0) return <p className="text-sm text-muted">{words.none}</p>;
  return (
    <ul className="divide-y">
      {answers.map(({ id, title, body }) => (
        <li key={id} className="flex items-start gap-3 py-2">
          <div className="min-w-0 grow">
            <p className="text-sm font-medium">{title}</p>
            <p className="line-clamp-3 text-sm break-words whitespace-pre-line text-muted">{body}</p>
          </div>
          <Button size="sm" aria-label={`${words.insert}: ${title}`} onClick={() => insert(body, words.inserted)}>
            {words.insert}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** As if it had been typed. */
function insert(text: string, said: string): void {
  const box = document.getElementById(COMPOSE_ID);
  if (!(box instanceof HTMLTextAreaElement)) return;
  box.value = box.value.trim() === "" ? text : `${box.value.trimEnd()}\n${text}`;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
  announce(said);
}
