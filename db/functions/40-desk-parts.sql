-- Internal functions of desk.desk_check. They run as its owner, with its search_path, and nobody else may call them.

-- Who is at the desk: the active session of an enabled desk account, in which a second factor was shown. The times are those of
-- lib/identity/sessions/rules.ts.
CREATE OR REPLACE FUNCTION desk.clerk_of(session_token_hash text, moment timestamptz) RETURNS SETOF desk.clerk
LANGUAGE sql STABLE AS $$
  SELECT a.id, c.id, c.country, c.open, c.legal_basis IS NOT NULL
    FROM public.sessions s
    JOIN public.accounts a ON a.id = s.account_id
    JOIN public.centres c ON c.id = a.centre_id
   WHERE s.token_hash = session_token_hash
     AND a.role = 'desk'
     AND a.disabled_at IS NULL
     AND s.factor_at IS NOT NULL
     AND s.created_at > moment - interval '10 hours'
     AND s.last_seen_at > moment - interval '15 minutes'
$$;

-- Until when a person is paused, or null: in any hour at most 60 checks, and at most 10 unknown numbers or codes.
-- A number with a wrong check character cannot exist; it counts as a check, not as a miss.
-- Written as "actor = … AND at > …", two indexes would match, and Postgres, which cannot know how much was written this
-- minute, chose the one by time: every check then read everyone's recent log. Compared as a row, only the index by actor and
-- time matches. The month condition prunes older partitions.
CREATE OR REPLACE FUNCTION desk.paused_until(account uuid, moment timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
  WITH checks AS (
    SELECT l.at, NOT l.hit AND l.reason IS NULL AS missed
      FROM public.log_reads l
     WHERE l.actor_id = account AND l.action = 'card.checked'
       AND l.at >= date_trunc('month', moment - interval '1 hour', 'UTC')
       AND (l.actor_id, l.at) > (account, moment - interval '1 hour')
  )
  SELECT max(reached.at) + interval '1 hour'
    FROM (
      (SELECT at FROM checks ORDER BY at DESC OFFSET 59 LIMIT 1)
      UNION ALL
      (SELECT at FROM checks WHERE missed ORDER BY at DESC OFFSET 9 LIMIT 1)
    ) AS reached
$$;

-- The services of a status in a country on a day, in one language.
CREATE OR REPLACE FUNCTION desk.services(held public.status, residence text, today date, language text) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(s.line ORDER BY s.position, s.key), '[]')
    FROM programme.services_on(residence, today, language) s
   WHERE s.status = held
$$;

-- The six fields, and whether the card is valid today; the reasons are checked in the same order as in lib/memberships/rules.ts.
CREATE OR REPLACE FUNCTION desk.answer_for(member bigint, today date, language text) RETURNS desk.answer
LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN why.reason IS NULL THEN 'valid' ELSE 'not-valid' END, why.reason,
         m.first_name, m.surname, s.number, held.status::text, s.starts_on, s.expires_on,
         CASE WHEN why.reason IS NULL THEN desk.services(held.status, m.country, today, language) ELSE '[]' END,
         NULL::timestamptz
    FROM public.memberships s
    JOIN public.members m ON m.id = s.member_id
   CROSS JOIN LATERAL (SELECT programme.status_on(s.member_id, today) AS status) AS held
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

-- The member of an exact number or, without a number, of a card's code.
CREATE OR REPLACE FUNCTION desk.holder(membership_number text, code text) RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT s.member_id FROM public.memberships s WHERE s.number = membership_number
  UNION ALL
  SELECT s.member_id FROM public.memberships s WHERE s.card_code = code AND membership_number IS NULL
$$;

-- Writes the log row of a check, and once an hour the row of a pause if this check was the last one before it.
CREATE OR REPLACE FUNCTION desk.write_down(
  clerk desk.clerk, check_id uuid, membership_number text, code text, purpose text, case_number text, moment timestamptz
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  member bigint := desk.holder(membership_number, code);
BEGIN
  INSERT INTO public.log_reads
    (at, actor_id, actor_role, action, member_id, subject_id, centre_id, country, purpose, case_number, hit, reason)
  VALUES
    (moment, clerk.account_id, 'desk', 'card.checked', member, check_id, clerk.centre_id, clerk.country,
     purpose::public.check_purpose, case_number, member IS NOT NULL,
     CASE WHEN membership_number IS NULL AND code IS NULL THEN 'mistyped' END);

  INSERT INTO public.log_acts (at, actor_id, actor_role, action, centre_id, country)
  SELECT moment, clerk.account_id, 'desk', 'desk.paused', clerk.centre_id, clerk.country
   WHERE desk.paused_until(clerk.account_id, moment) IS NOT NULL
     AND NOT EXISTS (
       SELECT FROM public.log_acts l
        WHERE l.actor_id = clerk.account_id AND l.action = 'desk.paused'
          AND l.at >= date_trunc('month', moment - interval '1 hour', 'UTC')
          AND (l.actor_id, l.at) > (clerk.account_id, moment - interval '1 hour')
     );
END $$;
