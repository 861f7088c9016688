-- Messages on their way out, and what people are told of (docs/decisions/0039, 0040).
CREATE TYPE mail_state AS ENUM ('waiting', 'sending', 'sent', 'failed', 'kept', 'withdrawn');
CREATE TYPE mail_kind AS ENUM ('notifications', 'test');

CREATE TABLE mail_message (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind mail_kind NOT NULL,
  state mail_state NOT NULL DEFAULT 'waiting',
  user_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  -- As it was at the last try; empty before the first.
  address text NOT NULL DEFAULT '',
  subject text NOT NULL DEFAULT '' CONSTRAINT mail_message_subject CHECK (subject !~ '[\r\n]'),
  body_text text NOT NULL DEFAULT '',
  body_html text NOT NULL DEFAULT '',
  -- The left side of the Message-ID: the same at every try.
  message_key text NOT NULL UNIQUE,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz(3) NOT NULL,
  lease_id uuid,
  lease_until timestamptz(3),
  -- The text began to be handed over, and the server's answer is not known.
  handed_over_at timestamptz(3),
  -- How often it was tried again without knowing whether it had arrived.
  repeats integer NOT NULL DEFAULT 0,
  -- What the server, or the way to it, said last.
  answer text NOT NULL DEFAULT '',
  created_at timestamptz(3) NOT NULL,
  sent_at timestamptz(3),
  CONSTRAINT mail_message_leased CHECK ((state = 'sending') = (lease_id IS NOT NULL) AND (lease_id IS NULL) = (lease_until IS NULL)),
  CONSTRAINT mail_message_sent CHECK ((state = 'sent') = (sent_at IS NOT NULL))
);
CREATE INDEX mail_message_newest ON mail_message (created_at DESC, id DESC);
CREATE INDEX mail_message_by_state ON mail_message (state, created_at DESC, id DESC);
CREATE INDEX mail_message_of_person ON mail_message (user_id, created_at);
CREATE INDEX mail_message_to_send ON mail_message (next_attempt_at) WHERE state IN ('waiting', 'sending');

CREATE TYPE notification_topic AS ENUM ('answers', 'states', 'quotes', 'appointments', 'charges', 'contracts', 'conduct', 'assigned', 'replies', 'notes', 'departments', 'sla');

-- One person is told of one thing, once. What it says is made when it is read.
CREATE TABLE notification (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  topic notification_topic NOT NULL,
  -- What it is about, by a name of its own: told of twice, it is one.
  source text NOT NULL,
  ticket_event_id bigint REFERENCES ticket_event ON DELETE RESTRICT,
  conduct_event_id bigint REFERENCES conduct_event ON DELETE RESTRICT,
  contract_id uuid REFERENCES contract ON DELETE CASCADE,
  contract_notice contract_notice_kind,
  ticket_id uuid REFERENCES ticket ON DELETE RESTRICT,
  is_in_portal boolean NOT NULL,
  at timestamptz(3) NOT NULL,
  read_at timestamptz(3),
  -- When a mail may say so; null: by no mail.
  mail_due_at timestamptz(3),
  mail_id uuid REFERENCES mail_message ON DELETE RESTRICT,
  CONSTRAINT notification_about CHECK (num_nonnulls(ticket_event_id, conduct_event_id, contract_id) = 1),
  CONSTRAINT notification_of_contract CHECK ((contract_id IS NULL) = (contract_notice IS NULL)),
  CONSTRAINT notification_of_ticket CHECK ((ticket_event_id IS NULL) = (ticket_id IS NULL)),
  UNIQUE (user_id, source)
);
CREATE INDEX notification_in_portal ON notification (user_id, at DESC, id DESC) WHERE is_in_portal;
CREATE INDEX notification_unread ON notification (user_id) WHERE is_in_portal AND read_at IS NULL;
CREATE INDEX notification_to_mail ON notification (mail_due_at, user_id) WHERE mail_due_at IS NOT NULL AND mail_id IS NULL;
CREATE INDEX notification_of_mail ON notification (mail_id);
CREATE INDEX notification_of_ticket_event ON notification (ticket_event_id);
CREATE INDEX notification_of_conduct_event ON notification (conduct_event_id);
CREATE INDEX notification_by_contract ON notification (contract_id);
CREATE INDEX notification_by_ticket ON notification (ticket_id);

-- What a person chose differently from what the product comes with.
CREATE TABLE notification_choice (
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  topic notification_topic NOT NULL,
  in_portal boolean NOT NULL,
  by_mail boolean NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (user_id, topic)
);

CREATE TABLE notification_settings (
  user_id uuid PRIMARY KEY REFERENCES app_user ON DELETE CASCADE,
  -- Of the desk: mail waits for the opening hours.
  keeps_quiet_hours boolean NOT NULL,
  updated_at timestamptz(3) NOT NULL
);

-- Of the desk: whose new tickets one wants to hear of.
CREATE TABLE department_follow (
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  department_id uuid NOT NULL REFERENCES department ON DELETE CASCADE,
  PRIMARY KEY (user_id, department_id)
);
CREATE INDEX department_follow_of_department ON department_follow (department_id);

CREATE TABLE ticket_mute (
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  ticket_id uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (user_id, ticket_id)
);
CREATE INDEX ticket_mute_of_ticket ON ticket_mute (ticket_id);

-- Each topic's words, every version of them; the highest number holds.
CREATE TABLE mail_template_version (
  template text NOT NULL CONSTRAINT mail_template_version_template CHECK (template ~ '^[a-z]{1,40}$'),
  number integer NOT NULL CONSTRAINT mail_template_version_number CHECK (number > 0),
  subject text NOT NULL CONSTRAINT mail_template_version_subject CHECK (subject !~ '[\r\n]'),
  body text NOT NULL,
  saved_at timestamptz(3) NOT NULL,
  saved_by uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  PRIMARY KEY (template, number)
);
CREATE INDEX mail_template_version_of_editor ON mail_template_version (saved_by);

CREATE TRIGGER mail_template_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON mail_template_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
