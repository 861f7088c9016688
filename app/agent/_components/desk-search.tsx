"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { SearchForm, searchBoxClass } from "@/components/forms/search-form";

/** The search box keeps the words of the search in sight, also beside a ticket that was opened from it. A plain GET form. */
export function DeskSearch({ label, placeholder, submitLabel }: { label: string; placeholder: string; submitLabel: string }) {
  const pathname = usePathname();
  const isInSearch = pathname === "/agent/search";
  // Other pages search for something else, under the same name.
  const given = useSearchParams().get("q") ?? "";
  const text = isInSearch || pathname.startsWith("/agent/tickets/") ? given : "";
  return (
    <SearchForm
      action="/agent/search"
      id="desk-search"
      label={label}
      submitLabel={submitLabel}
      size="sm"
      input={
        <input
          key={`${text}|${isInSearch}`}
          id="desk-search"
          type="search"
          name="q"
          defaultValue={text}
          placeholder={placeholder}
          autoComplete="off"
          maxLength={200}
          className={searchBoxClass("sm")}
        />
      }
    />
  );
}
