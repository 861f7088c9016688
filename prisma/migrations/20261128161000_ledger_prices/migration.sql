-- What each purchase of hours cost, beside it: the contract's own row keeps what was signed first.
ALTER TABLE ledger_entry ADD COLUMN price_cents integer CONSTRAINT ledger_entry_price CHECK (price_cents IS NULL OR (price_cents >= 0 AND kind = 'purchase'));

-- As before, but its name stands in the message: the driver drops the constraint of an error that a trigger raises.
CREATE OR REPLACE FUNCTION guard_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lowest integer;
  balance integer;
BEGIN
  SELECT -overage_limit_minutes INTO lowest FROM contract WHERE id = NEW.contract_id FOR NO KEY UPDATE;
  SELECT coalesce(sum(minutes), 0) INTO balance FROM ledger_entry WHERE contract_id = NEW.contract_id;
  NEW.balance_after := balance + NEW.minutes;
  IF NEW.minutes < 0 AND NEW.balance_after < lowest THEN
    RAISE EXCEPTION 'ledger_balance: contract % has % minutes: % refused', NEW.contract_id, balance, NEW.minutes USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_balance';
  END IF;
  RETURN NEW;
END $$;
