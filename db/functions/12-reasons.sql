-- Decisions refer to reasons, so a used reason can never be reworded, not even by the owner.
CREATE OR REPLACE FUNCTION refuse_other_words() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM public.decisions d WHERE d.reason_id = OLD.id) THEN
    RAISE EXCEPTION 'a reason that was used keeps its words' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE TRIGGER reasons_used_keep_their_words BEFORE UPDATE OF kind, ending, texts, replaces OR DELETE ON reasons
  FOR EACH ROW EXECUTE FUNCTION refuse_other_words();
