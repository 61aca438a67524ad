-- Each joining, rise, fall and end as +1 or -1 to the number of members with a status in a country, on its day in Berlin. The
-- sum up to a day is the number of members on that day. The country is the one in which a member lives today. Changes to a
-- membership after its end are ignored.
CREATE OR REPLACE VIEW member_moves AS
SELECT (c.at AT TIME ZONE 'Europe/Berlin')::date AS day, m.country, step.status, step.by
  FROM status_changes c
  JOIN members m ON m.id = c.member_id
  JOIN memberships s ON s.member_id = c.member_id
 CROSS JOIN LATERAL (VALUES (c."to", 1), (c."from", -1)) AS step (status, by)
 WHERE step.status IS NOT NULL AND (s.ended_on IS NULL OR (c.at AT TIME ZONE 'Europe/Berlin')::date < s.ended_on)
UNION ALL
SELECT s.ended_on, m.country, held.status, -1
  FROM memberships s
  JOIN members m ON m.id = s.member_id
 CROSS JOIN LATERAL (
    SELECT c."to" AS status FROM status_changes c
     WHERE c.member_id = s.member_id AND (c.at AT TIME ZONE 'Europe/Berlin')::date < s.ended_on
     ORDER BY c.at DESC LIMIT 1) AS held
 WHERE s.ended_on IS NOT NULL;
