-- Whoever has a quote in hand looks it up by its hash alone.
CREATE UNIQUE INDEX quote_sha256 ON quote (sha256);
-- The lists of quotes, by what changed last.
CREATE INDEX quote_by_change ON quote (updated_at DESC, id DESC);
-- What a discount may be says so already: it lies between nothing and the subtotal.
ALTER TABLE quote DROP CONSTRAINT quote_subtotal_cents_check;
ALTER TABLE quote_line DROP CONSTRAINT quote_line_subtotal_cents_check;
-- A reason that is not there is none: null let it through.
ALTER TABLE quote_line DROP CONSTRAINT quote_line_discount_says_why;
ALTER TABLE quote_line ADD CONSTRAINT quote_line_discount_says_why CHECK (discount_cents = 0 OR coalesce(discount_reason, '') <> '');
