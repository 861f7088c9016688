import { Minus, Pencil, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { isChanged } from "@/lib/diff/compare-texts";
import { foldUnchanged } from "@/lib/diff/fold-unchanged";
import type { DiffBlock, DiffPart } from "@/lib/diff/types";
import { getTranslator } from "@/lib/i18n/translator";
import { cn } from "./cn";
import { Disclosure } from "./disclosure";
import { VisuallyHidden } from "./visually-hidden";

/**
 * What changed between two texts, as `compareTexts` says: new ones underlined, old ones struck through, each paragraph with its sign, and
 * in words for whoever does not see them. What did not change is folded on the native element.
 */
export function TextDiff({ blocks, className }: { blocks: readonly DiffBlock[]; className?: string }) {
  const t = getTranslator("ui");
  if (!isChanged(blocks)) return <p className={cn("text-sm text-muted", className)}>{t("diff.none")}</p>;
  return (
    <div className={cn("space-y-2 text-sm", className)}>
      {foldUnchanged(blocks).map((stretch, at) =>
        stretch.kind === "shown" ? (
          stretch.blocks.map((block, place) => <Block key={`${at}:${place}`} block={block} />)
        ) : (
          <Disclosure key={at} summary={<span className="font-normal text-muted">{t("diff.folded", { count: stretch.blocks.length })}</span>}>
            <div className="space-y-2">
              {stretch.blocks.map((block, place) => (
                <Block key={place} block={block} />
              ))}
            </div>
          </Disclosure>
        ),
      )}
    </div>
  );
}

const LOOKS = {
  same: { icon: null, look: "border-transparent text-muted" },
  added: { icon: Plus, look: "border-success-line bg-success-soft" },
  removed: { icon: Minus, look: "border-danger-line bg-danger-soft" },
  changed: { icon: Pencil, look: "border-line-strong" },
} as const;

function Block({ block }: { block: DiffBlock }) {
  const t = getTranslator("ui");
  const { icon: Icon, look } = LOOKS[block.kind];
  return (
    <div className={cn("flex gap-2 border-l-4 py-1 pr-2 pl-2", look)}>
      <span className="w-4 shrink-0 pt-0.5 text-muted">{Icon && <Icon aria-hidden="true" className="size-4" />}</span>
      <div className="min-w-0 grow whitespace-pre-wrap break-words">
        {block.kind !== "same" && <VisuallyHidden>{t(`diff.block.${block.kind}`)} </VisuallyHidden>}
        {block.kind === "changed" ? block.parts.map((part, at) => <Part key={at} part={part} />) : <Whole kind={block.kind}>{block.text}</Whole>}
      </div>
    </div>
  );
}

function Whole({ kind, children }: { kind: "same" | "added" | "removed"; children: ReactNode }) {
  if (kind === "added") return <ins className="no-underline">{children}</ins>;
  if (kind === "removed") return <del className="line-through decoration-danger">{children}</del>;
  return children;
}

function Part({ part: { kind, text } }: { part: DiffPart }) {
  const t = getTranslator("ui");
  if (kind === "same") return text;
  const Tag = kind === "added" ? "ins" : "del";
  return (
    <Tag className={kind === "added" ? "rounded-sm bg-success-soft underline decoration-success decoration-2 underline-offset-2" : "rounded-sm bg-danger-soft line-through decoration-danger"}>
      <VisuallyHidden>{t(`diff.part.${kind}`)} </VisuallyHidden>
      {text}
      <VisuallyHidden> {t("diff.part.end")}</VisuallyHidden>
    </Tag>
  );
}
