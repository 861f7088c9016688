-- Knowledge: who may read, versions, plans ---------------------------------------------------

-- In this order, the narrower one later: GREATEST tells what holds of two.
CREATE TYPE kb_audience AS ENUM ('public', 'customers', 'staff');

ALTER TABLE kb_category
  ADD COLUMN parent_id uuid REFERENCES kb_category ON DELETE RESTRICT,
  ADD COLUMN audience kb_audience NOT NULL DEFAULT 'public',
  -- What holds with everything above it; kept by the triggers below.
  ADD COLUMN effective_audience kb_audience NOT NULL DEFAULT 'public',
  -- Raised with each change: who saves says which one they read.
  ADD COLUMN version integer NOT NULL DEFAULT 1 CONSTRAINT kb_category_version CHECK (version > 0),
  ADD CONSTRAINT kb_category_name CHECK (name <> '');
CREATE INDEX kb_category_of_parent ON kb_category (parent_id);

ALTER TABLE article
  ADD COLUMN audience kb_audience NOT NULL DEFAULT 'public',
  ADD COLUMN effective_audience kb_audience NOT NULL DEFAULT 'public',
  -- The newest version, and the one that is read; none is read before the first publication.
  ADD COLUMN head_version integer NOT NULL DEFAULT 1 CONSTRAINT article_head_version CHECK (head_version > 0),
  ADD COLUMN live_version integer,
  ADD COLUMN publish_at timestamptz(3),
  -- To be looked at again: every so many months, next on this day.
  ADD COLUMN review_months integer CONSTRAINT article_review_months CHECK (review_months BETWEEN 1 AND 60),
  ADD COLUMN review_on date,
  ADD COLUMN archived_at timestamptz(3);
UPDATE article SET live_version = 1 WHERE published_at IS NOT NULL;
ALTER TABLE article
  ADD CONSTRAINT article_live_version CHECK (live_version BETWEEN 1 AND head_version);
CREATE INDEX article_to_publish ON article (publish_at) WHERE publish_at IS NOT NULL;
CREATE INDEX article_to_review ON article (review_on) WHERE review_on IS NOT NULL;

CREATE FUNCTION kb_category_audience() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  above kb_audience;
  steps integer := 1;
  up uuid := NEW.parent_id;
BEGIN
  IF TG_OP = 'INSERT' OR NEW.parent_id IS DISTINCT FROM OLD.parent_id THEN
    -- One at a time: two moves at once could close a circle that neither sees.
    PERFORM pg_advisory_xact_lock(hashtext('kb_category_tree'));
    WHILE up IS NOT NULL LOOP
      steps := steps + 1;
      IF up = NEW.id THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'kb_category_circle', MESSAGE = 'a category cannot stand below itself';
      END IF;
      IF steps > 6 THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'kb_category_depth', MESSAGE = 'categories stand at most six deep';
      END IF;
      SELECT parent_id INTO up FROM kb_category WHERE id = up;
    END LOOP;
  END IF;
  SELECT effective_audience INTO above FROM kb_category WHERE id = NEW.parent_id FOR SHARE;
  NEW.effective_audience := GREATEST(NEW.audience, COALESCE(above, 'public'));
  RETURN NEW;
END $$;
CREATE TRIGGER kb_category_audience BEFORE INSERT OR UPDATE OF parent_id, audience, effective_audience ON kb_category FOR EACH ROW EXECUTE FUNCTION kb_category_audience();

-- What stands below takes it over; writing the column wakes the triggers above and below, level by level.
CREATE FUNCTION kb_category_hand_down() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE kb_category SET effective_audience = audience WHERE parent_id = NEW.id;
  UPDATE article SET effective_audience = audience WHERE category_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER kb_category_hand_down AFTER UPDATE ON kb_category FOR EACH ROW WHEN (OLD.effective_audience IS DISTINCT FROM NEW.effective_audience) EXECUTE FUNCTION kb_category_hand_down();

CREATE FUNCTION article_audience() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT GREATEST(NEW.audience, effective_audience) INTO NEW.effective_audience FROM kb_category WHERE id = NEW.category_id FOR SHARE;
  RETURN NEW;
END $$;
CREATE TRIGGER article_audience BEFORE INSERT OR UPDATE OF category_id, audience, effective_audience ON article FOR EACH ROW EXECUTE FUNCTION article_audience();

-- Every save is one; append-only. What is read is copied to the article when it is published.
CREATE TABLE article_version (
  article_id uuid NOT NULL REFERENCES article ON DELETE RESTRICT,
  number integer NOT NULL CONSTRAINT article_version_number CHECK (number > 0),
  title text NOT NULL CONSTRAINT article_version_title CHECK (title <> '' AND length(title) <= 200),
  summary text NOT NULL,
  body text NOT NULL,
  tags text[] NOT NULL,
  -- What the author says was changed.
  note text NOT NULL DEFAULT '' CONSTRAINT article_version_note CHECK (length(note) <= 300),
  -- Null: brought along or imported.
  author_id uuid REFERENCES app_user ON DELETE RESTRICT,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (article_id, number)
);
CREATE INDEX article_version_of_author ON article_version (author_id);
INSERT INTO article_version (article_id, number, title, summary, body, tags, at) SELECT id, 1, title, summary, body, tags, updated_at FROM article;
CREATE TRIGGER article_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON article_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Chosen by the author; the ones that are alike are found without a table.
CREATE TABLE article_related (
  article_id uuid NOT NULL REFERENCES article ON DELETE CASCADE,
  related_id uuid NOT NULL REFERENCES article ON DELETE CASCADE,
  position integer NOT NULL,
  PRIMARY KEY (article_id, related_id),
  CONSTRAINT article_related_other CHECK (article_id <> related_id)
);
CREATE INDEX article_related_of_other ON article_related (related_id);

-- The ticket that an article was written from.
CREATE TABLE article_source (
  article_id uuid NOT NULL REFERENCES article ON DELETE CASCADE,
  ticket_id uuid NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  author_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (article_id, ticket_id)
);
CREATE INDEX article_source_of_ticket ON article_source (ticket_id);
CREATE INDEX article_source_of_author ON article_source (author_id);

-- Readers a day, for what is most read of late.
CREATE TABLE article_day (
  article_id uuid NOT NULL REFERENCES article ON DELETE CASCADE,
  day date NOT NULL,
  views integer NOT NULL CONSTRAINT article_day_views CHECK (views > 0),
  PRIMARY KEY (article_id, day)
);
CREATE INDEX article_day_by_day ON article_day (day, article_id) INCLUDE (views);

ALTER TABLE faq_group ADD COLUMN version integer NOT NULL DEFAULT 1 CONSTRAINT faq_group_version CHECK (version > 0);
ALTER TABLE faq_entry
  ADD COLUMN head_version integer NOT NULL DEFAULT 1 CONSTRAINT faq_entry_head_version CHECK (head_version > 0),
  ADD COLUMN archived_at timestamptz(3);
CREATE INDEX faq_entry_of_article ON faq_entry (article_id);

CREATE TABLE faq_version (
  entry_id uuid NOT NULL REFERENCES faq_entry ON DELETE RESTRICT,
  number integer NOT NULL CONSTRAINT faq_version_number CHECK (number > 0),
  question text NOT NULL CONSTRAINT faq_version_question CHECK (question <> '' AND length(question) <= 300),
  answer text NOT NULL,
  author_id uuid REFERENCES app_user ON DELETE RESTRICT,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (entry_id, number)
);
CREATE INDEX faq_version_of_author ON faq_version (author_id);
INSERT INTO faq_version (entry_id, number, question, answer, at) SELECT id, 1, question, answer, updated_at FROM faq_entry;
CREATE TRIGGER faq_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON faq_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was done with categories, articles and questions; append-only.
CREATE TABLE kb_event (
  id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  -- Of a category, an article, a group or a question that may be gone by now.
  subject_id uuid NOT NULL,
  type text NOT NULL CONSTRAINT kb_event_type CHECK (type ~ '^(category|article|faq-group|faq|import|settings)\.[a-z-]+$'),
  data jsonb NOT NULL,
  actor_id uuid REFERENCES app_user ON DELETE RESTRICT,
  at timestamptz(3) NOT NULL
);
CREATE INDEX kb_event_of_subject ON kb_event (subject_id, id);
CREATE INDEX kb_event_of_actor ON kb_event (actor_id);
CREATE TRIGGER kb_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kb_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Its newest row holds.
CREATE TABLE kb_settings (
  id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  most_read_shown integer NOT NULL CONSTRAINT kb_settings_most_read CHECK (most_read_shown BETWEEN 0 AND 50),
  newest_shown integer NOT NULL CONSTRAINT kb_settings_newest CHECK (newest_shown BETWEEN 0 AND 50),
  -- What the lists count first: all time, or the last 30 days.
  is_recent_first boolean NOT NULL DEFAULT false,
  review_months integer CONSTRAINT kb_settings_review_months CHECK (review_months BETWEEN 1 AND 60),
  updated_at timestamptz(3) NOT NULL,
  updated_by uuid REFERENCES app_user ON DELETE RESTRICT
);
CREATE INDEX kb_settings_of_author ON kb_settings (updated_by);
INSERT INTO kb_settings (most_read_shown, newest_shown, review_months, updated_at) VALUES (6, 6, 12, now());

CREATE TYPE legacy_kind AS ENUM ('article', 'category', 'ticket');

CREATE TABLE kb_import (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  source text NOT NULL CONSTRAINT kb_import_source CHECK (source IN ('hesk', 'markdown')),
  file_name text NOT NULL CONSTRAINT kb_import_name CHECK (file_name <> '' AND length(file_name) <= 255),
  sha256 text NOT NULL CONSTRAINT kb_import_hash CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- What was read, and what it would do; shown before it is done.
  plan jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  applied_at timestamptz(3),
  applied_by uuid REFERENCES app_user ON DELETE RESTRICT,
  CONSTRAINT kb_import_applied CHECK (num_nonnulls(applied_at, applied_by) IN (0, 2))
);
CREATE INDEX kb_import_of_creator ON kb_import (created_by);
CREATE INDEX kb_import_of_applier ON kb_import (applied_by);

-- Where an address of the desk before this one leads.
CREATE TABLE legacy_address (
  kind legacy_kind NOT NULL,
  key text NOT NULL CONSTRAINT legacy_address_key CHECK (key ~ '^[A-Za-z0-9-]{1,40}$'),
  article_id uuid REFERENCES article ON DELETE CASCADE,
  category_id uuid REFERENCES kb_category ON DELETE CASCADE,
  import_id uuid NOT NULL REFERENCES kb_import ON DELETE RESTRICT,
  PRIMARY KEY (kind, key),
  CONSTRAINT legacy_address_target CHECK (CASE kind WHEN 'article' THEN category_id IS NULL WHEN 'category' THEN article_id IS NULL ELSE num_nonnulls(article_id, category_id) = 0 END)
);
CREATE INDEX legacy_address_of_article ON legacy_address (article_id);
CREATE INDEX legacy_address_of_category ON legacy_address (category_id);
CREATE INDEX legacy_address_of_import ON legacy_address (import_id);

-- Policies -------------------------------------------------------------------------------------

ALTER TABLE policy_page
  ADD COLUMN requires_acceptance boolean NOT NULL DEFAULT false,
  ADD COLUMN archived_at timestamptz(3);

CREATE TABLE policy_version (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  policy_id uuid NOT NULL REFERENCES policy_page ON DELETE RESTRICT,
  number integer NOT NULL CONSTRAINT policy_version_number CHECK (number > 0),
  title text NOT NULL CONSTRAINT policy_version_title CHECK (title <> '' AND length(title) <= 200),
  summary text NOT NULL,
  body text NOT NULL,
  -- Raised with each save of a draft.
  revision integer NOT NULL DEFAULT 1 CONSTRAINT policy_version_revision CHECK (revision > 0),
  -- Whether whoever accepted an earlier one must accept this one.
  is_material boolean NOT NULL DEFAULT false,
  change_note text NOT NULL DEFAULT '' CONSTRAINT policy_version_note CHECK (length(change_note) <= 1000),
  -- In force from the first instant of this day, in the desk's zone.
  effective_on date,
  -- SHA-256 of the text that is accepted (lib/policies says which).
  sha256 text CONSTRAINT policy_version_hash CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz(3) NOT NULL,
  -- Null: the text that came with the product.
  created_by uuid REFERENCES app_user ON DELETE RESTRICT,
  published_at timestamptz(3),
  published_by uuid REFERENCES app_user ON DELETE RESTRICT,
  CONSTRAINT policy_version_published CHECK (num_nonnulls(published_at, effective_on, sha256) IN (0, 3)),
  UNIQUE (policy_id, number)
);
CREATE UNIQUE INDEX policy_version_one_draft ON policy_version (policy_id) WHERE published_at IS NULL;
-- Two cannot begin on one day.
CREATE UNIQUE INDEX policy_version_of_day ON policy_version (policy_id, effective_on) WHERE published_at IS NOT NULL;
CREATE INDEX policy_version_of_author ON policy_version (created_by);
CREATE INDEX policy_version_of_publisher ON policy_version (published_by);

CREATE FUNCTION policy_version_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'restrict_violation', CONSTRAINT = 'policy_version_is_kept', MESSAGE = 'a published version stays as it is';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER policy_version_is_kept BEFORE UPDATE OR DELETE ON policy_version FOR EACH ROW EXECUTE FUNCTION policy_version_is_kept();

CREATE TABLE policy_acceptance (
  user_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  version_id uuid NOT NULL REFERENCES policy_version ON DELETE RESTRICT,
  sha256 text NOT NULL CONSTRAINT policy_acceptance_hash CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  accepted_at timestamptz(3) NOT NULL,
  browser text NOT NULL,
  PRIMARY KEY (user_id, version_id)
);
CREATE INDEX policy_acceptance_of_version ON policy_acceptance (version_id);
CREATE TRIGGER policy_acceptance_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON policy_acceptance FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE policy_event (
  id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  policy_id uuid NOT NULL REFERENCES policy_page ON DELETE RESTRICT,
  type text NOT NULL CONSTRAINT policy_event_type CHECK (type ~ '^policy\.[a-z-]+$'),
  data jsonb NOT NULL,
  actor_id uuid REFERENCES app_user ON DELETE RESTRICT,
  at timestamptz(3) NOT NULL
);
CREATE INDEX policy_event_of_policy ON policy_event (policy_id, id);
CREATE INDEX policy_event_of_actor ON policy_event (actor_id);
CREATE TRIGGER policy_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON policy_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Notices: service messages and maintenance --------------------------------------------------------

CREATE TYPE service_area AS ENUM ('home', 'knowledge', 'policies', 'sign_in', 'portal', 'ticket_form', 'agent');
CREATE TYPE service_tone AS ENUM ('info', 'warning', 'incident');

CREATE TABLE service_message (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  areas service_area[] NOT NULL CONSTRAINT service_message_areas CHECK (cardinality(areas) BETWEEN 1 AND 7),
  tone service_tone NOT NULL,
  title text NOT NULL CONSTRAINT service_message_title CHECK (title <> '' AND length(title) <= 150),
  body text NOT NULL CONSTRAINT service_message_body CHECK (length(body) <= 2000),
  starts_at timestamptz(3) NOT NULL,
  -- Null: until it is ended by hand.
  ends_at timestamptz(3) CONSTRAINT service_message_ends CHECK (ends_at > starts_at),
  version integer NOT NULL DEFAULT 1 CONSTRAINT service_message_version CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  created_by uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  updated_at timestamptz(3) NOT NULL,
  updated_by uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT
);
CREATE INDEX service_message_by_end ON service_message (ends_at, starts_at);
CREATE INDEX service_message_of_author ON service_message (created_by);
CREATE INDEX service_message_of_editor ON service_message (updated_by);

-- Its newest row holds; all of them tell when the desk was closed for work on it.
CREATE TABLE maintenance (
  id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  is_on boolean NOT NULL,
  message text NOT NULL CONSTRAINT maintenance_message CHECK (length(message) <= 1000),
  expected_until timestamptz(3),
  at timestamptz(3) NOT NULL,
  by_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT
);
CREATE INDEX maintenance_of_author ON maintenance (by_id);

-- Conduct ---------------------------------------------------------------------------------------------

CREATE TYPE conduct_source AS ENUM ('rule', 'staff', 'customer');
CREATE TYPE conduct_state AS ENUM ('open', 'dismissed', 'warned', 'suspended');

-- A message that somebody, or the rule, thinks out of order. About the one who wrote it, of either side.
CREATE TABLE conduct_case (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  about_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  ticket_id uuid NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  -- Null: the text of the ticket itself.
  message_id uuid UNIQUE REFERENCES ticket_message ON DELETE RESTRICT,
  state conduct_state NOT NULL DEFAULT 'open',
  opened_at timestamptz(3) NOT NULL,
  reviewed_at timestamptz(3),
  reviewed_by uuid REFERENCES app_user ON DELETE RESTRICT,
  review_note text NOT NULL DEFAULT '' CONSTRAINT conduct_case_note CHECK (length(review_note) <= 2000),
  CONSTRAINT conduct_case_reviewed CHECK (CASE WHEN state = 'open' THEN num_nonnulls(reviewed_at, reviewed_by) = 0 ELSE num_nonnulls(reviewed_at, reviewed_by) = 2 END),
  -- Nobody judges what was said of themselves.
  CONSTRAINT conduct_case_other_reviewer CHECK (reviewed_by <> about_id)
);
CREATE UNIQUE INDEX conduct_case_of_ticket_text ON conduct_case (ticket_id) WHERE message_id IS NULL;
CREATE INDEX conduct_case_of_ticket ON conduct_case (ticket_id);
CREATE INDEX conduct_case_of_person ON conduct_case (about_id, opened_at);
CREATE INDEX conduct_case_of_reviewer ON conduct_case (reviewed_by);
CREATE INDEX conduct_case_to_review ON conduct_case (opened_at, id) WHERE state = 'open';

-- Why a case is one: the rule's find, or a person's mark. Append-only.
CREATE TABLE conduct_mark (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES conduct_case ON DELETE RESTRICT,
  source conduct_source NOT NULL,
  -- [{ kind, start, end }] in the text, of the rule's.
  offences jsonb NOT NULL DEFAULT '[]',
  comment text NOT NULL DEFAULT '' CONSTRAINT conduct_mark_comment CHECK (length(comment) <= 1000),
  marked_by uuid REFERENCES app_user ON DELETE RESTRICT,
  at timestamptz(3) NOT NULL,
  CONSTRAINT conduct_mark_by CHECK ((source = 'rule') = (marked_by IS NULL))
);
CREATE UNIQUE INDEX conduct_mark_once ON conduct_mark (case_id, marked_by) NULLS NOT DISTINCT;
CREATE INDEX conduct_mark_of_person ON conduct_mark (marked_by);
CREATE TRIGGER conduct_mark_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conduct_mark FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE conduct_warning (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  case_id uuid NOT NULL UNIQUE REFERENCES conduct_case ON DELETE RESTRICT,
  -- First or second within the period of the settings.
  number integer NOT NULL CONSTRAINT conduct_warning_number CHECK (number > 0),
  message_id uuid NOT NULL UNIQUE REFERENCES ticket_message ON DELETE RESTRICT,
  sent_at timestamptz(3) NOT NULL,
  sent_by uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT
);
CREATE INDEX conduct_warning_of_person ON conduct_warning (user_id, sent_at);
CREATE INDEX conduct_warning_of_sender ON conduct_warning (sent_by);
CREATE TRIGGER conduct_warning_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conduct_warning FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- all: no ticket at all; all_but_essential: still those of departments that are marked essential (billing, security).
CREATE TYPE suspension_scope AS ENUM ('all', 'all_but_essential');

ALTER TABLE department ADD COLUMN is_essential boolean NOT NULL DEFAULT false;

CREATE TABLE suspension (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  case_id uuid NOT NULL REFERENCES conduct_case ON DELETE RESTRICT,
  -- Shown to the person.
  reason text NOT NULL CONSTRAINT suspension_reason CHECK (reason <> '' AND length(reason) <= 2000),
  scope suspension_scope NOT NULL,
  starts_at timestamptz(3) NOT NULL,
  -- It ends by itself; an appeal or an administrator may set it earlier.
  ends_at timestamptz(3) NOT NULL,
  imposed_at timestamptz(3) NOT NULL,
  imposed_by uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  lifted_at timestamptz(3),
  lifted_by uuid REFERENCES app_user ON DELETE RESTRICT,
  lift_note text NOT NULL DEFAULT '' CONSTRAINT suspension_note CHECK (length(lift_note) <= 2000),
  CONSTRAINT suspension_period CHECK (ends_at >= starts_at),
  CONSTRAINT suspension_lifted CHECK (num_nonnulls(lifted_at, lifted_by) IN (0, 2)),
  CONSTRAINT suspension_one_at_a_time EXCLUDE USING gist (user_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
);
CREATE INDEX suspension_of_case ON suspension (case_id);
CREATE INDEX suspension_of_imposer ON suspension (imposed_by);
CREATE INDEX suspension_of_lifter ON suspension (lifted_by);

CREATE TYPE appeal_outcome AS ENUM ('upheld', 'shortened', 'lifted');

CREATE TABLE suspension_appeal (
  suspension_id uuid PRIMARY KEY REFERENCES suspension ON DELETE RESTRICT,
  body text NOT NULL CONSTRAINT suspension_appeal_body CHECK (body <> '' AND length(body) <= 5000),
  sent_at timestamptz(3) NOT NULL,
  outcome appeal_outcome,
  answer text NOT NULL DEFAULT '' CONSTRAINT suspension_appeal_answer CHECK (length(answer) <= 2000),
  decided_at timestamptz(3),
  decided_by uuid REFERENCES app_user ON DELETE RESTRICT,
  CONSTRAINT suspension_appeal_decided CHECK (num_nonnulls(outcome, decided_at, decided_by) IN (0, 3))
);
CREATE INDEX suspension_appeal_of_decider ON suspension_appeal (decided_by);

-- Whoever imposed it does not decide on it.
CREATE FUNCTION suspension_appeal_other() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by = (SELECT imposed_by FROM suspension WHERE id = NEW.suspension_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'suspension_appeal_other', MESSAGE = 'an appeal is decided by somebody else';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER suspension_appeal_other BEFORE INSERT OR UPDATE ON suspension_appeal FOR EACH ROW EXECUTE FUNCTION suspension_appeal_other();

CREATE TABLE conduct_event (
  id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  about_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  case_id uuid REFERENCES conduct_case ON DELETE RESTRICT,
  type text NOT NULL CONSTRAINT conduct_event_type CHECK (type ~ '^conduct\.[a-z-]+$'),
  data jsonb NOT NULL,
  actor_id uuid REFERENCES app_user ON DELETE RESTRICT,
  at timestamptz(3) NOT NULL
);
CREATE INDEX conduct_event_of_person ON conduct_event (about_id, id);
CREATE INDEX conduct_event_of_case ON conduct_event (case_id, id);
CREATE INDEX conduct_event_of_actor ON conduct_event (actor_id);
CREATE TRIGGER conduct_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conduct_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Its newest row holds.
CREATE TABLE conduct_settings (
  id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  first_warning text NOT NULL CONSTRAINT conduct_settings_first CHECK (first_warning <> '' AND length(first_warning) <= 5000),
  second_warning text NOT NULL CONSTRAINT conduct_settings_second CHECK (second_warning <> '' AND length(second_warning) <= 5000),
  -- A warning counts for so many days.
  period_days integer NOT NULL CONSTRAINT conduct_settings_period CHECK (period_days BETWEEN 1 AND 1095),
  updated_at timestamptz(3) NOT NULL,
  updated_by uuid REFERENCES app_user ON DELETE RESTRICT
);
CREATE INDEX conduct_settings_of_author ON conduct_settings (updated_by);
