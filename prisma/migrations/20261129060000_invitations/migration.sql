-- Somebody of the desk, or the manager of an organization, invites a person into it (docs/decisions/0046).
CREATE TYPE invitation_state AS ENUM ('open', 'accepted', 'withdrawn');

CREATE TABLE invitation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
  email text NOT NULL CONSTRAINT invitation_email CHECK (email = lower(email)),
  -- As whoever invites wrote it; the person writes their own.
  name text NOT NULL CONSTRAINT invitation_name CHECK (name <> ''),
  role organization_role NOT NULL,
  state invitation_state NOT NULL DEFAULT 'open',
  -- Who invited last.
  invited_by uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  created_at timestamptz(3) NOT NULL,
  sent_at timestamptz(3) NOT NULL,
  -- Until then it may be accepted, by links of half an hour each.
  expires_at timestamptz(3) NOT NULL,
  closed_at timestamptz(3),
  withdrawn_by uuid REFERENCES app_user ON DELETE RESTRICT,
  user_id uuid REFERENCES app_user ON DELETE RESTRICT,
  CONSTRAINT invitation_closed CHECK ((state = 'open') = (closed_at IS NULL)),
  CONSTRAINT invitation_accepted CHECK ((state = 'accepted') = (user_id IS NOT NULL)),
  CONSTRAINT invitation_withdrawn CHECK ((state = 'withdrawn') = (withdrawn_by IS NOT NULL)),
  CONSTRAINT invitation_lasts CHECK (expires_at > sent_at AND sent_at >= created_at)
);
-- Inviting an address again renews the invitation that is open.
CREATE UNIQUE INDEX invitation_one_open ON invitation (organization_id, email) WHERE state = 'open';
CREATE INDEX invitation_of_organization ON invitation (organization_id, state, sent_at);
CREATE INDEX invitation_of_address ON invitation (email);
CREATE INDEX invitation_of_inviter ON invitation (invited_by);
CREATE INDEX invitation_of_withdrawer ON invitation (withdrawn_by);
CREATE INDEX invitation_of_user ON invitation (user_id);

ALTER TABLE account_link ADD COLUMN invitation_id uuid REFERENCES invitation ON DELETE CASCADE;
ALTER TABLE account_link DROP CONSTRAINT account_link_about;
ALTER TABLE account_link ADD CONSTRAINT account_link_about CHECK (
  num_nonnulls(user_id, sign_up_id, invitation_id) = 1
  AND (purpose = 'password') = (user_id IS NOT NULL)
  AND (purpose = 'sign_up') = (sign_up_id IS NOT NULL)
  AND (purpose = 'invitation') = (invitation_id IS NOT NULL)
);
CREATE UNIQUE INDEX account_link_one_invitation ON account_link (invitation_id) WHERE purpose = 'invitation' AND used_at IS NULL;
CREATE INDEX account_link_of_invitation ON account_link (invitation_id);
