-- Somebody changes the address that they sign in with, confirmed at both (docs/decisions/0046).
CREATE TYPE address_change_state AS ENUM ('open', 'done', 'refused', 'withdrawn');

CREATE TABLE address_change (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  old_address text NOT NULL,
  new_address text NOT NULL,
  -- The one that asked: it goes on afterwards, others end.
  session_id uuid REFERENCES user_session ON DELETE SET NULL,
  state address_change_state NOT NULL DEFAULT 'open',
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  old_allowed_at timestamptz(3),
  new_confirmed_at timestamptz(3),
  closed_at timestamptz(3),
  CONSTRAINT address_change_addresses CHECK (old_address = lower(old_address) AND new_address = lower(new_address) AND old_address <> new_address),
  CONSTRAINT address_change_closed CHECK ((state = 'open') = (closed_at IS NULL)),
  CONSTRAINT address_change_both CHECK (state <> 'done' OR num_nonnulls(old_allowed_at, new_confirmed_at) = 2)
);
CREATE UNIQUE INDEX address_change_one_open ON address_change (user_id) WHERE state = 'open';
CREATE INDEX address_change_of_user ON address_change (user_id, created_at DESC);
CREATE INDEX address_change_of_session ON address_change (session_id);
CREATE INDEX address_change_by_age ON address_change (expires_at);

ALTER TABLE account_link ADD COLUMN address_change_id uuid REFERENCES address_change ON DELETE CASCADE;
ALTER TABLE account_link DROP CONSTRAINT account_link_about;
ALTER TABLE account_link ADD CONSTRAINT account_link_about CHECK (
  num_nonnulls(user_id, sign_up_id, invitation_id, address_change_id) = 1
  AND (purpose = 'password') = (user_id IS NOT NULL)
  AND (purpose = 'sign_up') = (sign_up_id IS NOT NULL)
  AND (purpose = 'invitation') = (invitation_id IS NOT NULL)
);
CREATE UNIQUE INDEX account_link_one_address ON account_link (address_change_id, purpose) WHERE address_change_id IS NOT NULL AND used_at IS NULL;
CREATE INDEX account_link_of_address_change ON account_link (address_change_id);
