-- A check looks for its own row and counts those of one desk. Written as "actor = … AND at > …", both conditions fit two
-- indexes, and Postgres, which cannot know how much was written this minute, took the one by time: every check then read
-- all that everybody had logged in the last minute. Compared as a pair, only the index by actor and time fits.

-- Until when somebody has to wait, or null: in any hour at most 60 checks, and at most 10 numbers or codes that nobody has.
-- A number whose check character is wrong cannot be anybody's; it counts as a check, not as a miss.
CREATE OR REPLACE FUNCTION desk.paused_until(account uuid, moment timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
  WITH checks AS (
    SELECT l.at, NOT l.hit AND l.reason IS NULL AS missed
      FROM public.log_entries l
     WHERE l.actor_id = account AND l.action = 'card.checked'
       AND (l.actor_id, l.at) > (account, moment - interval '1 hour')
  )
  SELECT max(reached.at) + interval '1 hour'
    FROM (
      (SELECT at FROM checks ORDER BY at DESC OFFSET 59 LIMIT 1)
      UNION ALL
      (SELECT at FROM checks WHERE missed ORDER BY at DESC OFFSET 9 LIMIT 1)
    ) AS reached
$$;
--> statement-breakpoint
-- Writes the log row of a check, and one alert an hour when it was the last one before a pause.
CREATE OR REPLACE FUNCTION desk.write_down(
  clerk desk.clerk, check_id uuid, membership_number text, code text, purpose text, case_number text, moment timestamptz
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  member bigint := desk.holder(membership_number, code);
BEGIN
  INSERT INTO public.log_entries
    (at, actor_id, actor_role, action, member_id, subject_id, centre_id, country, purpose, case_number, hit, reason)
  VALUES
    (moment, clerk.account_id, 'desk', 'card.checked', member, check_id, clerk.centre_id, clerk.country,
     purpose::public.check_purpose, case_number, member IS NOT NULL,
     CASE WHEN membership_number IS NULL AND code IS NULL THEN 'mistyped' END);

  INSERT INTO public.log_entries (at, actor_id, actor_role, action, centre_id, country)
  SELECT moment, clerk.account_id, 'desk', 'desk.paused', clerk.centre_id, clerk.country
   WHERE desk.paused_until(clerk.account_id, moment) IS NOT NULL
     AND NOT EXISTS (
       SELECT FROM public.log_entries l
        WHERE l.actor_id = clerk.account_id AND l.action = 'desk.paused'
          AND (l.actor_id, l.at) > (clerk.account_id, moment - interval '1 hour')
     );
END $$;
--> statement-breakpoint
-- Checks one card. Give a number, or a code, or neither for a number that cannot be one (its check character is wrong).
-- outcome: recorded (call again), valid, not-valid (with a reason), no-such-card (reason 'mistyped' when neither was given),
-- paused (until paused_until), signed-out, centre-closed.
CREATE OR REPLACE FUNCTION desk.desk_check(
  check_id uuid, session_token_hash text, membership_number text, code text, purpose text, case_number text, language text
) RETURNS desk.answer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
  -- Taken before this call writes: true means that the row found below may be this very transaction's own.
  may_be_ours CONSTANT boolean := pg_current_xact_id_if_assigned() IS NOT NULL;
  moment timestamptz;
  clerk desk.clerk;
  logged record;
  answer desk.answer;
BEGIN
  -- An older snapshot would not see the checks of other connections, and so not the limits.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'desk_check needs READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  IF check_id IS NULL OR purpose IS NULL OR coalesce(case_number !~ '^[A-Za-z0-9 ./-]{1,40}$', false) THEN
    RAISE EXCEPTION 'desk_check was asked wrongly' USING ERRCODE = 'invalid_parameter_value';
  END IF;

  SELECT * INTO clerk FROM desk.clerk_of(session_token_hash, clock_timestamp());
  IF NOT FOUND THEN answer.outcome := 'signed-out'; RETURN answer; END IF;
  IF NOT clerk.open THEN answer.outcome := 'centre-closed'; RETURN answer; END IF;

  -- One check at a time per person, so that no two of them see the same count. The clock is read afterwards, and never
  -- now(), which stands still in a transaction that is kept open.
  PERFORM pg_advisory_xact_lock(hashtextextended(clerk.account_id::text, 0));
  moment := clock_timestamp();

  SELECT l.member_id, l.reason INTO logged FROM public.log_entries l
   WHERE l.actor_id = clerk.account_id AND l.action = 'card.checked' AND l.subject_id = check_id
     AND (l.actor_id, l.at) > (clerk.account_id, moment - interval '1 minute');
  IF NOT FOUND THEN
    answer.paused_until := desk.paused_until(clerk.account_id, moment);
    IF answer.paused_until IS NOT NULL THEN answer.outcome := 'paused'; RETURN answer; END IF;
    PERFORM desk.write_down(clerk, check_id, membership_number, code, purpose, case_number, moment);
    answer.outcome := 'recorded';
  ELSIF may_be_ours THEN
    answer.outcome := 'recorded';
  ELSE
    answer := desk.answer_for(
      logged.member_id,
      (moment AT TIME ZONE 'Europe/Berlin')::date,
      CASE WHEN language = 'de' THEN 'de' ELSE 'en' END
    );
    IF answer.outcome IS NULL THEN answer.outcome := 'no-such-card'; answer.reason := logged.reason; END IF;
  END IF;
  RETURN answer;
END $$;
