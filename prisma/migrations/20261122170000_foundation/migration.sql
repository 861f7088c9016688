CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TYPE user_role AS ENUM ('customer', 'agent', 'admin');
CREATE TYPE organization_role AS ENUM ('member', 'manager');
CREATE TYPE product_kind AS ENUM ('hosting', 'email', 'domain', 'system', 'website', 'softlik');
CREATE TYPE ticket_status AS ENUM ('new', 'open', 'pending', 'on_hold', 'solved', 'closed');
CREATE TYPE ticket_priority AS ENUM ('low', 'medium', 'high');
CREATE TYPE duplicate_verdict AS ENUM ('opened', 'added', 'different');
CREATE TYPE clock_kind AS ENUM ('business-hours', 'business-days');
CREATE TYPE sla_target_kind AS ENUM ('first_response', 'next_response', 'resolution');
CREATE TYPE sla_clock_event_type AS ENUM ('activated', 'paused', 'resumed', 'fulfilled', 'breached', 'cancelled');
CREATE TYPE article_status AS ENUM ('draft', 'published', 'archived');

-- Customers ------------------------------------------------------------------

CREATE TABLE organization (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug text NOT NULL UNIQUE,
  name text NOT NULL CHECK (name <> ''),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE app_user (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL UNIQUE,
  name text NOT NULL CHECK (name <> ''),
  role user_role NOT NULL,
  organization_id uuid REFERENCES organization ON DELETE RESTRICT,
  organization_role organization_role,
  password_hash text,
  session_version integer NOT NULL DEFAULT 1,
  suspended_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT user_email_is_lower_case CHECK (email = lower(email) AND email <> ''),
  -- Staff belong to the desk, not to a customer's organization.
  CONSTRAINT user_staff_has_no_organization CHECK (role = 'customer' OR organization_id IS NULL),
  CONSTRAINT user_organization_role CHECK ((organization_id IS NULL) = (organization_role IS NULL))
);
CREATE INDEX app_user_organization ON app_user (organization_id);

CREATE TABLE password_token (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  token_hash text NOT NULL UNIQUE,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX password_token_user ON password_token (user_id);

CREATE TABLE product (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
  kind product_kind NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  starts_on date NOT NULL,
  ends_on date,
  UNIQUE (organization_id, kind, name),
  -- Lets a ticket hold the pair, so that its product is always the requester's organization's.
  CONSTRAINT product_organization_pair UNIQUE (id, organization_id),
  CONSTRAINT product_ends_after_start CHECK (ends_on IS NULL OR ends_on >= starts_on)
);

-- SLA ------------------------------------------------------------------------

CREATE TABLE calendar_version (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  version integer NOT NULL UNIQUE,
  definition jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE sla_policy_version (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  version integer NOT NULL UNIQUE,
  clock clock_kind NOT NULL,
  low_response_minutes integer NOT NULL CHECK (low_response_minutes > 0),
  medium_response_minutes integer NOT NULL CHECK (medium_response_minutes > 0),
  high_response_minutes integer NOT NULL CHECK (high_response_minutes > 0),
  low_resolution_minutes integer CHECK (low_resolution_minutes > 0),
  medium_resolution_minutes integer CHECK (medium_resolution_minutes > 0),
  high_resolution_minutes integer CHECK (high_resolution_minutes > 0),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

-- Tickets ----------------------------------------------------------------------

CREATE TABLE department (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug text NOT NULL UNIQUE,
  name text NOT NULL CHECK (name <> ''),
  description text NOT NULL,
  position integer NOT NULL,
  is_active boolean NOT NULL DEFAULT true
);

CREATE TABLE ticket (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  reference text NOT NULL UNIQUE,
  requester_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  organization_id uuid REFERENCES organization ON DELETE RESTRICT,
  department_id uuid NOT NULL REFERENCES department ON DELETE RESTRICT,
  product_id uuid REFERENCES product ON DELETE RESTRICT,
  assignee_id uuid REFERENCES app_user ON DELETE RESTRICT,
  priority ticket_priority NOT NULL,
  status ticket_status NOT NULL DEFAULT 'new',
  subject text NOT NULL,
  body text NOT NULL,
  submission_key uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  last_customer_message_at timestamptz(3),
  last_agent_reply_at timestamptz(3),
  solved_at timestamptz(3),
  closed_at timestamptz(3),
  merged_into_id uuid REFERENCES ticket ON DELETE RESTRICT,
  merged_at timestamptz(3),
  next_due_at timestamptz(3),
  CONSTRAINT ticket_submitted_once UNIQUE (requester_id, submission_key),
  CONSTRAINT ticket_subject_length CHECK (char_length(subject) BETWEEN 1 AND 150),
  CONSTRAINT ticket_body_length CHECK (char_length(body) BETWEEN 1 AND 20000),
  CONSTRAINT ticket_product_of_organization FOREIGN KEY (product_id, organization_id) REFERENCES product (id, organization_id),
  CONSTRAINT ticket_product_needs_organization CHECK (product_id IS NULL OR organization_id IS NOT NULL),
  CONSTRAINT ticket_solved_has_instant CHECK (status <> 'solved' OR solved_at IS NOT NULL),
  CONSTRAINT ticket_closed_has_instant CHECK ((status = 'closed') = (closed_at IS NOT NULL)),
  CONSTRAINT ticket_merged_is_closed CHECK ((merged_into_id IS NULL) = (merged_at IS NULL) AND (merged_into_id IS NULL OR status = 'closed')),
  CONSTRAINT ticket_not_merged_into_itself CHECK (merged_into_id <> id)
);
CREATE INDEX ticket_of_requester ON ticket (requester_id, updated_at, id);
CREATE INDEX ticket_of_organization ON ticket (organization_id, updated_at, id);
CREATE INDEX ticket_of_department ON ticket (department_id, status);
CREATE INDEX ticket_of_assignee ON ticket (assignee_id, status);
CREATE INDEX ticket_merged_into ON ticket (merged_into_id);
-- The desk's queue: what burns first. Only live tickets, so that history costs nothing.
CREATE INDEX ticket_queue ON ticket ((COALESCE(next_due_at, 'infinity'::timestamptz)), id) WHERE status IN ('new', 'open', 'pending', 'on_hold');
CREATE INDEX ticket_queue_of_department ON ticket (department_id, (COALESCE(next_due_at, 'infinity'::timestamptz)), id) WHERE status IN ('new', 'open', 'pending', 'on_hold');
CREATE INDEX ticket_done ON ticket (updated_at DESC, id DESC) WHERE status IN ('solved', 'closed');
CREATE INDEX ticket_done_of_department ON ticket (department_id, updated_at DESC, id DESC) WHERE status IN ('solved', 'closed');
-- What closes by itself.
CREATE INDEX ticket_solved ON ticket (solved_at) WHERE status = 'solved';

CREATE TABLE ticket_message (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  ticket_id uuid NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  author_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  is_staff boolean NOT NULL,
  body text NOT NULL CHECK (char_length(body) BETWEEN 1 AND 20000),
  submission_key uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT ticket_message_submitted_once UNIQUE (ticket_id, author_id, submission_key)
);
CREATE INDEX ticket_message_thread ON ticket_message (ticket_id, created_at, id);

CREATE TABLE ticket_note (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  ticket_id uuid NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  author_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  body text NOT NULL CHECK (char_length(body) BETWEEN 1 AND 20000),
  submission_key uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT ticket_note_submitted_once UNIQUE (ticket_id, author_id, submission_key)
);
CREATE INDEX ticket_note_thread ON ticket_note (ticket_id, created_at, id);

CREATE TABLE ticket_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ticket_id uuid NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  type text NOT NULL CHECK (type <> ''),
  actor_id uuid REFERENCES app_user ON DELETE RESTRICT,
  data jsonb NOT NULL,
  at timestamptz(3) NOT NULL
);
CREATE INDEX ticket_event_of_ticket ON ticket_event (ticket_id, id);

CREATE TABLE ticket_draft (
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  slot text NOT NULL,
  data jsonb NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (user_id, slot)
);

CREATE TABLE ticket_read (
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  ticket_id uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
  read_at timestamptz(3) NOT NULL,
  PRIMARY KEY (user_id, ticket_id)
);

CREATE TABLE duplicate_decision (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  candidate_ticket_id uuid NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  ticket_id uuid REFERENCES ticket ON DELETE RESTRICT,
  submission_key uuid NOT NULL,
  verdict duplicate_verdict NOT NULL,
  score_milli integer NOT NULL CHECK (score_milli BETWEEN 0 AND 1000),
  subject text NOT NULL,
  decided_at timestamptz(3) NOT NULL,
  UNIQUE (user_id, submission_key, candidate_ticket_id, verdict)
);
CREATE INDEX duplicate_decision_of_ticket ON duplicate_decision (ticket_id);

CREATE TABLE ticket_sla_target (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  ticket_id uuid NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  kind sla_target_kind NOT NULL,
  minutes integer NOT NULL CHECK (minutes > 0),
  clock clock_kind NOT NULL,
  calendar_version_id uuid NOT NULL REFERENCES calendar_version ON DELETE RESTRICT,
  started_at timestamptz(3) NOT NULL,
  due_at timestamptz(3),
  paused_at timestamptz(3),
  fulfilled_at timestamptz(3),
  cancelled_at timestamptz(3),
  breached_at timestamptz(3),
  CONSTRAINT sla_target_due_unless_paused CHECK (due_at IS NOT NULL OR paused_at IS NOT NULL OR cancelled_at IS NOT NULL),
  CONSTRAINT sla_target_ends_once CHECK (fulfilled_at IS NULL OR cancelled_at IS NULL)
);
CREATE INDEX ticket_sla_target_of_ticket ON ticket_sla_target (ticket_id);
-- One promise of a kind runs at a time.
CREATE UNIQUE INDEX ticket_sla_target_one_live ON ticket_sla_target (ticket_id, kind) WHERE fulfilled_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX ticket_sla_target_due ON ticket_sla_target (due_at) WHERE fulfilled_at IS NULL AND cancelled_at IS NULL AND breached_at IS NULL;

CREATE TABLE sla_clock_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  target_id uuid NOT NULL REFERENCES ticket_sla_target ON DELETE RESTRICT,
  type sla_clock_event_type NOT NULL,
  at timestamptz(3) NOT NULL
);
CREATE INDEX sla_clock_event_of_target ON sla_clock_event (target_id, id);

-- Knowledge ----------------------------------------------------------------------

CREATE TABLE kb_category (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug text NOT NULL UNIQUE,
  name text NOT NULL,
  description text NOT NULL,
  position integer NOT NULL
);

CREATE TABLE article (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug text NOT NULL UNIQUE,
  category_id uuid NOT NULL REFERENCES kb_category ON DELETE RESTRICT,
  status article_status NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  summary text NOT NULL,
  body text NOT NULL,
  tags text[] NOT NULL,
  is_pinned boolean NOT NULL DEFAULT false,
  carried_views integer NOT NULL DEFAULT 0,
  view_count integer NOT NULL DEFAULT 0,
  helpful_yes integer NOT NULL DEFAULT 0,
  helpful_no integer NOT NULL DEFAULT 0,
  published_at timestamptz(3),
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT article_published_has_instant CHECK (status <> 'published' OR published_at IS NOT NULL)
);
CREATE INDEX article_of_category ON article (category_id);
CREATE INDEX article_most_read ON article (is_pinned DESC, ((carried_views + view_count)) DESC, id) WHERE status = 'published';
CREATE INDEX article_newest ON article (published_at DESC, id) WHERE status = 'published';

CREATE TABLE article_view (
  article_id uuid NOT NULL REFERENCES article ON DELETE CASCADE,
  visitor_hash text NOT NULL,
  viewed_on date NOT NULL,
  PRIMARY KEY (article_id, viewed_on, visitor_hash)
);

CREATE TABLE faq_group (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug text NOT NULL UNIQUE,
  name text NOT NULL,
  position integer NOT NULL
);

CREATE TABLE faq_entry (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug text NOT NULL UNIQUE,
  group_id uuid NOT NULL REFERENCES faq_group ON DELETE RESTRICT,
  question text NOT NULL CHECK (question <> ''),
  answer text NOT NULL,
  position integer NOT NULL,
  article_id uuid REFERENCES article ON DELETE SET NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE INDEX faq_entry_of_group ON faq_entry (group_id);

CREATE TABLE policy_page (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug text NOT NULL UNIQUE,
  title text NOT NULL,
  summary text NOT NULL,
  body text NOT NULL,
  position integer NOT NULL,
  updated_at timestamptz(3) NOT NULL
);

-- Platform -----------------------------------------------------------------------

CREATE TABLE rate_limit (
  key text PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire timestamptz(3)
);

-- History is append-only: corrections are new rows.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER ticket_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ticket_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sla_clock_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sla_clock_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER calendar_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON calendar_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sla_policy_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sla_policy_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
