import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** The measure of a page: `narrow` for forms and reading, `page` for the public side and the portal, `wide` for the desk. */
export function Container({ size = "page", className, children }: { size?: "narrow" | "page" | "wide"; className?: string; children: ReactNode }) {
  return <div className={cn("mx-auto w-full px-4 sm:px-6", SIZES[size], className)}>{children}</div>;
}

const SIZES = { narrow: "max-w-narrow", page: "max-w-page", wide: "max-w-wide" } as const;
