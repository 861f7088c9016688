-- Who somebody is to the identity provider: by the subject, never again by the address (docs/decisions/0043).
CREATE TABLE user_identity (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  issuer text NOT NULL CONSTRAINT user_identity_issuer CHECK (issuer <> ''),
  subject text NOT NULL CONSTRAINT user_identity_subject CHECK (subject <> ''),
  -- The verified address by which they were linked, once.
  linked_email text NOT NULL,
  linked_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3) NOT NULL,
  UNIQUE (issuer, subject),
  -- An address that was given to somebody else at the provider takes over no account.
  UNIQUE (user_id, issuer)
);
