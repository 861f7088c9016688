CREATE TYPE attachment_backend AS ENUM ('disk', 's3', 'uploadthing');
CREATE TYPE attachment_kind AS ENUM ('image', 'file');
CREATE TYPE attachment_upload_state AS ENUM ('receiving', 'complete', 'refused');

-- What is on its way: one row an upload, under the UUID that the browser gave it. The bytes that have come stand beside the objects, not here.
CREATE TABLE attachment_upload (
  id uuid PRIMARY KEY,
  uploader_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  -- Of the address that was signed last. Such keys hold about 30 bits: two that collide are two uploads, and the second is refused.
  file_key text NOT NULL UNIQUE,
  -- Random, made here: what the bytes are called while they come.
  part_key uuid NOT NULL UNIQUE,
  metadata jsonb NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  type text NOT NULL,
  size integer NOT NULL CHECK (size > 0),
  state attachment_upload_state NOT NULL DEFAULT 'receiving',
  -- Why it was refused, for whoever tries again.
  refusal text,
  -- What became of the bytes, once they are in the store.
  stored jsonb,
  -- What the browser is told once it is complete.
  result jsonb,
  -- Who writes to it now, until when: renewed while bytes come, so that it lapses by itself when a process dies.
  lease_token uuid,
  lease_until timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT attachment_upload_lease CHECK ((lease_token IS NULL) = (lease_until IS NULL)),
  CONSTRAINT attachment_upload_refused CHECK ((state = 'refused') = (refusal IS NOT NULL)),
  CONSTRAINT attachment_upload_result CHECK (state = 'complete' OR result IS NULL)
);
CREATE INDEX attachment_upload_of_uploader ON attachment_upload (uploader_id, updated_at);
CREATE INDEX attachment_upload_by_age ON attachment_upload (updated_at);

-- A file that arrived whole, was looked into, and is kept. It is its uploader's until one message, note, ticket or article claims it.
CREATE TABLE attachment (
  id uuid PRIMARY KEY,
  uploader_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  backend attachment_backend NOT NULL,
  -- Random keys in that backend.
  object_key text NOT NULL,
  thumbnail_key text,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  media_type text NOT NULL,
  kind attachment_kind NOT NULL,
  -- Of what is kept and served: a picture is re-encoded.
  size integer NOT NULL CHECK (size > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  width integer,
  height integer,
  ticket_id uuid REFERENCES ticket ON DELETE RESTRICT,
  message_id uuid REFERENCES ticket_message ON DELETE RESTRICT,
  note_id uuid REFERENCES ticket_note ON DELETE RESTRICT,
  article_id uuid REFERENCES article ON DELETE RESTRICT,
  position integer NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL,
  claimed_at timestamptz(3),
  CONSTRAINT attachment_of_one CHECK (num_nonnulls(ticket_id, message_id, note_id, article_id) = (CASE WHEN claimed_at IS NULL THEN 0 ELSE 1 END)),
  CONSTRAINT attachment_picture CHECK ((kind = 'image') = (width IS NOT NULL AND height IS NOT NULL AND thumbnail_key IS NOT NULL))
);
-- Not unique: a file that several tickets are sent with is several rows, and one object, which stays as long as any of them does.
CREATE INDEX attachment_of_object ON attachment (object_key);
CREATE INDEX attachment_of_thumbnail ON attachment (thumbnail_key) WHERE thumbnail_key IS NOT NULL;
CREATE INDEX attachment_of_ticket ON attachment (ticket_id, position) WHERE ticket_id IS NOT NULL;
CREATE INDEX attachment_of_message ON attachment (message_id, position) WHERE message_id IS NOT NULL;
CREATE INDEX attachment_of_note ON attachment (note_id, position) WHERE note_id IS NOT NULL;
CREATE INDEX attachment_of_article ON attachment (article_id, position) WHERE article_id IS NOT NULL;
CREATE INDEX attachment_unclaimed ON attachment (created_at) WHERE claimed_at IS NULL;
CREATE INDEX attachment_of_uploader ON attachment (uploader_id);

-- Objects that nothing leads to any more: removed by the janitor, so that no transaction waits for a store, and none is forgotten.
CREATE TABLE attachment_discard (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  backend attachment_backend NOT NULL,
  object_key text NOT NULL,
  created_at timestamptz(3) NOT NULL
);

-- What the administrator allows; without a row, what the product comes with.
CREATE TABLE attachment_settings (
  id smallint PRIMARY KEY DEFAULT 1 CONSTRAINT attachment_settings_is_one CHECK (id = 1),
  max_file_megabytes integer NOT NULL CHECK (max_file_megabytes BETWEEN 1 AND 128),
  max_files integer NOT NULL CHECK (max_files BETWEEN 1 AND 30),
  types text[] NOT NULL CHECK (cardinality(types) > 0),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  updated_at timestamptz(3) NOT NULL,
  updated_by uuid REFERENCES app_user ON DELETE SET NULL
);
CREATE INDEX attachment_settings_of_editor ON attachment_settings (updated_by);
