-- Tickets that were one message: the form split it into its topics, and they were sent together.
CREATE TABLE ticket_batch (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  requester_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  -- One per form: sending the same form twice opens its tickets once.
  submission_key uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT ticket_batch_submitted_once UNIQUE (requester_id, submission_key)
);

ALTER TABLE ticket
  ADD COLUMN batch_id uuid REFERENCES ticket_batch ON DELETE RESTRICT,
  ADD COLUMN batch_position integer CONSTRAINT ticket_batch_position CHECK (batch_position >= 0),
  ADD CONSTRAINT ticket_batch_has_position CHECK ((batch_id IS NULL) = (batch_position IS NULL)),
  ADD CONSTRAINT ticket_of_batch UNIQUE (batch_id, batch_position);
