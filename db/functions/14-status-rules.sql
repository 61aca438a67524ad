-- A version by which a member's status was decided can never be changed, by anyone; nor can a withdrawn one.
CREATE OR REPLACE FUNCTION programme.keep_judged_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  version uuid := CASE TG_TABLE_NAME WHEN 'status_rule_tiers' THEN (to_jsonb(coalesce(NEW, OLD)) ->> 'status_rules_id')::uuid
                  ELSE (to_jsonb(OLD) ->> 'id')::uuid END;
BEGIN
  IF EXISTS (SELECT FROM public.status_changes c WHERE c.status_rules_id = version)
    OR EXISTS (SELECT FROM public.memberships s WHERE s.status_rules_id = version)
    OR EXISTS (SELECT FROM public.status_rules v WHERE v.id = version AND v.withdrawn_at IS NOT NULL)
  THEN
    RAISE EXCEPTION 'this version of the rules can no longer be changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE TRIGGER status_rules_judged BEFORE UPDATE OR DELETE ON status_rules
  FOR EACH ROW EXECUTE FUNCTION programme.keep_judged_version();

CREATE OR REPLACE TRIGGER status_rule_tiers_judged BEFORE UPDATE OR DELETE ON status_rule_tiers
  FOR EACH ROW EXECUTE FUNCTION programme.keep_judged_version();

-- AFTER, so that a seed whose insert does nothing because the row exists is not refused.
CREATE OR REPLACE TRIGGER status_rule_tiers_added AFTER INSERT ON status_rule_tiers
  FOR EACH ROW EXECUTE FUNCTION programme.keep_judged_version();

CREATE OR REPLACE TRIGGER status_rules_kept BEFORE TRUNCATE ON status_rules
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE TRIGGER status_rule_tiers_kept BEFORE TRUNCATE ON status_rule_tiers
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
