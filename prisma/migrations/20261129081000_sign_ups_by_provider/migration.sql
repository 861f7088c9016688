-- Whoever came through the identity provider and waits to be placed: no password, and who they are there (docs/decisions/0042, 0043).
ALTER TABLE sign_up ADD COLUMN issuer text, ADD COLUMN subject text;
-- The provider verified the address before there was a row.
ALTER TABLE sign_up ADD CONSTRAINT sign_up_provider CHECK ((issuer IS NULL) = (subject IS NULL) AND (subject IS NULL OR confirmed_at IS NOT NULL));
ALTER TABLE sign_up DROP CONSTRAINT sign_up_password;
ALTER TABLE sign_up ADD CONSTRAINT sign_up_password CHECK ((password_hash IS NOT NULL) = (state IN ('unconfirmed', 'waiting') AND subject IS NULL));
