-- What is decided about duplicates, by customers and by the desk -------------

-- A value added to an enum cannot be used in the transaction that adds it, and a migration is one: the type is made anew.
ALTER TYPE duplicate_verdict RENAME TO duplicate_verdict_before;
CREATE TYPE duplicate_verdict AS ENUM ('opened', 'added', 'different', 'merged');
ALTER TABLE duplicate_decision ALTER COLUMN verdict TYPE duplicate_verdict USING verdict::text::duplicate_verdict;
DROP TYPE duplicate_verdict_before;

ALTER TABLE duplicate_decision
  ADD COLUMN is_staff boolean NOT NULL DEFAULT false,
  ADD COLUMN message_id uuid REFERENCES ticket_message ON DELETE RESTRICT,
  ADD COLUMN body text,
  ADD COLUMN withdrawn_at timestamptz(3),
  ADD COLUMN withdrawn_by_id uuid REFERENCES app_user ON DELETE RESTRICT,
  ALTER COLUMN submission_key DROP NOT NULL;
ALTER TABLE duplicate_decision ALTER COLUMN is_staff DROP DEFAULT;

-- What was added before this column was there: its message was sent by the same form.
UPDATE duplicate_decision d SET message_id = m.id
FROM ticket_message m
WHERE d.verdict = 'added' AND m.ticket_id = d.candidate_ticket_id AND m.author_id = d.user_id AND m.submission_key = d.submission_key;

ALTER TABLE duplicate_decision
  -- The desk decides about two tickets, a customer about a form and a ticket.
  ADD CONSTRAINT duplicate_decision_of_form CHECK (is_staff = (submission_key IS NULL)),
  ADD CONSTRAINT duplicate_decision_of_two CHECK (NOT is_staff OR (ticket_id IS NOT NULL AND ticket_id <> candidate_ticket_id)),
  ADD CONSTRAINT duplicate_decision_staff_verdict CHECK (CASE WHEN is_staff THEN verdict IN ('different', 'merged') ELSE verdict <> 'merged' END),
  ADD CONSTRAINT duplicate_decision_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by_id IS NULL));

-- The desk says it once of a pair, whichever of the two was looked at, until it takes it back.
CREATE UNIQUE INDEX duplicate_decision_staff_pair
  ON duplicate_decision (LEAST(ticket_id, candidate_ticket_id), GREATEST(ticket_id, candidate_ticket_id), verdict)
  WHERE is_staff AND withdrawn_at IS NULL;
CREATE INDEX duplicate_decision_of_candidate ON duplicate_decision (candidate_ticket_id);

-- Which live tickets are probably about one matter ---------------------------

CREATE TABLE duplicate_link (
  lower_ticket_id uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
  higher_ticket_id uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
  score_milli integer NOT NULL CHECK (score_milli BETWEEN 0 AND 1000),
  reasons jsonb NOT NULL,
  computed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (lower_ticket_id, higher_ticket_id),
  -- One row a pair, whichever of the two was compared with the other.
  CONSTRAINT duplicate_link_in_order CHECK (lower_ticket_id < higher_ticket_id)
);
CREATE INDEX duplicate_link_of_higher ON duplicate_link (higher_ticket_id);

-- Which tickets were compared: one without links was compared too.
CREATE TABLE duplicate_scan (
  ticket_id uuid PRIMARY KEY REFERENCES ticket ON DELETE CASCADE,
  scanned_at timestamptz(3) NOT NULL
);
