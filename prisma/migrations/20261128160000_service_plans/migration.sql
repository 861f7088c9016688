-- Service plans: who is entitled, what it costs, what was authorised ------------

-- Appointments of one agent never overlap (below).
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Customers ---------------------------------------------------------------------

CREATE TYPE product_state AS ENUM ('active', 'suspended', 'cancelled');
CREATE TYPE authoriser_rule AS ENUM ('managers', 'anyone', 'named');

ALTER TABLE organization
  -- Who may authorise what is paid per event, without a póliza.
  ADD COLUMN event_authorisers authoriser_rule NOT NULL DEFAULT 'anyone',
  ADD CONSTRAINT organization_event_authorisers CHECK (event_authorisers <> 'named');

ALTER TABLE product
  ADD COLUMN state product_state NOT NULL DEFAULT 'active',
  -- Calendar days after the end in which it is still attended.
  ADD COLUMN grace_days integer NOT NULL DEFAULT 0 CONSTRAINT product_grace CHECK (grace_days BETWEEN 0 AND 3650),
  -- What a special contract says; null where there is none.
  ADD COLUMN special_contract text CONSTRAINT product_special_contract CHECK (special_contract <> ''),
  ADD COLUMN special_contract_ends_on date,
  ADD CONSTRAINT product_special_contract_end CHECK (special_contract IS NOT NULL OR special_contract_ends_on IS NULL);

-- Attended whoever asks, whatever their products.
ALTER TABLE department ADD COLUMN is_open_to_all boolean NOT NULL DEFAULT false;

-- New people with an address there are placed in that organization.
CREATE TABLE organization_domain (
  domain text COLLATE "C" PRIMARY KEY CONSTRAINT organization_domain_form CHECK (domain = lower(domain) AND domain ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$' AND length(domain) <= 253),
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX organization_domain_of_organization ON organization_domain (organization_id);

-- To whom is invoiced: an organization, or a person without one.
CREATE TABLE fiscal_profile (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid UNIQUE REFERENCES organization ON DELETE RESTRICT,
  user_id uuid UNIQUE REFERENCES app_user ON DELETE RESTRICT,
  rfc text COLLATE "C" NOT NULL CONSTRAINT fiscal_profile_rfc CHECK (rfc ~ '^[A-ZÑ&]{3,4}[0-9]{6}[A-Z0-9]{2}[0-9A]$'),
  legal_name text NOT NULL CONSTRAINT fiscal_profile_name CHECK (legal_name <> '' AND length(legal_name) <= 300),
  -- Codes of the SAT's catalogues c_RegimenFiscal and c_UsoCFDI.
  tax_regime text NOT NULL CONSTRAINT fiscal_profile_regime CHECK (tax_regime ~ '^[0-9]{3}$'),
  postal_code text NOT NULL CONSTRAINT fiscal_profile_postal_code CHECK (postal_code ~ '^[0-9]{5}$'),
  cfdi_use text NOT NULL CONSTRAINT fiscal_profile_use CHECK (cfdi_use ~ '^[A-Z]{1,2}[0-9]{2}$'),
  updated_at timestamptz(3) NOT NULL,
  updated_by uuid REFERENCES app_user ON DELETE SET NULL,
  CONSTRAINT fiscal_profile_of_one CHECK (num_nonnulls(organization_id, user_id) = 1)
);
CREATE INDEX fiscal_profile_of_editor ON fiscal_profile (updated_by);

-- Tabulador ---------------------------------------------------------------------

CREATE TYPE rate_unit AS ENUM ('event', 'hour');

-- A rate card as it was or is published, whole: a quote keeps the one it was made from.
CREATE TABLE rate_card_version (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number integer NOT NULL CONSTRAINT rate_card_version_number UNIQUE CHECK (number > 0),
  note text NOT NULL CHECK (length(note) <= 500),
  published_at timestamptz(3) NOT NULL,
  published_by uuid REFERENCES app_user ON DELETE RESTRICT
);
CREATE INDEX rate_card_version_of_publisher ON rate_card_version (published_by);

CREATE TABLE rate_card_item (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  version_id uuid NOT NULL REFERENCES rate_card_version ON DELETE RESTRICT,
  position integer NOT NULL,
  code text COLLATE "C" NOT NULL CONSTRAINT rate_card_item_code CHECK (code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$' AND length(code) <= 40),
  description text NOT NULL CONSTRAINT rate_card_item_description CHECK (description <> '' AND length(description) <= 1000),
  unit rate_unit NOT NULL,
  -- What one event takes; of an hour it is 60.
  minutes_estimated integer NOT NULL CONSTRAINT rate_card_item_minutes CHECK (minutes_estimated BETWEEN 0 AND 60000),
  public_price_cents integer NOT NULL CONSTRAINT rate_card_item_public_price CHECK (public_price_cents >= 0),
  contract_price_cents integer NOT NULL CONSTRAINT rate_card_item_contract_price CHECK (contract_price_cents >= 0),
  -- IVA in hundredths of a percent: 1600 is 16 %.
  vat_rate_bp integer NOT NULL CONSTRAINT rate_card_item_vat CHECK (vat_rate_bp BETWEEN 0 AND 10000),
  valid_from date NOT NULL,
  valid_to date,
  CONSTRAINT rate_card_item_once UNIQUE (version_id, code),
  CONSTRAINT rate_card_item_validity CHECK (valid_to IS NULL OR valid_to >= valid_from)
);

CREATE TRIGGER rate_card_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rate_card_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rate_card_item_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rate_card_item FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Pólizas -----------------------------------------------------------------------

CREATE TYPE contract_end_rule AS ENUM ('expire', 'carry_over');
CREATE TYPE contract_notice_kind AS ENUM ('used_80', 'used_100', 'ends_soon');
CREATE TYPE ledger_entry_kind AS ENUM ('purchase', 'hold', 'release', 'consume', 'expire', 'adjust', 'reverse');

CREATE TABLE contract (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  reference text NOT NULL UNIQUE,
  organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
  name text NOT NULL CONSTRAINT contract_name CHECK (name <> '' AND length(name) <= 150),
  minutes_bought integer NOT NULL CONSTRAINT contract_minutes CHECK (minutes_bought > 0),
  price_cents integer NOT NULL CONSTRAINT contract_price CHECK (price_cents >= 0),
  vat_rate_bp integer NOT NULL CONSTRAINT contract_vat CHECK (vat_rate_bp BETWEEN 0 AND 10000),
  -- Both days are within it.
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  -- Each time entry is rounded up to whole multiples of this.
  rounding_minutes integer NOT NULL DEFAULT 15 CONSTRAINT contract_rounding CHECK (rounding_minutes IN (1, 5, 10, 15, 30, 60)),
  at_end contract_end_rule NOT NULL DEFAULT 'expire',
  overage_limit_minutes integer NOT NULL DEFAULT 0 CONSTRAINT contract_overage CHECK (overage_limit_minutes >= 0),
  authorisers authoriser_rule NOT NULL DEFAULT 'managers',
  created_at timestamptz(3) NOT NULL,
  created_by uuid REFERENCES app_user ON DELETE RESTRICT,
  -- When what was left at its end was settled.
  settled_at timestamptz(3),
  carried_into_id uuid REFERENCES contract ON DELETE RESTRICT,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT contract_ends_after_start CHECK (ends_on >= starts_on),
  -- Lets a ticket and a quote hold the pair.
  CONSTRAINT contract_organization_pair UNIQUE (id, organization_id)
);
CREATE INDEX contract_of_organization ON contract (organization_id, ends_on);
CREATE INDEX contract_of_creator ON contract (created_by);
CREATE INDEX contract_carried_into ON contract (carried_into_id);
CREATE INDEX contract_to_settle ON contract (ends_on) WHERE settled_at IS NULL;

-- The persons who may authorise, where the contract names them.
CREATE TABLE contract_authoriser (
  contract_id uuid NOT NULL REFERENCES contract ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  PRIMARY KEY (contract_id, user_id)
);
CREATE INDEX contract_authoriser_of_user ON contract_authoriser (user_id);

-- Told once each.
CREATE TABLE contract_notice (
  contract_id uuid NOT NULL REFERENCES contract ON DELETE CASCADE,
  kind contract_notice_kind NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (contract_id, kind)
);

-- What the customer chose to have it attended by; `is_paid`: a service with póliza or paid per event, which waits for its authorisation.
ALTER TABLE ticket
  ADD COLUMN is_paid boolean NOT NULL DEFAULT false,
  ADD COLUMN contract_id uuid,
  ADD CONSTRAINT ticket_contract_of_organization FOREIGN KEY (contract_id, organization_id) REFERENCES contract (id, organization_id) ON DELETE RESTRICT,
  ADD CONSTRAINT ticket_contract_is_paid CHECK (contract_id IS NULL OR (is_paid AND organization_id IS NOT NULL));
CREATE INDEX ticket_of_contract ON ticket (contract_id) WHERE contract_id IS NOT NULL;

-- Quotes and estimates ------------------------------------------------------------

CREATE TYPE quote_basis AS ENUM ('event', 'contract');
CREATE TYPE quote_state AS ENUM ('draft', 'sent', 'authorised', 'declined', 'expired', 'superseded', 'withdrawn');
CREATE TYPE quote_verdict AS ENUM ('authorised', 'declined');

CREATE TABLE quote (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  reference text NOT NULL UNIQUE,
  ticket_id uuid NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  -- Of the ticket: 1, 2, 3 …
  revision integer NOT NULL CHECK (revision > 0),
  supersedes_id uuid UNIQUE REFERENCES quote ON DELETE RESTRICT,
  basis quote_basis NOT NULL,
  contract_id uuid REFERENCES contract ON DELETE RESTRICT,
  rate_card_version_id uuid NOT NULL REFERENCES rate_card_version ON DELETE RESTRICT,
  state quote_state NOT NULL DEFAULT 'draft',
  scope text NOT NULL CONSTRAINT quote_scope CHECK (length(scope) <= 10000),
  exclusions text NOT NULL CONSTRAINT quote_exclusions CHECK (length(exclusions) <= 10000),
  payment_terms text NOT NULL CONSTRAINT quote_payment_terms CHECK (length(payment_terms) <= 5000),
  valid_until timestamptz(3) NOT NULL,
  -- Of its lines, as reckoned when it was saved.
  subtotal_cents bigint NOT NULL CHECK (subtotal_cents >= 0),
  discount_cents bigint NOT NULL CHECK (discount_cents BETWEEN 0 AND subtotal_cents),
  vat_cents bigint NOT NULL CHECK (vat_cents >= 0),
  total_cents bigint NOT NULL,
  estimated_minutes integer NOT NULL CHECK (estimated_minutes >= 0),
  -- The canonical form that was sent, to the byte, and its SHA-256.
  text text,
  sha256 text,
  -- One per save: a second tab that began with another is told so.
  version uuid NOT NULL DEFAULT gen_random_uuid(),
  created_at timestamptz(3) NOT NULL,
  created_by uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  updated_at timestamptz(3) NOT NULL,
  sent_at timestamptz(3),
  sent_by uuid REFERENCES app_user ON DELETE RESTRICT,
  closed_at timestamptz(3),
  CONSTRAINT quote_revision_once UNIQUE (ticket_id, revision),
  CONSTRAINT quote_contract CHECK ((basis = 'contract') = (contract_id IS NOT NULL)),
  CONSTRAINT quote_total CHECK (total_cents = subtotal_cents - discount_cents + vat_cents),
  CONSTRAINT quote_sent_whole CHECK ((state = 'draft') = (sent_at IS NULL) AND num_nonnulls(text, sha256, sent_at, sent_by) IN (0, 4)),
  CONSTRAINT quote_hash CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);
CREATE UNIQUE INDEX quote_one_sent ON quote (ticket_id) WHERE state = 'sent';
CREATE UNIQUE INDEX quote_one_draft ON quote (ticket_id) WHERE state = 'draft';
CREATE INDEX quote_of_contract ON quote (contract_id) WHERE contract_id IS NOT NULL;
CREATE INDEX quote_of_rate_card ON quote (rate_card_version_id);
CREATE INDEX quote_of_creator ON quote (created_by);
CREATE INDEX quote_of_sender ON quote (sent_by);
CREATE INDEX quote_to_expire ON quote (valid_until) WHERE state = 'sent';

CREATE TABLE quote_line (
  quote_id uuid NOT NULL REFERENCES quote ON DELETE CASCADE,
  position integer NOT NULL,
  rate_card_item_id uuid NOT NULL REFERENCES rate_card_item ON DELETE RESTRICT,
  code text NOT NULL,
  description text NOT NULL CHECK (description <> ''),
  unit rate_unit NOT NULL,
  -- Events, or minutes where the unit is an hour.
  quantity integer NOT NULL CONSTRAINT quote_line_quantity CHECK (quantity > 0),
  -- Of one event or one hour.
  unit_price_cents integer NOT NULL CHECK (unit_price_cents >= 0),
  minutes integer NOT NULL CHECK (minutes >= 0),
  subtotal_cents bigint NOT NULL CHECK (subtotal_cents >= 0),
  discount_cents bigint NOT NULL CHECK (discount_cents BETWEEN 0 AND subtotal_cents),
  discount_reason text,
  vat_rate_bp integer NOT NULL CHECK (vat_rate_bp BETWEEN 0 AND 10000),
  vat_cents bigint NOT NULL CHECK (vat_cents >= 0),
  total_cents bigint NOT NULL,
  PRIMARY KEY (quote_id, position),
  CONSTRAINT quote_line_discount_says_why CHECK (discount_cents = 0 OR discount_reason <> ''),
  CONSTRAINT quote_line_total CHECK (total_cents = subtotal_cents - discount_cents + vat_cents)
);
CREATE INDEX quote_line_of_item ON quote_line (rate_card_item_id);

-- What was answered to a quote, once: who, when, from where, to which exact text.
CREATE TABLE quote_decision (
  quote_id uuid PRIMARY KEY REFERENCES quote ON DELETE RESTRICT,
  verdict quote_verdict NOT NULL,
  user_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  at timestamptz(3) NOT NULL,
  address text NOT NULL,
  browser text NOT NULL,
  -- Of a refusal.
  reason text,
  -- What was ticked, word for word.
  accepted text[] NOT NULL,
  -- To whom is invoiced, as it was then.
  fiscal jsonb,
  -- The canonical form of the acceptance (it repeats the quote's), and its SHA-256.
  text text NOT NULL,
  sha256 text NOT NULL CONSTRAINT quote_decision_hash CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
  CONSTRAINT quote_decision_refusal CHECK ((verdict = 'declined') = (reason IS NOT NULL)),
  CONSTRAINT quote_decision_acceptance CHECK (verdict = 'declined' OR cardinality(accepted) > 0)
);
CREATE INDEX quote_decision_of_user ON quote_decision (user_id);
CREATE UNIQUE INDEX quote_decision_sha256 ON quote_decision (sha256);
CREATE TRIGGER quote_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON quote_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Sending freezes it: afterwards its state moves, and nothing else.
CREATE FUNCTION freeze_sent_quote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'draft' THEN RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END; END IF;
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'state' - 'closed_at' - 'updated_at' - 'version' <> to_jsonb(OLD) - 'state' - 'closed_at' - 'updated_at' - 'version'
     OR NEW.state = 'draft' OR OLD.state IN ('declined', 'expired', 'superseded', 'withdrawn') THEN
    RAISE EXCEPTION 'quote % was sent: % refused', OLD.reference, TG_OP USING ERRCODE = 'restrict_violation', CONSTRAINT = 'quote_is_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER quote_frozen BEFORE UPDATE OR DELETE ON quote FOR EACH ROW EXECUTE FUNCTION freeze_sent_quote();

CREATE FUNCTION freeze_sent_quote_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM quote q WHERE q.id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.quote_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.quote_id END) AND q.state <> 'draft') THEN
    RAISE EXCEPTION 'a line of a sent quote: % refused', TG_OP USING ERRCODE = 'restrict_violation', CONSTRAINT = 'quote_is_frozen';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER quote_line_frozen BEFORE INSERT OR UPDATE OR DELETE ON quote_line FOR EACH ROW EXECUTE FUNCTION freeze_sent_quote_line();

-- The ledger ------------------------------------------------------------------------

-- Signed minutes of a contract. What may still be spent is their sum: a hold takes it away, a release gives it back.
CREATE TABLE ledger_entry (
  id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  contract_id uuid NOT NULL REFERENCES contract ON DELETE RESTRICT,
  kind ledger_entry_kind NOT NULL,
  minutes integer NOT NULL,
  -- Written by the database.
  balance_after integer NOT NULL,
  reason text NOT NULL CONSTRAINT ledger_entry_reason CHECK (reason <> '' AND length(reason) <= 500),
  ticket_id uuid REFERENCES ticket ON DELETE RESTRICT,
  quote_id uuid REFERENCES quote ON DELETE RESTRICT,
  reverses_id bigint UNIQUE REFERENCES ledger_entry ON DELETE RESTRICT,
  -- Null: the system itself.
  actor_id uuid REFERENCES app_user ON DELETE RESTRICT,
  at timestamptz(3) NOT NULL,
  idempotency_key text COLLATE "C" NOT NULL CONSTRAINT ledger_entry_once UNIQUE,
  CONSTRAINT ledger_entry_sign CHECK (CASE kind
    WHEN 'purchase' THEN minutes > 0 WHEN 'release' THEN minutes > 0
    WHEN 'hold' THEN minutes < 0 WHEN 'consume' THEN minutes < 0 WHEN 'expire' THEN minutes < 0
    ELSE minutes <> 0 END),
  CONSTRAINT ledger_entry_reverse CHECK ((kind = 'reverse') = (reverses_id IS NOT NULL))
);
CREATE INDEX ledger_entry_of_contract ON ledger_entry (contract_id, id);
CREATE INDEX ledger_entry_of_ticket ON ledger_entry (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX ledger_entry_of_quote ON ledger_entry (quote_id) WHERE quote_id IS NOT NULL;
CREATE INDEX ledger_entry_of_actor ON ledger_entry (actor_id);

-- Whoever writes, one after another a contract, and never below what it allows.
CREATE FUNCTION guard_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lowest integer;
  balance integer;
BEGIN
  SELECT -overage_limit_minutes INTO lowest FROM contract WHERE id = NEW.contract_id FOR NO KEY UPDATE;
  SELECT coalesce(sum(minutes), 0) INTO balance FROM ledger_entry WHERE contract_id = NEW.contract_id;
  NEW.balance_after := balance + NEW.minutes;
  IF NEW.minutes < 0 AND NEW.balance_after < lowest THEN
    RAISE EXCEPTION 'contract % has % minutes: % refused', NEW.contract_id, balance, NEW.minutes USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_balance';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_entry_guard BEFORE INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION guard_ledger();
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Appointments ----------------------------------------------------------------------

CREATE TYPE appointment_kind AS ENUM ('phone', 'remote');
CREATE TYPE appointment_state AS ENUM ('proposed', 'confirmed', 'under_way', 'finished', 'cancelled', 'missed');
CREATE TYPE remote_tool AS ENUM ('rustdesk', 'anydesk', 'meshcentral', 'other');

-- Minutes of the day in the desk's zone; 1 is Monday.
CREATE TABLE agent_availability (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  agent_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  starts_minute smallint NOT NULL CHECK (starts_minute BETWEEN 0 AND 1439),
  ends_minute smallint NOT NULL CHECK (ends_minute BETWEEN 1 AND 1440),
  CONSTRAINT agent_availability_lasts CHECK (ends_minute > starts_minute),
  CONSTRAINT agent_availability_apart EXCLUDE USING gist (agent_id WITH =, weekday WITH =, int4range(starts_minute, ends_minute) WITH &&)
);

CREATE TABLE agent_absence (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  agent_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  starts_at timestamptz(3) NOT NULL,
  ends_at timestamptz(3) NOT NULL,
  reason text NOT NULL CHECK (length(reason) <= 200),
  CONSTRAINT agent_absence_lasts CHECK (ends_at > starts_at)
);
CREATE INDEX agent_absence_of_agent ON agent_absence (agent_id, ends_at);

CREATE TABLE appointment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  ticket_id uuid NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  -- The authorisation that it is given under.
  quote_id uuid NOT NULL REFERENCES quote ON DELETE RESTRICT,
  agent_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  kind appointment_kind NOT NULL,
  starts_at timestamptz(3) NOT NULL,
  ends_at timestamptz(3) NOT NULL,
  state appointment_state NOT NULL DEFAULT 'proposed',
  booked_by uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  customer_confirmed_at timestamptz(3),
  agent_confirmed_at timestamptz(3),
  -- The number to call, or the address to join at.
  place text NOT NULL CHECK (length(place) <= 500),
  join_code text,
  started_at timestamptz(3),
  ended_at timestamptz(3),
  cancelled_at timestamptz(3),
  cancelled_by uuid REFERENCES app_user ON DELETE RESTRICT,
  cancel_reason text,
  -- What a late change costs, under the authorisation.
  cost_minutes integer NOT NULL DEFAULT 0 CHECK (cost_minutes >= 0),
  moved_from_id uuid UNIQUE REFERENCES appointment ON DELETE RESTRICT,
  reminded_at timestamptz(3),
  submission_key uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT appointment_lasts CHECK (ends_at > starts_at),
  CONSTRAINT appointment_submitted_once UNIQUE (booked_by, submission_key),
  CONSTRAINT appointment_confirmed_by_both CHECK (state NOT IN ('confirmed', 'under_way', 'finished') OR num_nonnulls(customer_confirmed_at, agent_confirmed_at) = 2),
  CONSTRAINT appointment_cancelled CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL)),
  -- No agent is in two places.
  CONSTRAINT appointment_apart EXCLUDE USING gist (agent_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state IN ('proposed', 'confirmed', 'under_way'))
);
CREATE INDEX appointment_of_ticket ON appointment (ticket_id, starts_at);
CREATE INDEX appointment_of_quote ON appointment (quote_id);
CREATE INDEX appointment_of_agent ON appointment (agent_id, starts_at);
CREATE INDEX appointment_of_booker ON appointment (booked_by);
CREATE INDEX appointment_of_canceller ON appointment (cancelled_by);

-- One row: what the administrator chose. Without it, what the product comes with.
CREATE TABLE appointment_settings (
  id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  slot_minutes integer NOT NULL CHECK (slot_minutes IN (15, 20, 30, 60)),
  -- How long before its beginning one may be booked.
  lead_minutes integer NOT NULL CHECK (lead_minutes BETWEEN 0 AND 20160),
  -- Changed later than so many business minutes before, it costs so many.
  late_minutes integer NOT NULL CHECK (late_minutes BETWEEN 0 AND 20160),
  late_cost_minutes integer NOT NULL CHECK (late_cost_minutes BETWEEN 0 AND 480),
  remote_tool remote_tool NOT NULL,
  -- With {code} where the one-time code goes.
  link_template text NOT NULL CHECK (length(link_template) <= 500),
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz(3) NOT NULL,
  updated_by uuid REFERENCES app_user ON DELETE SET NULL
);
CREATE INDEX appointment_settings_of_editor ON appointment_settings (updated_by);

-- Work and charges --------------------------------------------------------------------

-- What was worked, only added to: a mistake is reversed by an entry of its own.
CREATE TABLE time_entry (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  ticket_id uuid NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  -- The authorisation of what is billable; null for what is not.
  quote_id uuid REFERENCES quote ON DELETE RESTRICT,
  appointment_id uuid REFERENCES appointment ON DELETE RESTRICT,
  agent_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  started_at timestamptz(3) NOT NULL,
  -- As worked, and as it counts after rounding; both negative where an entry is reversed.
  minutes integer NOT NULL CHECK (minutes <> 0),
  billable_minutes integer NOT NULL,
  description text NOT NULL CONSTRAINT time_entry_description CHECK (description <> '' AND length(description) <= 2000),
  reverses_id uuid UNIQUE REFERENCES time_entry ON DELETE RESTRICT,
  submission_key uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT time_entry_submitted_once UNIQUE (agent_id, submission_key),
  CONSTRAINT time_entry_authorised CHECK (billable_minutes = 0 OR quote_id IS NOT NULL),
  CONSTRAINT time_entry_sign CHECK (CASE WHEN reverses_id IS NULL THEN minutes > 0 AND billable_minutes >= 0 ELSE minutes < 0 AND billable_minutes <= 0 END)
);
CREATE INDEX time_entry_of_ticket ON time_entry (ticket_id, created_at);
CREATE INDEX time_entry_of_quote ON time_entry (quote_id) WHERE quote_id IS NOT NULL;
CREATE INDEX time_entry_of_appointment ON time_entry (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE TRIGGER time_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON time_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The end of the work under one authorisation.
CREATE TABLE work_closing (
  quote_id uuid PRIMARY KEY REFERENCES quote ON DELETE RESTRICT,
  statement text NOT NULL CONSTRAINT work_closing_statement CHECK (statement <> '' AND length(statement) <= 10000),
  minutes_used integer NOT NULL CHECK (minutes_used >= 0),
  closed_by uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  closed_at timestamptz(3) NOT NULL
);
CREATE INDEX work_closing_of_closer ON work_closing (closed_by);
CREATE TRIGGER work_closing_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON work_closing FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TYPE charge_state AS ENUM ('to_invoice', 'invoiced', 'paid', 'cancelled');

CREATE TABLE charge (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  reference text NOT NULL UNIQUE,
  quote_id uuid NOT NULL UNIQUE REFERENCES quote ON DELETE RESTRICT,
  ticket_id uuid NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  organization_id uuid REFERENCES organization ON DELETE RESTRICT,
  -- As accepted.
  fiscal jsonb NOT NULL,
  subtotal_cents bigint NOT NULL CHECK (subtotal_cents >= 0),
  discount_cents bigint NOT NULL CHECK (discount_cents BETWEEN 0 AND subtotal_cents),
  vat_cents bigint NOT NULL CHECK (vat_cents >= 0),
  total_cents bigint NOT NULL,
  state charge_state NOT NULL DEFAULT 'to_invoice',
  invoice_folio text,
  invoice_uuid uuid,
  invoiced_at timestamptz(3),
  invoiced_by uuid REFERENCES app_user ON DELETE RESTRICT,
  paid_at timestamptz(3),
  paid_by uuid REFERENCES app_user ON DELETE RESTRICT,
  payment_note text NOT NULL DEFAULT '' CHECK (length(payment_note) <= 500),
  cancelled_at timestamptz(3),
  cancel_reason text,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT charge_total CHECK (total_cents = subtotal_cents - discount_cents + vat_cents),
  CONSTRAINT charge_invoiced CHECK (state NOT IN ('invoiced', 'paid') OR num_nonnulls(invoice_folio, invoice_uuid, invoiced_at) = 3),
  CONSTRAINT charge_paid CHECK ((state = 'paid') = (paid_at IS NOT NULL)),
  CONSTRAINT charge_cancelled CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL AND cancel_reason <> ''))
);
CREATE UNIQUE INDEX charge_invoice_uuid ON charge (invoice_uuid) WHERE invoice_uuid IS NOT NULL;
CREATE INDEX charge_of_ticket ON charge (ticket_id);
CREATE INDEX charge_of_organization ON charge (organization_id);
CREATE INDEX charge_of_state ON charge (state, created_at, id);
CREATE INDEX charge_of_invoicer ON charge (invoiced_by);
CREATE INDEX charge_of_cashier ON charge (paid_by);

-- The invoice's PDF and XML.
ALTER TABLE attachment ADD COLUMN charge_id uuid REFERENCES charge ON DELETE RESTRICT;
ALTER TABLE attachment DROP CONSTRAINT attachment_of_one;
ALTER TABLE attachment ADD CONSTRAINT attachment_of_one CHECK (num_nonnulls(ticket_id, message_id, note_id, article_id, charge_id) = (CASE WHEN claimed_at IS NULL THEN 0 ELSE 1 END));
CREATE INDEX attachment_of_charge ON attachment (charge_id, position) WHERE charge_id IS NOT NULL;

-- Off-channel notes -------------------------------------------------------------------

CREATE TYPE off_channel AS ENUM ('phone', 'whatsapp', 'chat_app', 'social_network', 'sms', 'email', 'in_person');

-- What a customer said elsewhere, as an agent noted it: no request until the customer confirms it, gone after seven days.
CREATE TABLE off_channel_note (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  customer_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  agent_id uuid NOT NULL REFERENCES app_user ON DELETE RESTRICT,
  channel off_channel NOT NULL,
  department_id uuid NOT NULL REFERENCES department ON DELETE RESTRICT,
  product_id uuid REFERENCES product ON DELETE RESTRICT,
  subject text NOT NULL CHECK (subject <> ''),
  body text NOT NULL CHECK (body <> ''),
  submission_key uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  CONSTRAINT off_channel_note_submitted_once UNIQUE (agent_id, submission_key)
);
CREATE INDEX off_channel_note_of_customer ON off_channel_note (customer_id, created_at);
CREATE INDEX off_channel_note_of_department ON off_channel_note (department_id);
CREATE INDEX off_channel_note_of_product ON off_channel_note (product_id);
CREATE INDEX off_channel_note_to_expire ON off_channel_note (expires_at);

-- Where a ticket came from, when it was noted for the customer and confirmed.
ALTER TABLE ticket ADD COLUMN noted_channel off_channel, ADD COLUMN noted_by uuid REFERENCES app_user ON DELETE RESTRICT;
ALTER TABLE ticket ADD CONSTRAINT ticket_noted CHECK ((noted_channel IS NULL) = (noted_by IS NULL));
CREATE INDEX ticket_of_noter ON ticket (noted_by) WHERE noted_by IS NOT NULL;
