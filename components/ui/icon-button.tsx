import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A button of an icon alone; `label` is what it is called (and its tooltip). */
export function IconButton({
  label,
  icon,
  size = "md",
  className,
  type = "button",
  ...rest
}: Omit<ComponentProps<"button">, "children"> & { label: string; icon: ReactNode; size?: "sm" | "md" }) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={cn(
        "inline-flex items-center justify-center rounded-md text-muted transition-colors hover:bg-sunken hover:text-ink",
        "disabled:opacity-50 [&_svg]:size-4",
        size === "sm" ? "size-8" : "size-11",
        className,
      )}
      {...rest}
    >
      {icon}
    </button>
  );
}
