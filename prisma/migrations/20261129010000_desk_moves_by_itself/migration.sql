-- Tickets put off, warnings before a promise breaks, and what the desk does by itself (docs/decisions/0041).
ALTER TYPE notification_topic ADD VALUE 'reminders';
ALTER TYPE notification_topic ADD VALUE 'snoozes';
ALTER TYPE notification_topic ADD VALUE 'escalations';
ALTER TYPE notification_topic ADD VALUE 'satisfaction';

-- Out of the queues until then, or until the customer writes.
ALTER TABLE ticket ADD COLUMN snoozed_until timestamptz(3);
ALTER TABLE ticket ADD COLUMN snoozed_by uuid REFERENCES app_user ON DELETE RESTRICT;
ALTER TABLE ticket ADD CONSTRAINT ticket_snoozed CHECK ((snoozed_until IS NULL) = (snoozed_by IS NULL));
CREATE INDEX ticket_of_snoozer ON ticket (snoozed_by) WHERE snoozed_by IS NOT NULL;

-- Three quarters of the time promised had gone by.
ALTER TABLE ticket_sla_target ADD COLUMN warned_at timestamptz(3);

-- One row: what the administrator chose. Without it, what the product comes with.
CREATE TABLE routine_settings (
  id smallint PRIMARY KEY DEFAULT 1 CONSTRAINT routine_settings_one CHECK (id = 1),
  -- Business days without the customer's answer; 0: never.
  first_reminder_days integer NOT NULL CONSTRAINT routine_settings_first CHECK (first_reminder_days BETWEEN 0 AND 60),
  second_reminder_days integer NOT NULL CONSTRAINT routine_settings_second CHECK (second_reminder_days BETWEEN 0 AND 60),
  -- Days of the calendar after which what was solved closes.
  close_after_days integer NOT NULL CONSTRAINT routine_settings_close CHECK (close_after_days BETWEEN 1 AND 365),
  asks_satisfaction boolean NOT NULL,
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz(3) NOT NULL,
  updated_by uuid REFERENCES app_user ON DELETE SET NULL
);
CREATE INDEX routine_settings_of_editor ON routine_settings (updated_by);

-- What the customer said once it was solved: one answer a ticket, theirs to change.
CREATE TYPE satisfaction AS ENUM ('good', 'fair', 'bad');
CREATE TABLE ticket_rating (
  ticket_id uuid PRIMARY KEY REFERENCES ticket ON DELETE RESTRICT,
  user_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  satisfaction satisfaction NOT NULL,
  comment text NOT NULL DEFAULT '' CONSTRAINT ticket_rating_comment CHECK (length(comment) <= 2000),
  -- Whoever had the ticket then.
  assignee_id uuid REFERENCES app_user ON DELETE RESTRICT,
  rated_at timestamptz(3) NOT NULL
);
CREATE INDEX ticket_rating_of_person ON ticket_rating (user_id);
CREATE INDEX ticket_rating_of_assignee ON ticket_rating (assignee_id);
CREATE INDEX ticket_rating_newest ON ticket_rating (rated_at DESC, ticket_id);

-- Rules of "when … and … then …" that an administrator wrote.
CREATE TYPE rule_trigger AS ENUM ('opened', 'customer_replied', 'staff_replied', 'status_changed', 'priority_changed', 'department_changed', 'assignee_changed', 'sla_warned', 'sla_breached', 'snooze_ended', 'waiting', 'solved_since');

CREATE TABLE automation_rule (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL CONSTRAINT automation_rule_name CHECK (length(name) BETWEEN 1 AND 80),
  position integer NOT NULL,
  trigger rule_trigger NOT NULL,
  -- Business days, of the triggers that count them.
  trigger_days integer CONSTRAINT automation_rule_days CHECK (trigger_days BETWEEN 1 AND 60),
  conditions jsonb NOT NULL,
  actions jsonb NOT NULL,
  -- More than so many within an hour stop it.
  max_per_hour integer NOT NULL CONSTRAINT automation_rule_cap CHECK (max_per_hour BETWEEN 1 AND 1000),
  is_on boolean NOT NULL DEFAULT false,
  -- Acts on what happened after it, in the name of whoever did it.
  switched_on_at timestamptz(3),
  switched_on_by uuid REFERENCES app_user ON DELETE RESTRICT,
  -- Stopped by itself, at its cap.
  stopped_at timestamptz(3),
  removed_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  updated_by uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  CONSTRAINT automation_rule_on CHECK (NOT is_on OR (switched_on_at IS NOT NULL AND switched_on_by IS NOT NULL AND stopped_at IS NULL AND removed_at IS NULL)),
  CONSTRAINT automation_rule_counts CHECK ((trigger IN ('waiting', 'solved_since')) = (trigger_days IS NOT NULL))
);
CREATE INDEX automation_rule_of_editor ON automation_rule (updated_by);
CREATE INDEX automation_rule_of_switcher ON automation_rule (switched_on_by);
CREATE INDEX automation_rule_on ON automation_rule (trigger) WHERE is_on;

-- What a rule did, once per ticket and cause.
CREATE TABLE automation_run (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  rule_id uuid NOT NULL REFERENCES automation_rule ON DELETE RESTRICT,
  rule_version integer NOT NULL,
  ticket_id uuid NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  cause text NOT NULL,
  -- The rules whose acts led here, itself the last: none of them acts again on what comes of it.
  chain uuid[] NOT NULL,
  outcomes jsonb NOT NULL DEFAULT '[]',
  at timestamptz(3) NOT NULL,
  CONSTRAINT automation_run_once UNIQUE (rule_id, ticket_id, cause)
);
CREATE INDEX automation_run_newest ON automation_run (rule_id, at DESC, id);
CREATE INDEX automation_run_of_ticket ON automation_run (ticket_id);

-- What came of a rule.
ALTER TABLE ticket_event ADD COLUMN run_id uuid REFERENCES automation_run ON DELETE RESTRICT;
CREATE INDEX ticket_event_of_run ON ticket_event (run_id) WHERE run_id IS NOT NULL;
ALTER TABLE ticket_message ADD COLUMN run_id uuid REFERENCES automation_run ON DELETE RESTRICT;
CREATE INDEX ticket_message_of_run ON ticket_message (run_id) WHERE run_id IS NOT NULL;
ALTER TABLE ticket_note ADD COLUMN run_id uuid REFERENCES automation_run ON DELETE RESTRICT;
CREATE INDEX ticket_note_of_run ON ticket_note (run_id) WHERE run_id IS NOT NULL;
