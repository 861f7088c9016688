import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
/** `lg` for the main action of a public page, `md` anywhere (44 px), `sm` for dense places (32 px). */
export type ButtonSize = "sm" | "md" | "lg";

export interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** As wide as its container. */
  isBlock?: boolean;
}

export function Button({ variant, size, isBlock, className, type = "button", ...rest }: ComponentProps<"button"> & ButtonLook) {
  return <button type={type} className={cn(buttonClass({ variant, size, isBlock }), className)} {...rest} />;
}

/** A link that looks like a button. `isPlain` loads the page anew: for links from one area of the site into another. */
export function ButtonLink({
  variant,
  size,
  isBlock,
  isPlain,
  className,
  href,
  children,
  ...rest
}: Omit<ComponentProps<"a">, "href"> & ButtonLook & { href: string; isPlain?: boolean }) {
  const classes = cn(buttonClass({ variant, size, isBlock }), className);
  if (isPlain) {
    return (
      <a href={href} className={classes} {...rest}>
        {children}
      </a>
    );
  }
  return (
    <Link href={href} className={classes} {...rest}>
      {children}
    </Link>
  );
}

export function buttonClass({ variant = "secondary", size = "md", isBlock }: ButtonLook = {}): string {
  return cn(BASE, VARIANTS[variant], SIZES[size], isBlock && "w-full");
}

const BASE =
  "inline-flex items-center justify-center gap-2 rounded-md font-medium text-center select-none transition-colors " +
  "disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "bg-accent-fill text-on-fill hover:bg-accent-fill-strong",
  secondary: "bg-surface text-ink inset-ring inset-ring-line-strong/60 hover:bg-sunken hover:inset-ring-line-strong",
  quiet: "text-muted hover:bg-sunken hover:text-ink",
  danger: "bg-danger-fill text-on-fill hover:bg-danger-fill-strong",
};

const SIZES: Record<ButtonSize, string> = {
  sm: "min-h-control-sm px-3 py-1 text-sm",
  md: "min-h-control px-4 py-2 text-sm",
  lg: "min-h-12 px-5 py-2.5 text-base",
};
