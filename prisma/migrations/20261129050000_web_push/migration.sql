-- What a browser shows by itself, the desk's page open or not (docs/decisions/0045).
CREATE TABLE push_subscription (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  -- The session of the browser that asked: with its end this ends too.
  session_id text NOT NULL,
  session_version integer NOT NULL,
  -- The browser's own place at its push service; whoever signs in there last has it.
  endpoint text NOT NULL UNIQUE CONSTRAINT push_subscription_endpoint CHECK (endpoint ~ '^https?://' AND length(endpoint) <= 2000),
  p256dh text NOT NULL,
  auth text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  -- When the browser was here last.
  seen_at timestamptz(3) NOT NULL
);
CREATE INDEX push_subscription_of_person ON push_subscription (user_id);
CREATE INDEX push_subscription_of_session ON push_subscription (session_id);

-- The pair of keys that the desk shows itself to push services with (VAPID). One for all processes.
CREATE TABLE push_key (
  id integer PRIMARY KEY DEFAULT 1 CONSTRAINT push_key_one CHECK (id = 1),
  public_key text NOT NULL,
  key_id text NOT NULL,
  cipher bytea NOT NULL,
  created_at timestamptz(3) NOT NULL
);

ALTER TABLE notification ADD COLUMN push_due_at timestamptz(3);
CREATE INDEX notification_to_push ON notification (push_due_at, user_id) WHERE push_due_at IS NOT NULL;
-- What was chosen by mail or bell before is told in a browser too, once one asks for it there.
ALTER TABLE notification_choice ADD COLUMN by_push boolean NOT NULL DEFAULT true;
ALTER TABLE notification_choice ALTER COLUMN by_push DROP DEFAULT;
