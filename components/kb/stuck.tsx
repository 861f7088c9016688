import { ButtonLink } from "@/components/ui/button";

/** Where reading did not help: the way to a person. */
export function Stuck({ title, text, action }: { title: string; text: string; action: { href: string; label: string } }) {
  return (
    <aside className="flex flex-col gap-4 rounded-lg border bg-surface p-5 sm:flex-row sm:items-center sm:justify-between">
      <div>
        <p className="font-semibold">{title}</p>
        <p className="mt-0.5 max-w-prose text-sm text-muted">{text}</p>
      </div>
      <ButtonLink href={action.href} rel="nofollow" isPlain variant="primary" className="shrink-0">
        {action.label}
      </ButtonLink>
    </aside>
  );
}
