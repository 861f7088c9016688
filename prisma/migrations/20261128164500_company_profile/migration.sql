-- Who invoices, and how: what each CFDI says of its issuer. One row, the administrator's.
CREATE TABLE company_profile (
  id smallint PRIMARY KEY DEFAULT 1 CONSTRAINT company_profile_is_one CHECK (id = 1),
  rfc text COLLATE "C" NOT NULL CONSTRAINT company_profile_rfc CHECK (rfc ~ '^[A-ZÑ&]{3,4}[0-9]{6}[A-Z0-9]{2}[0-9A]$'),
  legal_name text NOT NULL CONSTRAINT company_profile_name CHECK (legal_name <> '' AND length(legal_name) <= 300),
  -- Codes of the SAT's catalogues c_RegimenFiscal, c_ClaveProdServ, c_MetodoPago and c_FormaPago.
  tax_regime text NOT NULL CONSTRAINT company_profile_regime CHECK (tax_regime ~ '^[0-9]{3}$'),
  postal_code text NOT NULL CONSTRAINT company_profile_postal_code CHECK (postal_code ~ '^[0-9]{5}$'),
  product_key text NOT NULL CONSTRAINT company_profile_product_key CHECK (product_key ~ '^[0-9]{8}$'),
  payment_method text NOT NULL CONSTRAINT company_profile_method CHECK (payment_method IN ('PUE', 'PPD')),
  -- What is paid later has no form yet: 99, "por definir".
  payment_form text NOT NULL CONSTRAINT company_profile_form CHECK (payment_form ~ '^[0-9]{2}$' AND (payment_method = 'PPD') = (payment_form = '99')),
  -- Of the invoices' folios; empty for none.
  series text NOT NULL DEFAULT '' CONSTRAINT company_profile_series CHECK (series ~ '^[A-Z0-9]{0,10}$'),
  version integer NOT NULL DEFAULT 1 CONSTRAINT company_profile_version CHECK (version > 0),
  updated_at timestamptz(3) NOT NULL,
  updated_by uuid REFERENCES app_user ON DELETE SET NULL
);
CREATE INDEX company_profile_of_editor ON company_profile (updated_by);

-- Lists of charges by month and state page by (created_at, id) without a state too.
CREATE INDEX charge_by_day ON charge (created_at, id);

-- A discount lies between nothing and the subtotal: that this is not below nothing follows.
ALTER TABLE charge DROP CONSTRAINT charge_subtotal_cents_check;
