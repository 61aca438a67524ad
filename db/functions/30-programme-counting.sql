-- What the programme says on a calendar day. Everything that counts products or decides or reads a status uses these functions:
-- account, card, desk, records, simulation and the worker. So all of them agree from the first second of a day, without a job.

-- The last day on which a registration counts, or null; as countsUntil in lib/catalogue/counting.ts. A member who had registered
-- the model by its last day keeps it until the end of the term that was running then.
CREATE OR REPLACE FUNCTION programme.counts_until(
  qualifying_from date, qualifying_to date, registered timestamptz, starts_on date, expires_on date, first_verified_on date
) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
           WHEN (registered AT TIME ZONE 'Europe/Berlin')::date <= qualifying_to
             AND (starts_on <= qualifying_to OR starts_on = first_verified_on)
           THEN greatest(qualifying_to, expires_on)
           ELSE qualifying_to
         END
$$;

-- Whether a registration, once verified, counts on a day; as countsOn in lib/catalogue/counting.ts. The only place in SQL that decides it.
CREATE OR REPLACE FUNCTION programme.counts(
  qualifying_from date, qualifying_to date, registered timestamptz, starts_on date, expires_on date, first_verified_on date,
  day date
) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(qualifying_from <= day AND day <= coalesce(programme.counts_until(
    qualifying_from, qualifying_to, registered, starts_on, expires_on, first_verified_on), 'infinity'), false)
$$;

-- The products that count on a day, one row each.
CREATE OR REPLACE FUNCTION programme.counting(day date) RETURNS TABLE (member_id bigint, kind public.product_kind)
LANGUAGE sql STABLE AS $$
  SELECT r.member_id, p.kind
    FROM public.registrations r
    JOIN public.products p ON p.id = r.product_id
    JOIN public.memberships s ON s.member_id = r.member_id
   WHERE r.state = 'verified'
     AND programme.counts(p.qualifying_from, p.qualifying_to, r.created_at, s.starts_on, s.expires_on, s.first_verified_on, day)
$$;
