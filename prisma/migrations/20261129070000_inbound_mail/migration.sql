-- Mail that came in. It is no channel: a person gets one answer a day, with a link to the form that holds what was written (docs/decisions/0047).
ALTER TYPE mail_kind ADD VALUE 'inbound';

CREATE TYPE inbound_door AS ENUM ('hook', 'mailbox');
-- answered, or why not.
CREATE TYPE inbound_verdict AS ENUM ('answered', 'answered_today', 'over_limit', 'own_mail', 'looped', 'no_sender', 'several_senders', 'invalid_sender', 'bounce', 'receipt', 'robot', 'automatic', 'bulk', 'calendar', 'not_to_us', 'not_genuine', 'unreadable');

CREATE TABLE inbound_mail (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- SHA-256 of its Message-ID and sender, or of its bytes: whatever comes twice, through whichever door, is kept once.
  message_key text NOT NULL UNIQUE CONSTRAINT inbound_mail_key CHECK (message_key ~ '^[0-9a-f]{64}$'),
  door inbound_door NOT NULL,
  -- As the message says; empty where it names nobody.
  sender text NOT NULL DEFAULT '' CONSTRAINT inbound_mail_sender CHECK (sender = lower(sender) AND sender !~ '[\r\n]'),
  subject text NOT NULL DEFAULT '' CONSTRAINT inbound_mail_subject CHECK (subject !~ '[\r\n]'),
  -- Gone once its link is worth nothing any more.
  body text NOT NULL DEFAULT '',
  verdict inbound_verdict NOT NULL,
  -- What of the message decided, in its own words.
  evidence text NOT NULL DEFAULT '',
  -- Whose account had the sender's address when it came.
  user_id uuid REFERENCES app_user ON DELETE CASCADE,
  -- What it answers to, where that person may see it.
  ticket_id uuid REFERENCES ticket ON DELETE CASCADE,
  -- Under which its text is sent from a form, so that it becomes one ticket or one reply.
  submission_key uuid NOT NULL DEFAULT gen_random_uuid(),
  -- The link of its answer: made of the seed and the desk's own secret, and only its SHA-256 is kept.
  seed text,
  token_hash text UNIQUE,
  link_expires_at timestamptz(3),
  answer_id uuid REFERENCES mail_message ON DELETE SET NULL,
  received_at timestamptz(3) NOT NULL,
  CONSTRAINT inbound_mail_link CHECK (num_nonnulls(seed, token_hash, link_expires_at) = CASE WHEN verdict = 'answered' THEN 3 ELSE 0 END),
  CONSTRAINT inbound_mail_answer CHECK (answer_id IS NULL OR verdict = 'answered'),
  CONSTRAINT inbound_mail_ticket CHECK (ticket_id IS NULL OR user_id IS NOT NULL)
);
CREATE INDEX inbound_mail_newest ON inbound_mail (received_at DESC, id DESC);
CREATE INDEX inbound_mail_by_verdict ON inbound_mail (verdict, received_at DESC, id DESC);
CREATE INDEX inbound_mail_of_person ON inbound_mail (user_id);
CREATE INDEX inbound_mail_of_ticket ON inbound_mail (ticket_id);
CREATE INDEX inbound_mail_of_answer ON inbound_mail (answer_id);

-- When a sender was answered last. One row a sender: of two messages at once the second waits here, and finds the day taken.
CREATE TABLE inbound_sender (
  address text PRIMARY KEY CONSTRAINT inbound_sender_address CHECK (address = lower(address)),
  answered_at timestamptz(3) NOT NULL
);
CREATE INDEX inbound_sender_by_age ON inbound_sender (answered_at);

-- How reading the mailbox goes. One row; whoever reads has it until its lease ends.
CREATE TABLE inbound_poll (
  id integer PRIMARY KEY DEFAULT 1 CONSTRAINT inbound_poll_one CHECK (id = 1),
  lease_until timestamptz(3),
  checked_at timestamptz(3),
  succeeded_at timestamptz(3),
  failures integer NOT NULL DEFAULT 0 CONSTRAINT inbound_poll_failures CHECK (failures >= 0),
  next_at timestamptz(3),
  error text NOT NULL DEFAULT ''
);
INSERT INTO inbound_poll DEFAULT VALUES;
