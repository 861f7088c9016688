-- What a calendar knows an appointment by: the same through every move, and how often it changed (RFC 5545, UID and SEQUENCE).
ALTER TABLE appointment
  ADD COLUMN calendar_uid uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN sequence integer NOT NULL DEFAULT 0 CONSTRAINT appointment_sequence CHECK (sequence >= 0),
  -- The tool as it was when this was booked; the settings may change.
  ADD COLUMN remote_tool remote_tool,
  ADD COLUMN hour_reminded_at timestamptz(3),
  ADD CONSTRAINT appointment_tool CHECK ((kind = 'remote') = (remote_tool IS NOT NULL)),
  ADD CONSTRAINT appointment_started CHECK (state NOT IN ('under_way', 'finished') OR started_at IS NOT NULL),
  ADD CONSTRAINT appointment_ended CHECK ((state = 'finished') = (ended_at IS NOT NULL)),
  -- The one-time code ends with it.
  ADD CONSTRAINT appointment_code_void CHECK (join_code IS NULL OR state IN ('proposed', 'confirmed', 'under_way'));
ALTER TABLE appointment RENAME COLUMN reminded_at TO day_reminded_at;

-- A ticket has one appointment that both sides stand by, whatever else was proposed.
CREATE UNIQUE INDEX appointment_one_confirmed ON appointment (ticket_id) WHERE state IN ('confirmed', 'under_way');
CREATE INDEX appointment_to_expire ON appointment (starts_at) WHERE state = 'proposed';

-- An agent is away once at a time.
ALTER TABLE agent_absence ADD CONSTRAINT agent_absence_apart EXCLUDE USING gist (agent_id WITH =, tstzrange(starts_at, ends_at) WITH &&);
