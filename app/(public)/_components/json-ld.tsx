/** Structured data. A data block is not run, so no script policy concerns it; "<" is escaped so that no text can end it. */
export function JsonLd({ data }: { data: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replace(/</g, "\\u003c") }} />;
}
