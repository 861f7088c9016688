import { SearchBoxIcon, searchBoxClass } from "@/components/forms/search-form";
import { buttonClass } from "@/components/ui/button";

export interface SearchWords {
  label: string;
  placeholder: string;
  submit: string;
  /** Announced when suggestions arrive; "#" stands for the number. */
  none: string;
  one: string;
  many: string;
  all: string;
}

/**
 * The search of the public pages: a GET form. Where scripts run, public/enhance.js shows the best matches while one types, in the
 * panel below, made from its hidden first entry.
 */
export function KnowledgeSearch({
  id,
  words,
  kind,
  size = "md",
  defaultValue,
}: {
  id: string;
  words: SearchWords;
  kind?: "article" | "faq" | undefined;
  size?: "md" | "lg";
  defaultValue?: string;
}) {
  return (
    <form
      action="/kb/search"
      method="get"
      role="search"
      aria-label={words.label}
      className="relative flex gap-2"
      data-enhance="search"
      data-none={words.none}
      data-one={words.one}
      data-many={words.many}
    >
      <label htmlFor={id} className="sr-only">
        {words.label}
      </label>
      <div className="relative min-w-0 grow">
        <input
          id={id}
          type="search"
          name="q"
          defaultValue={defaultValue}
          placeholder={words.placeholder}
          autoComplete="off"
          maxLength={200}
          className={searchBoxClass(size)}
        />
        <SearchBoxIcon size={size} />
      </div>
      {kind && <input type="hidden" name="kind" value={kind} />}
      <button type="submit" className={buttonClass({ variant: size === "lg" ? "primary" : "secondary", size })}>
        {words.submit}
      </button>
      <p role="status" className="sr-only" />
      <SuggestionPanel all={words.all} />
    </form>
  );
}

function SuggestionPanel({ all }: { all: string }) {
  return (
    <div hidden data-part="panel" className="absolute inset-x-0 top-full z-20 mt-2 max-h-[70vh] overflow-y-auto rounded-lg border bg-surface shadow-float">
      <ul className="divide-y">
        <li hidden>
          <a href="/kb/search" className="block px-4 py-3 text-sm -outline-offset-2 hover:bg-sunken focus-visible:bg-sunken">
            <span data-part="label" className="mb-0.5 block text-xs text-muted" />
            <span data-part="title" className="block font-medium">
              {all}
            </span>
            <span data-part="passage" className="mt-0.5 line-clamp-2 text-muted" />
          </a>
        </li>
      </ul>
      <button type="submit" className="w-full border-t px-4 py-3 text-left text-sm font-medium text-accent -outline-offset-2 hover:bg-sunken">
        {all}
      </button>
    </div>
  );
}
