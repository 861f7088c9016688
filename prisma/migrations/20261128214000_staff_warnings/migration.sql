-- A warning to one of the desk is not said before the customer: it is kept here, and read by them alone.
ALTER TABLE conduct_warning ALTER COLUMN message_id DROP NOT NULL;
ALTER TABLE conduct_warning ADD COLUMN body text NOT NULL DEFAULT '' CONSTRAINT conduct_warning_body CHECK (length(body) <= 5000);
ALTER TABLE conduct_warning ADD CONSTRAINT conduct_warning_said CHECK ((message_id IS NULL) = (body <> ''));
