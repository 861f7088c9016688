-- What departments ask ---------------------------------------------------------

CREATE TYPE question_kind AS ENUM ('text', 'long_text', 'choice', 'date', 'product');

CREATE TABLE department_question (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  department_id uuid NOT NULL REFERENCES department ON DELETE RESTRICT,
  -- What an address calls its answer; it stays when the words change.
  key text COLLATE "C" NOT NULL CONSTRAINT question_key_form CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(key) <= 60),
  position integer NOT NULL,
  version integer NOT NULL DEFAULT 1 CONSTRAINT question_version_counts CHECK (version > 0),
  retired_at timestamptz(3),
  updated_at timestamptz(3) NOT NULL,
  updated_by uuid REFERENCES app_user ON DELETE SET NULL,
  CONSTRAINT question_key_of_department UNIQUE (department_id, key)
);
CREATE INDEX department_question_of_editor ON department_question (updated_by);

-- A question as it is or was asked. What was answered keeps the version that it answered.
CREATE TABLE question_version (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  question_id uuid NOT NULL REFERENCES department_question ON DELETE CASCADE,
  version integer NOT NULL,
  kind question_kind NOT NULL,
  label text NOT NULL CONSTRAINT question_label CHECK (label <> '' AND length(label) <= 150),
  hint text NOT NULL CONSTRAINT question_hint CHECK (length(hint) <= 300),
  choices text[] NOT NULL,
  is_required boolean NOT NULL,
  -- Asked only when this other question has one of these answers; any answer when none is named.
  shown_when_id uuid REFERENCES department_question ON DELETE SET NULL,
  shown_when_values text[] NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT question_version_once UNIQUE (question_id, version),
  CONSTRAINT question_choices CHECK (CASE WHEN kind = 'choice' THEN cardinality(choices) BETWEEN 2 AND 20 ELSE cardinality(choices) = 0 END),
  CONSTRAINT question_not_shown_by_itself CHECK (shown_when_id <> question_id)
);
CREATE INDEX question_version_shown_when ON question_version (shown_when_id);

CREATE TRIGGER question_version_stays BEFORE UPDATE OF question_id, version, kind, label, hint, choices, is_required, created_at ON question_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was answered -------------------------------------------------------------

CREATE TABLE ticket_answer (
  ticket_id uuid NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  question_id uuid NOT NULL REFERENCES department_question ON DELETE RESTRICT,
  question_version_id uuid NOT NULL REFERENCES question_version ON DELETE RESTRICT,
  position smallint NOT NULL,
  -- In words: what was typed, the choice, the product's name then, the day as YYYY-MM-DD.
  value text NOT NULL CONSTRAINT ticket_answer_value CHECK (value <> '' AND length(value) <= 2000),
  day date,
  product_id uuid REFERENCES product ON DELETE RESTRICT,
  PRIMARY KEY (ticket_id, question_id),
  CONSTRAINT ticket_answer_of_one_kind CHECK (day IS NULL OR product_id IS NULL)
);
CREATE INDEX ticket_answer_of_question ON ticket_answer (question_id);
CREATE INDEX ticket_answer_of_version ON ticket_answer (question_version_id);
CREATE INDEX ticket_answer_of_product ON ticket_answer (product_id);

-- What was read before writing -----------------------------------------------------

-- Articles and questions that stood beside a form as it was written, and which were opened: the requester's own act at this ticket.
CREATE TABLE ticket_article (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  submission_key uuid NOT NULL,
  -- Null until the form is sent.
  ticket_id uuid REFERENCES ticket ON DELETE CASCADE,
  article_id uuid REFERENCES article ON DELETE CASCADE,
  faq_entry_id uuid REFERENCES faq_entry ON DELETE CASCADE,
  position smallint NOT NULL CONSTRAINT ticket_article_position CHECK (position > 0),
  shown_at timestamptz(3) NOT NULL,
  opened_at timestamptz(3),
  CONSTRAINT ticket_article_of_one CHECK (num_nonnulls(article_id, faq_entry_id) = 1),
  CONSTRAINT ticket_article_once UNIQUE NULLS NOT DISTINCT (user_id, submission_key, article_id, faq_entry_id)
);
CREATE INDEX ticket_article_of_ticket ON ticket_article (ticket_id);
CREATE INDEX ticket_article_of_article ON ticket_article (article_id);
CREATE INDEX ticket_article_of_faq_entry ON ticket_article (faq_entry_id);
CREATE INDEX ticket_article_unsent ON ticket_article (shown_at) WHERE ticket_id IS NULL;
