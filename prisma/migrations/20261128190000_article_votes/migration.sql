-- Was an article of use ------------------------------------------------------------

CREATE TYPE vote_reason AS ENUM ('not_my_case', 'not_clear', 'out_of_date', 'did_not_work', 'incomplete');

-- One a person and article; whoever changes their mind changes the row. `voter` is a keyed hash that is another one for each article, so
-- that nobody can be followed from one to the next.
CREATE TABLE article_vote (
  article_id uuid NOT NULL REFERENCES article ON DELETE CASCADE,
  voter text NOT NULL CONSTRAINT article_vote_voter CHECK (voter ~ '^[A-Za-z0-9_-]{43}$'),
  is_helpful boolean NOT NULL,
  reason vote_reason,
  comment text NOT NULL DEFAULT '' CONSTRAINT article_vote_comment CHECK (length(comment) <= 1000),
  voted_at timestamptz(3) NOT NULL,
  PRIMARY KEY (article_id, voter),
  -- Only a no says why.
  CONSTRAINT article_vote_reason CHECK (NOT is_helpful OR (reason IS NULL AND comment = ''))
);
CREATE INDEX article_vote_of_readers ON article_vote (article_id, voted_at) WHERE NOT is_helpful;
