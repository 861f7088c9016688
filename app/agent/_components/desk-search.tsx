"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { SearchForm, searchBoxClass } from "@/components/forms/search-form";

/** The search box keeps the words of the search in sight, also beside a ticket that was opened from it. A plain GET form. */
export function DeskSearch({ label, placeholder, submitLabel }: { label: string; placeholder: string; submitLabel: string }) {
  const text = useSearchParams().get("q") ?? "";
  const isInSearch = usePathname() === "/agent/search";
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
