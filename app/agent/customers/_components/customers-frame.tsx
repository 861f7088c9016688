import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** The pages of customers take the place of list and ticket. */
export function CustomersFrame({ isWide, children }: { isWide?: boolean; children: ReactNode }) {
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className={cn("mx-auto space-y-5", isWide ? "max-w-page" : "max-w-narrow")}>{children}</div>
    </div>
  );
}
