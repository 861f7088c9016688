-- What people moved out of their messages for the desk alone.
CREATE TABLE sealed_value (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  ticket_id uuid NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  origin_ticket_id uuid NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  message_id uuid REFERENCES ticket_message ON DELETE RESTRICT,
  mark text NOT NULL CONSTRAINT sealed_value_mark CHECK (length(mark) BETWEEN 1 AND 60),
  kind text NOT NULL,
  author_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  key_id text,
  cipher bytea,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  gone_at timestamptz(3),
  gone_reason text,
  -- Either it can be read, or the row says when and why it went; never both, never neither.
  CONSTRAINT sealed_value_gone CHECK (num_nulls(cipher, key_id) IN (0, 2) AND (cipher IS NULL) = (gone_at IS NOT NULL) AND (gone_at IS NULL) = (gone_reason IS NULL)),
  CONSTRAINT sealed_value_reason CHECK (gone_reason IN ('closed', 'expired'))
);
CREATE INDEX sealed_value_of_ticket ON sealed_value (ticket_id);
CREATE INDEX sealed_value_of_origin ON sealed_value (origin_ticket_id);
CREATE INDEX sealed_value_due ON sealed_value (expires_at) WHERE cipher IS NOT NULL;

-- The same while the text is a draft.
CREATE TABLE held_secret (
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  slot text NOT NULL,
  mark text NOT NULL,
  kind text NOT NULL,
  key_id text NOT NULL,
  cipher bytea NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (user_id, slot, mark)
);
