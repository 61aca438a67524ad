-- graphile-worker's tables belong to the worker, and their row security denies everyone else. So these functions run as the worker.
SET LOCAL ROLE lumix_worker;

CREATE OR REPLACE FUNCTION jobs.queue_job(task text, payload json, job_key text DEFAULT null, run_at timestamptz DEFAULT null)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- A code is valid for ten minutes, so it must not wait behind a mass mailing.
  PERFORM graphile_worker.add_job(
    identifier => task, payload => payload, run_at => run_at, job_key => job_key,
    priority => CASE task WHEN 'send-sign-in' THEN -1 ELSE 0 END);
END $$;

-- What an administrator may see of failed jobs, and may retry: no payload, and only the first line of the last error, with
-- anything like a mail address removed. A mail that was given up is a row of `mails`, so its job is not listed too.
CREATE OR REPLACE FUNCTION jobs.failed_jobs()
RETURNS TABLE (id bigint, task text, attempts int, most int, error text, queued_at timestamptz, tried_at timestamptz, next_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT j.id, j.task_identifier, j.attempts, j.max_attempts,
         left(regexp_replace(split_part(j.last_error, E'\n', 1), '\S+@\S+', '…', 'g'), 200),
         j.created_at, j.updated_at, CASE WHEN j.attempts < j.max_attempts THEN j.run_at END
    FROM graphile_worker.jobs j
   WHERE j.last_error IS NOT NULL AND j.attempts > 0 AND (j.task_identifier <> 'send-mail' OR j.attempts < j.max_attempts)
   ORDER BY j.updated_at DESC, j.id DESC
$$;

CREATE OR REPLACE FUNCTION jobs.try_again(job bigint)
RETURNS text LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT f.task
    FROM jobs.failed_jobs() f
   CROSS JOIN LATERAL graphile_worker.reschedule_jobs(array[f.id], now(), null, 0::smallint, null)
   WHERE f.id = job
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA jobs FROM PUBLIC;
GRANT USAGE ON SCHEMA jobs TO lumix_app;
GRANT EXECUTE ON FUNCTION jobs.queue_job, jobs.failed_jobs, jobs.try_again TO lumix_app;

RESET ROLE;
