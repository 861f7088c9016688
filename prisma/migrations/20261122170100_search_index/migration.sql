CREATE TYPE search_kind AS ENUM ('ticket', 'article', 'faq');

CREATE TABLE search_document (
  id uuid PRIMARY KEY,
  kind search_kind NOT NULL,
  length integer NOT NULL,
  gram_length integer NOT NULL,
  grams bytea NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
-- Counts and averages of a kind come from the index alone.
CREATE INDEX search_document_of_kind ON search_document (kind) INCLUDE (length, gram_length);

CREATE TABLE search_posting (
  kind search_kind NOT NULL,
  term text COLLATE "C" NOT NULL,
  document_id uuid NOT NULL REFERENCES search_document ON DELETE CASCADE,
  frequency smallint NOT NULL CHECK (frequency > 0),
  length integer NOT NULL
);
ALTER TABLE search_posting ADD CONSTRAINT search_posting_pkey PRIMARY KEY (kind, term, document_id) INCLUDE (frequency, length);
CREATE INDEX search_posting_of_document ON search_posting (document_id);
-- An index-only scan needs pages marked all-visible; a busy table must not wait for a fifth of it to change.
ALTER TABLE search_posting SET (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);

CREATE TABLE search_word (
  word text COLLATE "C" NOT NULL,
  term text COLLATE "C" NOT NULL,
  surface text NOT NULL,
  PRIMARY KEY (word, term)
);
CREATE INDEX search_word_trigrams ON search_word USING gin (word gin_trgm_ops);
