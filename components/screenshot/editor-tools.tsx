"use client";

import { ArrowUpRight, Crop, Redo2, Square, SquareSlash, Type, Undo2, type LucideIcon } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import type { EditorWords } from "./editor-words";
import { TOOLS, type Tool } from "./operations";

const ICONS: Record<Tool, LucideIcon> = { blackout: SquareSlash, box: Square, arrow: ArrowUpRight, text: Type, crop: Crop };

export function EditorTools({ tool, onChoose, onUndo, onRedo, canUndo, canRedo, words }: {
  tool: Tool;
  onChoose: (tool: Tool) => void;
  onUndo: () => void;
  onRedo: () => void;
  canUndo: boolean;
  canRedo: boolean;
  words: EditorWords;
}) {
  return (
    <div role="toolbar" aria-label={words.tools} className="flex flex-wrap items-center gap-1">
      {TOOLS.map((each) => {
        const Icon = ICONS[each];
        const { label, key } = words.tool[each];
        return (
          <button
            key={each}
            type="button"
            aria-pressed={tool === each}
            aria-keyshortcuts={key}
            onClick={() => onChoose(each)}
            className={cn(
              "inline-flex min-h-11 min-w-11 flex-col items-center justify-center gap-0.5 rounded-md px-1.5 text-xs font-medium transition-colors",
              "sm:flex-row sm:gap-2 sm:px-3 sm:text-sm [&_svg]:size-4",
              tool === each ? "bg-accent-soft text-accent inset-ring inset-ring-accent-line" : "text-muted hover:bg-sunken hover:text-ink",
            )}
          >
            <Icon aria-hidden="true" />
            {label}
            <kbd aria-hidden="true" className="hidden font-mono text-xs text-faint lg:inline pointer-coarse:hidden">
              {key}
            </kbd>
          </button>
        );
      })}
      <span className="ml-auto flex">
        <IconButton label={words.undo} icon={<Undo2 />} aria-keyshortcuts="Control+Z" aria-disabled={!canUndo} className="aria-disabled:opacity-50" onClick={onUndo} />
        <IconButton label={words.redo} icon={<Redo2 />} aria-keyshortcuts="Control+Shift+Z" aria-disabled={!canRedo} className="aria-disabled:opacity-50" onClick={onRedo} />
      </span>
    </div>
  );
}
