import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { buttonClass } from "@/components/ui/button";
import { CONTROL_CLASS, CONTROL_TEXT } from "./control-class";

/** A search that is a GET form: works without JavaScript, and its result has an address. `input` replaces the plain box (a client one). */
export function SearchForm({
  action,
  name = "q",
  id,
  label,
  submitLabel,
  placeholder,
  defaultValue,
  size = "md",
  input,
  children,
}: {
  action: string;
  name?: string;
  id: string;
  label: string;
  submitLabel: string;
  placeholder?: string;
  defaultValue?: string;
  size?: "sm" | "md" | "lg";
  input?: ReactNode;
  /** Hidden inputs and filters that go along. */
  children?: ReactNode;
}) {
  return (
    <form action={action} method="get" role="search" aria-label={label} className="flex gap-2">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <div className="relative min-w-0 grow">
        {input ?? (
          <input
            id={id}
            type="search"
            name={name}
            defaultValue={defaultValue}
            placeholder={placeholder}
            autoComplete="off"
            maxLength={200}
            className={searchBoxClass(size)}
          />
        )}
        <SearchBoxIcon size={size} />
      </div>
      {children}
      <button type="submit" className={buttonClass({ variant: size === "lg" ? "primary" : "secondary", size })}>
        {submitLabel}
      </button>
    </form>
  );
}

export function searchBoxClass(size: "sm" | "md" | "lg"): string {
  return cn(CONTROL_CLASS, SIZES[size]);
}

export function SearchBoxIcon({ size }: { size: "sm" | "md" | "lg" }) {
  return (
    <Search
      aria-hidden="true"
      className={cn("pointer-events-none absolute top-1/2 -translate-y-1/2 text-faint", size === "lg" ? "left-3.5 size-5" : "left-3 size-4")}
    />
  );
}

const SIZES = {
  sm: "min-h-control-sm pl-9 py-1 text-sm",
  md: `min-h-control pl-9 py-2 ${CONTROL_TEXT}`,
  lg: "min-h-12 pl-11 py-2.5 text-base",
} as const;
