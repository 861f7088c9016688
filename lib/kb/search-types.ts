import type { Audience } from "@/lib/kb/audience";
import type { TextSegment } from "@/lib/search/types";

export type KnowledgeKind = "article" | "faq";

export type KnowledgeHit = {
  kind: KnowledgeKind;
  id: string;
  slug: string;
  title: string;
  /** The article's category or the question's group. */
  category: { slug: string; name: string } | null;
  audience: Audience;
  /** 0 to 1, against the best that this query could reach; orders hits of one answer. */
  score: number;
  titleSegments: TextSegment[];
  /** Plain text around the best match (Markdown marks taken out), some 200 characters. */
  passage: TextSegment[];
};

export type KnowledgeSearchInput = {
  text: string;
  /** 10 unless told; at most 50. */
  limit?: number;
  /** Both unless told. */
  kinds?: KnowledgeKind[];
};

export type KnowledgeAnswer = {
  hits: KnowledgeHit[];
  /** The query with its unknown words put right, or null when there is nothing to put right. */
  didYouMean: string | null;
  /** Only when there are no hits: what comes nearest, by the look of the words. */
  near: KnowledgeHit[];
};
