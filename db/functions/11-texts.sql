-- A published version can only be withdrawn or given another day, and only before it takes effect. This binds the owner too.
CREATE OR REPLACE FUNCTION guard_text() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  today CONSTANT date := (now() AT TIME ZONE 'Europe/Berlin')::date;
BEGIN
  IF OLD.published_at IS NULL THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    IF NEW.published_at IS NOT NULL AND NEW.effective_from < today THEN
      RAISE EXCEPTION 'no version begins in the past' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.published_at IS NOT NULL
      AND (SELECT count(*) FROM public.text_bodies t WHERE t.text_id = NEW.id)
          < (SELECT count(*) FROM unnest(enum_range(NULL::public.language))) THEN
      RAISE EXCEPTION 'a version is published in every language' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL OR OLD.effective_from <= today OR NEW.effective_from < today
    OR (NEW.id, NEW.kind, NEW.version, NEW.published_at, NEW.published_by, NEW.reason)
       IS DISTINCT FROM (OLD.id, OLD.kind, OLD.version, OLD.published_at, OLD.published_by, OLD.reason) THEN
    RAISE EXCEPTION 'a published version stays as it is' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- The words of a published version are what members accepted, so not even the owner may change them. Deleting a draft deletes its words.
CREATE OR REPLACE FUNCTION guard_text_body() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM public.texts d WHERE d.id = OLD.text_id AND d.published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the words of a published version stay' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE TRIGGER texts_stay BEFORE UPDATE OR DELETE ON texts
  FOR EACH ROW EXECUTE FUNCTION guard_text();

CREATE OR REPLACE TRIGGER text_bodies_stay BEFORE UPDATE OR DELETE ON text_bodies
  FOR EACH ROW EXECUTE FUNCTION guard_text_body();

CREATE OR REPLACE TRIGGER texts_no_truncate BEFORE TRUNCATE ON texts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE TRIGGER text_bodies_no_truncate BEFORE TRUNCATE ON text_bodies
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
