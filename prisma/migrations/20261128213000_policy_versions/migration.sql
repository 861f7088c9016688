-- The text of a policy moves to its versions: what a page said becomes version 1, in force since it was last changed.
-- The hash is over title, summary and body, a line end between them, in UTF-8: as lib/policies/version-hash.ts has it.
INSERT INTO policy_version (policy_id, number, title, summary, body, effective_on, sha256, created_at, published_at)
SELECT id, 1, title, summary, body, (updated_at AT TIME ZONE 'America/Mexico_City')::date,
       encode(sha256(convert_to(title || E'\n' || summary || E'\n' || body, 'UTF8')), 'hex'), updated_at, updated_at
FROM policy_page p
WHERE NOT EXISTS (SELECT FROM policy_version v WHERE v.policy_id = p.id);

ALTER TABLE policy_page DROP COLUMN title, DROP COLUMN summary, DROP COLUMN body, DROP COLUMN updated_at;
