CREATE TABLE search_synonym_group (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  expressions text[] NOT NULL CONSTRAINT synonym_group_size CHECK (cardinality(expressions) BETWEEN 2 AND 12 AND array_ndims(expressions) = 1),
  version integer NOT NULL DEFAULT 1 CONSTRAINT synonym_group_version CHECK (version > 0),
  updated_at timestamptz(3) NOT NULL,
  updated_by uuid REFERENCES app_user ON DELETE SET NULL
);
CREATE INDEX search_synonym_group_of_editor ON search_synonym_group (updated_by);

-- One row an expression; its key is what keeps an expression in one group.
CREATE TABLE search_synonym_key (
  key text COLLATE "C" PRIMARY KEY CONSTRAINT synonym_key_is_not_empty CHECK (key <> ''),
  group_id uuid NOT NULL REFERENCES search_synonym_group ON DELETE CASCADE
);
CREATE INDEX search_synonym_key_of_group ON search_synonym_key (group_id);

-- Which edition is in force. Every process looks here, and reads the groups again when it changed.
CREATE TABLE search_synonym_revision (
  id smallint PRIMARY KEY DEFAULT 1 CONSTRAINT synonym_revision_is_one CHECK (id = 1),
  revision uuid NOT NULL
);

-- By a trigger, so that no hand that changes a group can forget it.
CREATE FUNCTION renew_synonym_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_synonym_revision (revision) VALUES (gen_random_uuid()) ON CONFLICT (id) DO UPDATE SET revision = excluded.revision;
  RETURN NULL;
END $$;
CREATE TRIGGER search_synonym_group_renews_revision AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON search_synonym_group
  FOR EACH STATEMENT EXECUTE FUNCTION renew_synonym_revision();
