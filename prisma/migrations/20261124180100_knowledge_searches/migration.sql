CREATE TYPE kb_search_place AS ENUM ('page', 'box', 'ticket_form');

-- What is looked for, and what came of it; nothing in it says by whom. The hour is the finest time there is, the key of a row says nothing.
CREATE TABLE kb_search (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  token uuid UNIQUE,
  place kb_search_place NOT NULL,
  kind_filter text CHECK (kind_filter IN ('article', 'faq')),
  searched_on date NOT NULL,
  searched_hour smallint NOT NULL CHECK (searched_hour BETWEEN 0 AND 23),
  terms text NOT NULL CHECK (length(terms) <= 120),
  folded text NOT NULL CHECK (length(folded) <= 300),
  result_count smallint NOT NULL CHECK (result_count >= 0),
  shown uuid[] NOT NULL CHECK (cardinality(shown) <= 3),
  opened uuid[] NOT NULL CHECK (cardinality(opened) <= 10),
  has_ticket boolean NOT NULL DEFAULT false
);
-- The board counts a period from the index alone, whatever else the table holds.
CREATE INDEX kb_search_of_period ON kb_search (place, searched_on) INCLUDE (folded, id, result_count, opened, has_ticket);
CREATE INDEX kb_search_of_words ON kb_search (folded, searched_on);
CREATE INDEX kb_search_with_token ON kb_search (searched_on) WHERE token IS NOT NULL;
-- An index-only scan needs pages marked all-visible.
ALTER TABLE kb_search SET (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.02);
