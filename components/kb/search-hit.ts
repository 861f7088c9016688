export interface Segment {
  text: string;
  isMatch: boolean;
}

/** A match as the search box and the page of results show it; also what /api/kb/suggestions answers and public/enhance.js reads. */
export interface SearchHit {
  href: string;
  /** What it is and where it belongs. */
  label: string;
  title: Segment[];
  passage: Segment[];
}
