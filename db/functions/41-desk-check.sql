-- The service desk. lumix_desk may execute desk.desk_check and nothing else of ours: no table and no view, so it cannot list anyone.
--
-- No log row, no data: desk_check is called twice with the same check_id. The first call looks at the session and the
-- limits, looks the card up, writes the log row and returns only 'recorded'. The second, in a separate transaction, finds
-- that row committed and returns the answer. So nobody can read an answer and then undo its log row, neither with ROLLBACK
-- nor by cutting the connection. See docs/decisions/desk-check-in-two-calls.md.
--
-- Checks one card. Pass a number, or a code, or neither for an invalid number (wrong check character).
-- outcome: recorded (call again), valid, not-valid (with a reason), no-such-card (reason 'mistyped' when neither was given),
-- paused (until paused_until), signed-out, centre-closed (with the reason 'no-legal-basis' when that is why).
CREATE OR REPLACE FUNCTION desk.desk_check(
  check_id uuid, session_token_hash text, membership_number text, code text, purpose text, case_number text, language text
) RETURNS desk.answer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
  -- Read before this call writes: true means that the row found below may be from this same transaction.
  may_be_ours CONSTANT boolean := pg_current_xact_id_if_assigned() IS NOT NULL;
  moment timestamptz;
  clerk desk.clerk;
  logged record;
  answer desk.answer;
BEGIN
  -- An older snapshot would not see the checks of other connections, so the limits could be exceeded.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'desk_check needs READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  IF check_id IS NULL OR purpose IS NULL OR coalesce(case_number !~ '^[A-Za-z0-9 ./-]{1,40}$', false) THEN
    RAISE EXCEPTION 'desk_check was called with invalid arguments' USING ERRCODE = 'invalid_parameter_value';
  END IF;

  SELECT * INTO clerk FROM desk.clerk_of(session_token_hash, clock_timestamp());
  IF NOT FOUND THEN answer.outcome := 'signed-out'; RETURN answer; END IF;
  IF NOT clerk.lawful THEN
    answer.outcome := 'centre-closed'; answer.reason := 'no-legal-basis'; RETURN answer;
  END IF;
  IF NOT clerk.open THEN answer.outcome := 'centre-closed'; RETURN answer; END IF;

  -- One check at a time per person, so that no two of them see the same count. The clock is read after the lock, and not by
  -- now(), which does not advance within a transaction.
  PERFORM pg_advisory_xact_lock(hashtextextended(clerk.account_id::text, 0));
  moment := clock_timestamp();

  SELECT l.member_id, l.reason INTO logged FROM public.log_reads l
   WHERE l.actor_id = clerk.account_id AND l.action = 'card.checked' AND l.subject_id = check_id
     AND l.at >= date_trunc('month', moment - interval '1 minute', 'UTC')
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
