"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

/**
 * Sends the form that it stands in, says so while it does, and does not send it twice. It is not disabled meanwhile: a disabled button
 * loses the focus. `isPending` for forms whose sending React does not see.
 */
export function SubmitButton({
  pendingLabel,
  isPending,
  variant = "primary",
  onClick,
  children,
  ...rest
}: ComponentProps<typeof Button> & { pendingLabel: string; isPending?: boolean }) {
  const status = useFormStatus();
  const isBusy = isPending || status.pending;
  return (
    <Button
      type="submit"
      variant={variant}
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      {isBusy && <Spinner />}
      <span aria-live="polite">{isBusy ? pendingLabel : children}</span>
    </Button>
  );
}
