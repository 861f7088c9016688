"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useRef, useState, type KeyboardEvent } from "react";
import { cn } from "@/components/ui/cn";
import type { EditorWords } from "./editor-words";
import { TOOLS, type Tool, type ToolName } from "./toolbar-items";

/** One stop for the Tab key; the arrows go from button to button, Escape back to the text. */
export function Toolbar({ editor, controls, hasPictures, words, onOpen }: { editor: Editor; controls: string; hasPictures: boolean; words: EditorWords; onOpen: (tool: ToolName) => void }) {
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const groups = TOOLS.map((group) => group.filter((tool) => hasPictures || tool.name !== "picture"));
  const tools = groups.flat();
  const states = useEditorState({ editor, selector: ({ editor: now }) => tools.map((tool) => `${tool.isOn?.(now) ?? ""} ${tool.isOff?.(now) ?? false}`) });

  function onKeyDown(event: KeyboardEvent): void {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (event.key === "Escape") editor.commands.focus();
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + tools.length) % tools.length;
    setAt(next);
    bar.current?.querySelectorAll("button")[next]?.focus();
  }

  return (
    <div ref={bar} role="toolbar" tabIndex={-1} aria-label={words.toolbar} aria-controls={controls} onKeyDown={onKeyDown} className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {groups.map((group) => (
        <div key={group[0]?.name} className="flex flex-wrap">
          {group.map((tool) => {
            const place = tools.indexOf(tool);
            const [isOn = "", isOff] = states?.[place]?.split(" ") ?? [];
            return (
              <ToolButton
                key={tool.name}
                tool={tool}
                label={words[tool.name]}
                isOn={isOn === "" ? null : isOn === "true"}
                isOff={isOff === "true"}
                isStop={place === at}
                onFocus={() => setAt(place)}
                onPress={() => (tool.run ? isOff !== "true" && tool.run(editor) : onOpen(tool.name))}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** One that cannot be pressed now stays where it is for the arrows. */
function ToolButton({ tool, label, isOn, isOff, isStop, onFocus, onPress }: { tool: Tool; label: string; isOn: boolean | null; isOff: boolean; isStop: boolean; onFocus: () => void; onPress: () => void }) {
  const Icon = tool.icon;
  return (
    <button
      type="button"
      aria-label={label}
      title={tool.keys ? `${label} (${tool.keys.replace("Mod", "Ctrl").replaceAll("-", "+")})` : label}
      aria-keyshortcuts={tool.keys?.replace("Mod", "Control").replaceAll("-", "+")}
      aria-pressed={isOn ?? undefined}
      aria-disabled={isOff || undefined}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      // The selection in the text stays when the mouse presses here.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={cn("inline-flex size-9 items-center justify-center rounded-md transition-colors hover:bg-sunken aria-disabled:opacity-40 pointer-coarse:size-11", isOn ? "bg-accent-soft text-accent" : "text-muted hover:text-ink")}
    >
      <Icon aria-hidden="true" className="size-4" />
    </button>
  );
}
