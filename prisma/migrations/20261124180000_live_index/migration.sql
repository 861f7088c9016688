-- The finders keep their index in memory and follow this table (docs/decisions/0009). A text is one row, its words already taken apart:
-- writing it costs one insert, whatever its length, and no writer waits for another.
DROP TABLE search_posting;
DROP TABLE search_word;

ALTER TABLE search_document
  DROP COLUMN length,
  DROP COLUMN gram_length,
  DROP COLUMN grams,
  -- One line for the title, one for the body (lib/search/indexed-tokens.ts).
  ADD COLUMN words text NOT NULL DEFAULT '',
  -- Removed texts stay for a day, so that every process learns of it.
  ADD COLUMN is_removed boolean NOT NULL DEFAULT FALSE,
  -- 0: written before this version; such rows are indexed anew beside live use.
  ADD COLUMN analysis_version integer NOT NULL DEFAULT 0,
  -- When the text itself came to be, by which its age is told.
  ADD COLUMN dated_at timestamptz(3) NOT NULL DEFAULT now(),
  -- The transaction that wrote the row: whoever remembers the oldest one running at the last look misses nothing.
  ADD COLUMN revision bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint);

ALTER TABLE search_document ALTER COLUMN words DROP DEFAULT, ALTER COLUMN dated_at DROP DEFAULT;
UPDATE search_document d SET dated_at = t.created_at FROM ticket t WHERE t.id = d.id;

-- search_document_of_kind went with the columns that it included.
CREATE INDEX search_document_by_revision ON search_document (kind, revision);
CREATE INDEX search_document_by_date ON search_document (kind, dated_at, id);
CREATE INDEX search_document_by_version ON search_document (kind, analysis_version, id);
