import type { ReactNode } from "react";

/** What a list says when there is nothing in it: why, and what can be done now. */
export function EmptyState({ icon, title, actions, children }: { icon?: ReactNode; title: string; actions?: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center px-4 py-12 text-center">
      {icon && <div className="mb-3 text-faint [&_svg]:size-6">{icon}</div>}
      <p className="font-medium">{title}</p>
      {children && <div className="mt-1 max-w-prose text-sm text-muted">{children}</div>}
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
