-- The log is two tables, reads and acts, each with one partition per month (in UTC) and one for rows without a monthly partition.
-- Statements on a partition do not fire the parent's trigger, so each partition has its own.
CREATE OR REPLACE TRIGGER log_reads_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_reads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER log_acts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_acts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_reads_rest
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_acts_rest
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Both tables as one log.
CREATE OR REPLACE VIEW log_entries AS
SELECT id, at, actor_id, actor_role, action, member_id, subject_id, centre_id, country, purpose, case_number, hit, reason FROM log_reads
UNION ALL
SELECT id, at, actor_id, actor_role, action, member_id, subject_id, centre_id, country,
       NULL::check_purpose, NULL::text, NULL::boolean, reason FROM log_acts;

-- Creates one month's partition of one table, and moves the rows into it that were written before it existed.
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

-- Creates the missing partitions from the month of `first` to the month of `last`. Gives up if a table stays locked for more
-- than five seconds, so that log writes never wait for it; the next night tries again.
CREATE OR REPLACE FUNCTION log.make_months(first date, last date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
  month date;
BEGIN
  IF last > first + interval '5 years' THEN
    RAISE EXCEPTION 'make_months was called with more than five years' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('log.make_months'));
  FOR month IN SELECT generate_series(date_trunc('month', first::timestamp), last::timestamp, '1 month')::date LOOP
    PERFORM log.make_month('log_reads', month);
    PERFORM log.make_month('log_acts', month);
  END LOOP;
END $$;
