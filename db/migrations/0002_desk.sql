-- The service desk. lumix_desk may execute desk.desk_check and nothing else of ours: no table, no view, so no list.
--
-- No log row, no data: desk_check is called twice with the same check_id. The first call looks at the session and the
-- limits, looks the card up, writes the log row and says only 'recorded'. The second, in a transaction of its own, finds
-- that row committed and answers. So nobody can read an answer and then take its log row back, neither with ROLLBACK nor
-- by cutting the connection. See docs/decisions/desk-check-in-two-calls.md.
--
-- The functions before desk_check are its parts; they run as its owner, with its search_path, and nobody else may call them.
CREATE SCHEMA desk;
--> statement-breakpoint
CREATE TYPE desk.answer AS (
  outcome text,
  reason text,
  first_name text,
  surname text,
  number text,
  status text,
  starts_on date,
  expires_on date,
  services jsonb,
  paused_until timestamptz
);
--> statement-breakpoint
CREATE TYPE desk.clerk AS (account_id uuid, centre_id uuid, country text, open boolean);
--> statement-breakpoint
-- Who is at the desk: the living session of an enabled desk account. The times are those of lib/auth/rules.ts.
CREATE FUNCTION desk.clerk_of(session_token_hash text, moment timestamptz) RETURNS SETOF desk.clerk
LANGUAGE sql STABLE AS $$
  SELECT a.id, c.id, c.country, c.open
    FROM public.sessions s
    JOIN public.accounts a ON a.id = s.account_id
    JOIN public.centres c ON c.id = a.centre_id
   WHERE s.token_hash = session_token_hash
     AND a.role = 'desk'
     AND a.disabled_at IS NULL
     AND s.created_at > moment - interval '10 hours'
     AND s.last_seen_at > moment - interval '15 minutes'
$$;
--> statement-breakpoint
-- Until when somebody has to wait, or null: in any hour at most 60 checks, and at most 10 numbers or codes that nobody has.
-- A number whose check character is wrong cannot be anybody's; it counts as a check, not as a miss.
CREATE FUNCTION desk.paused_until(account uuid, moment timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
  WITH checks AS (
    SELECT l.at, NOT l.hit AND l.reason IS NULL AS missed
      FROM public.log_entries l
     WHERE l.actor_id = account AND l.action = 'card.checked' AND l.at > moment - interval '1 hour'
  )
  SELECT max(reached.at) + interval '1 hour'
    FROM (
      (SELECT at FROM checks ORDER BY at DESC OFFSET 59 LIMIT 1)
      UNION ALL
      (SELECT at FROM checks WHERE missed ORDER BY at DESC OFFSET 9 LIMIT 1)
    ) AS reached
$$;
--> statement-breakpoint
-- What a status brings in a country on a day: a country's own row goes before the one for every country.
CREATE FUNCTION desk.services(held public.status, residence text, today date, language text) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(best.texts ->> language ORDER BY b.position, b.key), '[]')
    FROM (
      SELECT DISTINCT ON (s.benefit_id) s.benefit_id, s.texts
        FROM public.services s
       WHERE s.status = held
         AND (s.country IS NULL OR s.country = residence)
         AND s.effective_from <= today
         AND (s.effective_to IS NULL OR s.effective_to >= today)
       ORDER BY s.benefit_id, s.country NULLS LAST, s.effective_from DESC
    ) AS best
    JOIN public.benefits b ON b.id = best.benefit_id
$$;
--> statement-breakpoint
-- The six fields, and whether the card is valid today; the reasons are ordered as in lib/memberships/rules.ts.
CREATE FUNCTION desk.answer_for(member bigint, today date, language text) RETURNS desk.answer
LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN why.reason IS NULL THEN 'valid' ELSE 'not-valid' END, why.reason,
         m.first_name, m.surname, s.number, s.status::text, s.starts_on, s.expires_on,
         CASE WHEN why.reason IS NULL THEN desk.services(s.status, m.country, today, language) ELSE '[]' END,
         NULL::timestamptz
    FROM public.memberships s
    JOIN public.members m ON m.id = s.member_id
   CROSS JOIN LATERAL (
      SELECT CASE
               WHEN s.ended_on <= today THEN 'ended'
               WHEN (s.suspended_at AT TIME ZONE 'Europe/Berlin')::date <= today THEN 'suspended'
               WHEN today < s.starts_on THEN 'not-started'
               WHEN today > s.expires_on THEN 'expired'
             END AS reason
    ) AS why
   WHERE s.member_id = member
$$;
--> statement-breakpoint
-- The member of an exact number or, without a number, of a card's code.
CREATE FUNCTION desk.holder(membership_number text, code text) RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT s.member_id FROM public.memberships s WHERE s.number = membership_number
  UNION ALL
  SELECT s.member_id FROM public.memberships s WHERE s.card_code = code AND membership_number IS NULL
$$;
--> statement-breakpoint
-- Writes the log row of a check, and one alert an hour when it was the last one before a pause.
CREATE FUNCTION desk.write_down(
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
        WHERE l.actor_id = clerk.account_id AND l.action = 'desk.paused' AND l.at > moment - interval '1 hour'
     );
END $$;
--> statement-breakpoint
-- Checks one card. Give a number, or a code, or neither for a number that cannot be one (its check character is wrong).
-- outcome: recorded (call again), valid, not-valid (with a reason), no-such-card (reason 'mistyped' when neither was given),
-- paused (until paused_until), signed-out, centre-closed.
CREATE FUNCTION desk.desk_check(
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
     AND l.at > moment - interval '1 minute';
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
--> statement-breakpoint
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public, desk FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA desk TO lumix_desk;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION desk.desk_check TO lumix_desk;
--> statement-breakpoint
-- Large objects are open to everybody in a new database, and only a superuser can close them: here when the owner is one, else
-- whoever made the database (db/embedded.ts does).
DO $$
DECLARE
  unneeded regprocedure;
BEGIN
  FOR unneeded IN
    SELECT oid FROM pg_catalog.pg_proc
     WHERE pronamespace = 'pg_catalog'::regnamespace AND pg_has_role(proowner, 'MEMBER')
       AND (proname LIKE 'lo\_%' OR proname IN ('loread', 'lowrite'))
  LOOP
    EXECUTE 'REVOKE EXECUTE ON FUNCTION ' || unneeded || ' FROM PUBLIC';
  END LOOP;
END $$;
