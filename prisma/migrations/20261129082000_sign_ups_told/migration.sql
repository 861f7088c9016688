-- The desk is told of sign-ups that wait for somebody to decide (docs/decisions/0042).
ALTER TYPE notification_topic ADD VALUE 'signups';

-- What was replaced by another request is forgotten after a month, and what was told of it goes along.
ALTER TABLE notification ADD COLUMN sign_up_id uuid REFERENCES sign_up ON DELETE CASCADE;
ALTER TABLE notification DROP CONSTRAINT notification_about;
ALTER TABLE notification ADD CONSTRAINT notification_about CHECK (num_nonnulls(ticket_event_id, conduct_event_id, contract_id, conversation_id, sign_up_id) = 1);
CREATE INDEX notification_of_sign_up ON notification (sign_up_id);
