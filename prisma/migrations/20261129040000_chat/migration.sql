-- Conversations between a customer and the desk, as they are written (docs/decisions/0044).
CREATE TYPE conversation_state AS ENUM ('waiting', 'active', 'closed');
CREATE TYPE conversation_end AS ENUM ('customer', 'agent', 'silence', 'nobody');
CREATE TYPE conversation_message_kind AS ENUM ('text', 'joined', 'moved', 'ticket', 'ended', 'warning');

CREATE TABLE conversation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  customer_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  organization_id uuid REFERENCES organization ON DELETE RESTRICT,
  department_id uuid REFERENCES department ON DELETE RESTRICT,
  state conversation_state NOT NULL DEFAULT 'waiting',
  agent_id uuid REFERENCES app_user ON DELETE RESTRICT,
  -- Of the form that began it: the same form sent twice begins one.
  start_key uuid NOT NULL,
  -- Of the message that was written last; given out under this row's lock.
  last_seq integer NOT NULL DEFAULT 0 CONSTRAINT conversation_last_seq CHECK (last_seq >= 0),
  customer_read_seq integer NOT NULL DEFAULT 0,
  agent_read_seq integer NOT NULL DEFAULT 0,
  started_at timestamptz(3) NOT NULL,
  assigned_at timestamptz(3),
  last_customer_at timestamptz(3) NOT NULL,
  last_agent_at timestamptz(3),
  closed_at timestamptz(3),
  closed_by uuid REFERENCES app_user ON DELETE RESTRICT,
  closed_why conversation_end,
  -- What it became, or was added to.
  ticket_id uuid REFERENCES ticket ON DELETE RESTRICT,
  CONSTRAINT conversation_waiting CHECK (state <> 'waiting' OR agent_id IS NULL),
  CONSTRAINT conversation_active CHECK (state <> 'active' OR agent_id IS NOT NULL),
  CONSTRAINT conversation_assigned CHECK ((agent_id IS NULL) = (assigned_at IS NULL)),
  CONSTRAINT conversation_closed CHECK ((state = 'closed') = (closed_at IS NOT NULL) AND (closed_at IS NULL) = (closed_why IS NULL)),
  CONSTRAINT conversation_closed_by CHECK ((closed_by IS NOT NULL) = COALESCE(closed_why IN ('customer', 'agent'), FALSE)),
  CONSTRAINT conversation_read CHECK (customer_read_seq BETWEEN 0 AND last_seq AND agent_read_seq BETWEEN 0 AND last_seq),
  CONSTRAINT conversation_begun_once UNIQUE (customer_id, start_key)
);
-- Somebody talks with the desk in one place.
CREATE UNIQUE INDEX conversation_one_live ON conversation (customer_id) WHERE state <> 'closed';
CREATE INDEX conversation_queue ON conversation (started_at, id) WHERE state = 'waiting';
CREATE INDEX conversation_of_agent ON conversation (agent_id) WHERE state = 'active';
CREATE INDEX conversation_recent ON conversation (closed_at DESC, id DESC) WHERE state = 'closed';
CREATE INDEX conversation_of_customer ON conversation (customer_id, started_at DESC);
CREATE INDEX conversation_by_organization ON conversation (organization_id);
CREATE INDEX conversation_by_department ON conversation (department_id);
CREATE INDEX conversation_by_agent ON conversation (agent_id);
CREATE INDEX conversation_by_closer ON conversation (closed_by);
CREATE INDEX conversation_by_ticket ON conversation (ticket_id);

-- Append-only. What is no text is put into words when it is read. A warning about conduct may be longer than what people write.
CREATE TABLE conversation_message (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  conversation_id uuid NOT NULL REFERENCES conversation ON DELETE RESTRICT,
  seq integer NOT NULL CONSTRAINT conversation_message_seq CHECK (seq > 0),
  kind conversation_message_kind NOT NULL DEFAULT 'text',
  -- Null: the desk itself.
  author_id uuid REFERENCES app_user ON DELETE RESTRICT,
  is_staff boolean NOT NULL,
  -- By the browser that wrote it: sent again after a cut, it is one message.
  client_message_id uuid NOT NULL,
  body text NOT NULL DEFAULT '' CONSTRAINT conversation_message_body CHECK (char_length(body) <= 5000),
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT conversation_message_text CHECK (kind NOT IN ('text', 'warning') OR author_id IS NOT NULL),
  CONSTRAINT conversation_message_in_order UNIQUE (conversation_id, seq),
  CONSTRAINT conversation_message_once UNIQUE (conversation_id, author_id, client_message_id)
);
CREATE INDEX conversation_message_of_author ON conversation_message (author_id, created_at DESC);
CREATE TRIGGER conversation_message_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conversation_message FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Of the desk alone: who gave it to whom, and what the other one should know. Append-only.
CREATE TABLE conversation_hand_over (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  conversation_id uuid NOT NULL REFERENCES conversation ON DELETE RESTRICT,
  from_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  to_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  note text NOT NULL CONSTRAINT conversation_hand_over_note CHECK (char_length(note) <= 2000),
  at timestamptz(3) NOT NULL
);
CREATE INDEX conversation_hand_over_of ON conversation_hand_over (conversation_id, at);
CREATE INDEX conversation_hand_over_from ON conversation_hand_over (from_id);
CREATE INDEX conversation_hand_over_to ON conversation_hand_over (to_id);
CREATE TRIGGER conversation_hand_over_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conversation_hand_over FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE chat_availability (
  user_id uuid PRIMARY KEY REFERENCES app_user ON DELETE CASCADE,
  is_available boolean NOT NULL,
  most_at_once smallint NOT NULL CONSTRAINT chat_availability_most CHECK (most_at_once BETWEEN 1 AND 10),
  -- Since when nothing was given to them: whoever has been idle longest is next.
  idle_since timestamptz(3) NOT NULL,
  -- Their browser says so as long as a page of the desk is open.
  seen_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);

CREATE TABLE canned_answer (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  title text NOT NULL CONSTRAINT canned_answer_title CHECK (char_length(title) BETWEEN 1 AND 80),
  body text NOT NULL CONSTRAINT canned_answer_body CHECK (char_length(body) BETWEEN 1 AND 4000),
  updated_by uuid REFERENCES app_user ON DELETE SET NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX canned_answer_by_title ON canned_answer (lower(title));
CREATE INDEX canned_answer_by_editor ON canned_answer (updated_by);

-- One row; whoever gives conversations to agents holds it, so that this happens one after the other.
CREATE TABLE chat_settings (
  id smallint PRIMARY KEY DEFAULT 1 CONSTRAINT chat_settings_is_one CHECK (id = 1),
  -- A conversation in which the customer has not answered for so many minutes is closed.
  silence_minutes integer NOT NULL CONSTRAINT chat_settings_silence CHECK (silence_minutes BETWEEN 2 AND 240),
  updated_at timestamptz(3),
  updated_by uuid REFERENCES app_user ON DELETE SET NULL
);
CREATE INDEX chat_settings_by_editor ON chat_settings (updated_by);
INSERT INTO chat_settings (id, silence_minutes) VALUES (1, 15);

-- Files of a conversation.
ALTER TABLE attachment ADD COLUMN chat_message_id uuid REFERENCES conversation_message ON DELETE RESTRICT;
ALTER TABLE attachment DROP CONSTRAINT attachment_of_one;
ALTER TABLE attachment ADD CONSTRAINT attachment_of_one CHECK (num_nonnulls(ticket_id, message_id, note_id, article_id, charge_id, chat_message_id) = (CASE WHEN claimed_at IS NULL THEN 0 ELSE 1 END));
CREATE INDEX attachment_of_chat_message ON attachment (chat_message_id, position);

-- Conduct in conversations.
ALTER TABLE conduct_case ALTER COLUMN ticket_id DROP NOT NULL;
ALTER TABLE conduct_case ADD COLUMN chat_message_id uuid UNIQUE REFERENCES conversation_message ON DELETE RESTRICT;
ALTER TABLE conduct_case ADD CONSTRAINT conduct_case_of_one CHECK (num_nonnulls(ticket_id, chat_message_id) = 1 AND (message_id IS NULL OR ticket_id IS NOT NULL));

-- What people are told of them.
ALTER TYPE notification_topic ADD VALUE 'chat';
ALTER TYPE mail_kind ADD VALUE 'transcript';
ALTER TABLE notification ADD COLUMN conversation_id uuid REFERENCES conversation ON DELETE RESTRICT;
ALTER TABLE notification DROP CONSTRAINT notification_about;
ALTER TABLE notification ADD CONSTRAINT notification_about CHECK (num_nonnulls(ticket_event_id, conduct_event_id, contract_id, conversation_id) = 1);
CREATE INDEX notification_of_conversation ON notification (conversation_id);
