import { cn } from "./cn";

/** The initials of a person. Decorative: the name stands beside it. `isStaff` sets the desk apart from the customer. */
export function Avatar({ name, size = "md", isStaff }: { name: string; size?: "sm" | "md"; isStaff?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "inline-flex shrink-0 select-none items-center justify-center rounded-full font-medium",
        size === "sm" ? "size-6 text-xs" : "size-8 text-xs",
        isStaff ? "bg-accent-soft text-accent" : "bg-sunken text-muted inset-ring inset-ring-line",
      )}
    >
      {initialsOf(name)}
    </span>
  );
}

/** "Ana María López" → "AL": the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => [...(word ?? "")][0] ?? "").join("").toLocaleUpperCase("es");
}
