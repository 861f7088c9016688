"use client";

import { X } from "lucide-react";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";

/**
 * A modal on the native element, which keeps the focus inside, gives it back and closes on Escape.
 * Controlled: show it with `isOpen`, hear of its closing by `onClose`. A form inside may use method="dialog".
 */
export function Dialog({
  isOpen,
  onClose,
  title,
  closeLabel,
  size = "md",
  footer,
  children,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  closeLabel: string;
  size?: "sm" | "md" | "lg";
  footer?: ReactNode;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (isOpen && !dialog.open) dialog.showModal();
    if (!isOpen && dialog.open) dialog.close();
  }, [isOpen]);

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shortcut for the mouse; keyboards have Escape and the button
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      // A press on the backdrop lands on the dialog itself; the sheet inside covers the rest.
      onMouseDown={(event) => event.target === event.currentTarget && event.currentTarget.close()}
      className={cn(
        "m-auto w-[calc(100%-2rem)] rounded-lg bg-surface p-0 shadow-float max-sm:mb-4 max-sm:mt-auto",
        SIZES[size],
      )}
    >
      {isOpen && (
        <div className="flex max-h-[calc(100dvh-4rem)] flex-col">
          <div className="flex items-start justify-between gap-4 border-b py-2 pr-2 pl-5">
            <h2 id={titleId} className="py-2.5 text-base font-semibold">
              {title}
            </h2>
            <IconButton label={closeLabel} icon={<X />} onClick={() => ref.current?.close()} />
          </div>
          <div className="overflow-y-auto p-5">{children}</div>
          {footer && <div className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</div>}
        </div>
      )}
    </dialog>
  );
}

const SIZES = { sm: "max-w-sm", md: "max-w-lg", lg: "max-w-3xl" } as const;
