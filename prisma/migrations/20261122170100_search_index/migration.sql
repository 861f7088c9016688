CREATE TYPE search_kind AS ENUM ('ticket', 'article', 'faq');

CREATE TABLE search_document (
  id uuid PRIMARY KEY,
  kind search_kind NOT NULL,
  length integer NOT NULL,
  gram_length integer NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE INDEX search_document_of_kind ON search_document (kind);

CREATE TABLE search_posting (
  kind search_kind NOT NULL,
  term text NOT NULL,
  document_id uuid NOT NULL REFERENCES search_document ON DELETE CASCADE,
  weight smallint NOT NULL
);
ALTER TABLE search_posting ADD CONSTRAINT search_posting_pkey PRIMARY KEY (kind, term, document_id) INCLUDE (weight);
CREATE INDEX search_posting_of_document ON search_posting (document_id);
