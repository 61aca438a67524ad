-- The services of each status in a country on a day, one row each: a country's own line overrides the one for every country, and
-- may say that the benefit is not offered there. Falls back to English where a translation is missing. Used by the programme
-- page, the card and the desk.
CREATE OR REPLACE FUNCTION programme.services_on(residence text, day date, language text)
RETURNS TABLE (status public.status, benefit_id uuid, "position" integer, key text, line text)
LANGUAGE sql STABLE AS $$
  SELECT best.status, best.benefit_id, b.position, b.key, coalesce(nullif(best.texts ->> language, ''), best.texts ->> 'en')
    FROM (
      SELECT DISTINCT ON (s.status, s.benefit_id) s.status, s.benefit_id, s.texts, s.offered
        FROM public.services s
       WHERE (s.country IS NULL OR s.country = residence)
         AND s.effective_from <= day
         AND (s.effective_to IS NULL OR s.effective_to >= day)
       ORDER BY s.status, s.benefit_id, s.country NULLS LAST
    ) AS best
    JOIN public.benefits b ON b.id = best.benefit_id
   WHERE best.offered
$$;
