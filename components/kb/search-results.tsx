import { Highlighted } from "./highlighted";
import type { SearchHit } from "./search-hit";

export function SearchResults({ summary, hits }: { summary: string; hits: SearchHit[] }) {
  return (
    <div>
      <p role="status" className="text-sm text-muted">
        {summary}
      </p>
      <ol className="mt-3 divide-y border-y">
        {hits.map((hit) => (
          <li key={hit.href} className="py-4">
            <p className="text-xs text-muted">{hit.label}</p>
            <h2 className="mt-0.5 font-medium">
              <a href={hit.href} className="rounded-sm text-accent decoration-1 underline-offset-4 hover:underline">
                <Highlighted segments={hit.title} />
              </a>
            </h2>
            <p className="mt-1 text-sm text-muted">
              <Highlighted segments={hit.passage} />
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
