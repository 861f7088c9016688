-- What an import would make, piece by piece: shown before it is done, done in batches, and gone on with after an interruption.
ALTER TABLE kb_import
  -- Where the file is kept from the look until it is done.
  ADD COLUMN backend attachment_backend,
  ADD COLUMN object_key text,
  ADD COLUMN started_at timestamptz(3),
  ADD COLUMN started_by uuid REFERENCES app_user ON DELETE RESTRICT,
  ADD CONSTRAINT kb_import_kept CHECK (num_nonnulls(backend, object_key) IN (0, 2)),
  ADD CONSTRAINT kb_import_started CHECK (num_nonnulls(started_at, started_by) IN (0, 2));
CREATE INDEX kb_import_of_starter ON kb_import (started_by);

CREATE TYPE kb_import_kind AS ENUM ('category', 'article', 'group', 'question', 'tickets');
CREATE TYPE kb_import_verdict AS ENUM ('new', 'exists', 'refused');

CREATE TABLE kb_import_item (
  import_id uuid NOT NULL REFERENCES kb_import ON DELETE CASCADE,
  position integer NOT NULL CONSTRAINT kb_import_item_position CHECK (position > 0),
  kind kb_import_kind NOT NULL,
  verdict kb_import_verdict NOT NULL,
  title text NOT NULL,
  -- What is written when it is done; lib/kb/import/plan-types.ts says its shape.
  data jsonb NOT NULL,
  -- [{ code, detail }]: what is different from the file, or why it is refused.
  notes jsonb NOT NULL DEFAULT '[]',
  done_at timestamptz(3),
  PRIMARY KEY (import_id, position)
);
CREATE INDEX kb_import_item_to_do ON kb_import_item (import_id, position) WHERE done_at IS NULL;
