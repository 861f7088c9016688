import type { Segment } from "./search-hit";

/** Text with its matches marked. The segments are plain text. */
export function Highlighted({ segments }: { segments: Segment[] }) {
  return segments.map((segment, index) => (segment.isMatch ? <mark key={index}>{segment.text}</mark> : <span key={index}>{segment.text}</span>));
}
