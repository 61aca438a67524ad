-- The log is two tables, reads and acts, each with a partition a month (in UTC) and one for what belongs to no month that was made.
-- What is sent to a partition passes its table by, so each has the trigger.
CREATE OR REPLACE TRIGGER log_reads_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_reads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER log_acts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_acts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_reads_rest
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_acts_rest
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Both as one log.
CREATE OR REPLACE VIEW log_entries AS
SELECT id, at, actor_id, actor_role, action, member_id, subject_id, centre_id, country, purpose, case_number, hit, reason FROM log_reads
UNION ALL
SELECT id, at, actor_id, actor_role, action, member_id, subject_id, centre_id, country,
       NULL::check_purpose, NULL::text, NULL::boolean, reason FROM log_acts;

-- Makes one month's partition of one table, and takes into it what was written for that month before it was there.
CREATE OR REPLACE FUNCTION log.make_month(parent text, month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  part CONSTANT text := parent || to_char(month, '_YYYY_MM');
  rest CONSTANT text := parent || '_rest';
  since CONSTANT timestamptz := month::timestamp AT TIME ZONE 'UTC';
  until CONSTANT timestamptz := (month + interval '1 month') AT TIME ZONE 'UTC';
BEGIN
  IF to_regclass('public.' || part) IS NOT NULL THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part, parent);
  EXECUTE format('ALTER TABLE public.%I DISABLE TRIGGER append_only', rest);
  EXECUTE format('WITH moved AS (DELETE FROM public.%I WHERE at >= %L AND at < %L RETURNING *) INSERT INTO public.%I SELECT * FROM moved',
    rest, since, until, part);
  EXECUTE format('ALTER TABLE public.%I ENABLE TRIGGER append_only', rest);
  EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)', parent, part, since, until);
  EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON public.%I
    FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()', part);
END $$;

-- Makes what is missing of the months from the one of `first` to the one of `last`. Where somebody holds a table for longer than
-- five seconds it gives up, so that the log never waits for it; the next night tries again.
CREATE OR REPLACE FUNCTION log.make_months(first date, last date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
  month date;
BEGIN
  IF last > first + interval '5 years' THEN
    RAISE EXCEPTION 'make_months was asked for more than five years' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('log.make_months'));
  FOR month IN SELECT generate_series(date_trunc('month', first::timestamp), last::timestamp, '1 month')::date LOOP
    PERFORM log.make_month('log_reads', month);
    PERFORM log.make_month('log_acts', month);
  END LOOP;
END $$;
