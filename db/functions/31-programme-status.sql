-- The version of the rules in force on a day.
-- In plpgsql, because a connection caches its plans: every list and card calls this, and planning took longer than executing.
CREATE OR REPLACE FUNCTION programme.status_rules_on(day date) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT v.id FROM public.status_rules v
           WHERE v.effective_from <= day AND v.withdrawn_at IS NULL
           ORDER BY v.effective_from DESC LIMIT 1);
END $$;

-- The status a membership's products reach on a day, and the status held on it, as set-returning functions that Postgres inlines:
-- a list then needs one query for all its members, where each scalar call would be a query of its own. by_count and status_on
-- return the same for one member.
CREATE OR REPLACE FUNCTION programme.reached(s public.memberships, day date) RETURNS TABLE (status public.status) LANGUAGE sql STABLE AS $$
  SELECT coalesce(max(t.status), 'red')
    FROM public.status_rule_tiers t,
         (SELECT count(*) AS products, count(*) FILTER (WHERE p.kind = 'camera') AS cameras
            FROM public.registrations r
            JOIN public.products p ON p.id = r.product_id
           WHERE r.member_id = (s).member_id AND r.state = 'verified'
             AND programme.counts(p.qualifying_from, p.qualifying_to, r.created_at, (s).starts_on, (s).expires_on,
                                  (s).first_verified_on, day)) AS held
   WHERE t.status_rules_id = (SELECT programme.status_rules_on(day))
     AND t.products <= held.products AND t.cameras <= held.cameras
$$;

CREATE OR REPLACE FUNCTION programme.held_on(s public.memberships, day date) RETURNS TABLE (status public.status) LANGUAGE sql STABLE AS $$
  SELECT CASE
           WHEN (s).granted_until < day THEN c.status
           WHEN (s).expires_on < day OR (s).ended_on <= day THEN (s).status
           ELSE greatest((s).status, c.status)
         END
    FROM programme.reached(s, day) c
$$;

-- The status one member's products reach on a day, by the rules in force on it; as statusByCount in lib/memberships/rules.ts.
CREATE OR REPLACE FUNCTION programme.by_count(member bigint, day date) RETURNS public.status LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT r.status FROM public.memberships s, programme.reached(s, day) r WHERE s.member_id = member);
END $$;

-- The status a member holds on a day. It rises as soon as the count does; it falls only when a granted status has ended. Once the
-- membership is over, it no longer changes.
CREATE OR REPLACE FUNCTION programme.status_on(member bigint, day date) RETURNS public.status LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT h.status FROM public.memberships s, programme.held_on(s, day) h WHERE s.member_id = member);
END $$;
