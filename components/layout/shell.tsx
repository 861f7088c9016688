import type { ReactNode } from "react";

/** Header, main and footer over the height of the screen. The skip link of the root layout leads to this <main>. */
export function Shell({ header, footer, children }: { header?: ReactNode; footer?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      {header}
      <main id="contenido" tabIndex={-1} className="grow outline-none">
        {children}
      </main>
      {footer}
    </div>
  );
}
