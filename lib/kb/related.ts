interface Candidate {
  slug: string;
  tags: readonly string[];
  categorySlug: string;
  views: number;
}

/** Those that share most tags, then those of the same category, then the most read. The article itself is left out. */
export function rankRelated<T extends Candidate>(article: Omit<Candidate, "views">, candidates: readonly T[], limit: number): T[] {
  const tags = new Set(article.tags);
  return candidates
    .filter((candidate) => candidate.slug !== article.slug)
    .map((candidate) => ({
      candidate,
      shared: candidate.tags.filter((tag) => tags.has(tag)).length,
      isNeighbour: Number(candidate.categorySlug === article.categorySlug),
    }))
    .sort(
      (a, b) =>
        b.shared - a.shared ||
        b.isNeighbour - a.isNeighbour ||
        b.candidate.views - a.candidate.views ||
        a.candidate.slug.localeCompare(b.candidate.slug),
    )
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}
