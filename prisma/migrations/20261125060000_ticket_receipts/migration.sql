-- What was received, in the words of its receipt ------------------------------

-- `text` is the canonical form (lib/tickets/receipt.ts), whole: later changes of the ticket, its people or its department do not reach it.
CREATE TABLE ticket_receipt (
  ticket_id uuid PRIMARY KEY REFERENCES ticket ON DELETE RESTRICT,
  text text NOT NULL,
  sha256 text NOT NULL,
  issued_at timestamptz(3) NOT NULL,
  CONSTRAINT ticket_receipt_form CHECK (starts_with(text, 'mesa-receipt v1' || chr(10)) AND right(text, 1) = chr(10)),
  -- Whoever writes the row, the hash is the text's.
  CONSTRAINT ticket_receipt_hash CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);
-- The check page looks a receipt up by its hash.
CREATE UNIQUE INDEX ticket_receipt_sha256 ON ticket_receipt (sha256);

CREATE TRIGGER ticket_receipt_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ticket_receipt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
