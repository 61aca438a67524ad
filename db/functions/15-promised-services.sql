-- Promised services stay as they were: of a line that has begun only the last day may change, and never to a past day.
CREATE OR REPLACE FUNCTION programme.keep_promised_line() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  today CONSTANT date := (now() AT TIME ZONE 'Europe/Berlin')::date;
BEGIN
  IF OLD.effective_from > today THEN RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END IF;
  IF TG_OP = 'DELETE' OR OLD.effective_to < today OR NEW.effective_to < today
    OR to_jsonb(NEW) - 'effective_to' <> to_jsonb(OLD) - 'effective_to'
  THEN
    RAISE EXCEPTION 'this line of the services has begun' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER services_promised BEFORE UPDATE OR DELETE ON services
  FOR EACH ROW EXECUTE FUNCTION programme.keep_promised_line();

CREATE OR REPLACE TRIGGER services_kept BEFORE TRUNCATE ON services
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
