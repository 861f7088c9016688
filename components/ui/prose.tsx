import { cn } from "./cn";

/** HTML from renderMarkdown, and from nowhere else. `isCompact` for messages and answers. */
export function Prose({ html, isCompact, className }: { html: string; isCompact?: boolean; className?: string }) {
  return <div className={cn("prose", isCompact && "prose-compact", className)} dangerouslySetInnerHTML={{ __html: html }} />;
}
