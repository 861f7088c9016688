import { Highlighted } from "./highlighted";
import type { SearchHit } from "./search-hit";

export function SearchResults({ summary, hits }: { summary: string; hits: SearchHit[] }) {
  return (
    <div>
      <p role="status" className="text-sm text-muted">
        {summary}
      </p>
      <ResultList hits={hits} titleLevel={2} />
    </div>
  );
}

/** @param titleLevel 3 below a heading of their own */
export function ResultList({ hits, titleLevel = 3 }: { hits: SearchHit[]; titleLevel?: 2 | 3 }) {
  const Title = titleLevel === 2 ? "h2" : "h3";
  return (
    <ol className="mt-3 divide-y border-y">
      {hits.map((hit) => (
        <li key={hit.href} className="py-4">
          <p className="text-xs text-muted">{hit.label}</p>
          <Title className="mt-0.5 font-medium">
            <a href={hit.href} className="rounded-sm text-accent decoration-1 underline-offset-4 hover:underline">
              <Highlighted segments={hit.title} />
            </a>
          </Title>
          <p className="mt-1 text-sm text-muted">
            <Highlighted segments={hit.passage} />
          </p>
        </li>
      ))}
    </ol>
  );
}
