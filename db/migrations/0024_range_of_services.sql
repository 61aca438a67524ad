ALTER TABLE "benefits" ADD COLUMN "unit" text;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "offered" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "continues" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "published_by" uuid;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_published_by_accounts_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benefits" ADD CONSTRAINT "benefits_unit" CHECK ("benefits"."unit" in ('per-term', 'working-days', 'per-cent'));--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_withheld_in_a_country" CHECK ("services"."offered" or "services"."country" is not null);--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_published_whole" CHECK (num_nulls("services"."published_by", "services"."published_at", "services"."reason") in (0, 3));--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_reason" CHECK (length(trim("services"."reason")) between 1 and 500);--> statement-breakpoint
-- One line at a time for a benefit, a status and a country. Ranges compare in GiST without an extension, so what has to be equal
-- is compared as a range of one number: a hash of it. Two that share a hash would be refused, never let through.
ALTER TABLE services ADD CONSTRAINT services_no_overlap EXCLUDE USING gist (
  int8range(
    hashtextextended(benefit_id::text || coalesce(country, ''),
      CASE status WHEN 'silver' THEN 1 WHEN 'gold' THEN 2 WHEN 'platinum' THEN 3 WHEN 'black' THEN 4 ELSE 0 END),
    hashtextextended(benefit_id::text || coalesce(country, ''),
      CASE status WHEN 'silver' THEN 1 WHEN 'gold' THEN 2 WHEN 'platinum' THEN 3 WHEN 'black' THEN 4 ELSE 0 END), '[]') WITH &&,
  daterange(effective_from, effective_to, '[]') WITH &&
);
--> statement-breakpoint
-- What has been promised stays as it was: of a line that has begun only the last day changes, and never to one that is over.
CREATE FUNCTION programme.keep_promised_line() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  today CONSTANT date := (now() AT TIME ZONE 'Europe/Berlin')::date;
BEGIN
  IF OLD.effective_from > today THEN RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END IF;
  IF TG_OP = 'DELETE' OR OLD.effective_to < today OR NEW.effective_to < today
    OR to_jsonb(NEW) - 'effective_to' <> to_jsonb(OLD) - 'effective_to'
  THEN
    RAISE EXCEPTION 'this line of the services has begun' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION programme.keep_promised_line FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER services_promised BEFORE UPDATE OR DELETE ON services
  FOR EACH ROW EXECUTE FUNCTION programme.keep_promised_line();
--> statement-breakpoint
CREATE TRIGGER services_kept BEFORE TRUNCATE ON services FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
UPDATE benefits SET unit = CASE key WHEN 'sensor-clean' THEN 'per-term' WHEN 'repair' THEN 'working-days' WHEN 'discount' THEN 'per-cent' END;
--> statement-breakpoint
-- What each status brings in a country on a day, a line each: a country's own line goes before the one for every country, and may
-- say that there the benefit is not offered. In a language that lacks a text, the English one. The programme page, the card and
-- the desk all ask this.
CREATE FUNCTION programme.services_on(residence text, day date, language text)
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
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION programme.services_on FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION programme.services_on TO lumix_app, lumix_worker;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION desk.services(held public.status, residence text, today date, language text) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(s.line ORDER BY s.position, s.key), '[]')
    FROM programme.services_on(residence, today, language) s
   WHERE s.status = held
$$;
--> statement-breakpoint
GRANT INSERT, UPDATE (effective_to), DELETE ON services TO lumix_app;
--> statement-breakpoint
GRANT INSERT, UPDATE (texts, position, unit) ON benefits TO lumix_app;
--> statement-breakpoint
-- The same three answers as before, in a language whose plans a connection keeps: every list and every card asks them, and planning
-- took longer than answering.
CREATE OR REPLACE FUNCTION programme.rule_on(day date) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT v.id FROM public.rule_versions v
           WHERE v.effective_from <= day AND v.withdrawn_at IS NULL
           ORDER BY v.effective_from DESC LIMIT 1);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION programme.by_count(member bigint, day date) RETURNS public.status LANGUAGE plpgsql STABLE AS $$
DECLARE
  held record;
BEGIN
  SELECT count(*) AS products, count(*) FILTER (WHERE c.kind = 'camera') AS cameras INTO held
    FROM programme.counting(day) c WHERE c.member_id = member;
  RETURN coalesce(
    (SELECT max(t.status) FROM public.rule_tiers t
      WHERE t.rule_version_id = programme.rule_on(day) AND t.products <= held.products AND t.cameras <= held.cameras),
    'red');
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION programme.status_on(member bigint, day date) RETURNS public.status LANGUAGE plpgsql STABLE AS $$
DECLARE
  s record;
BEGIN
  SELECT m.status, m.granted_until, m.expires_on, m.ended_on INTO s FROM public.memberships m WHERE m.member_id = member;
  RETURN CASE
           WHEN s.granted_until < day THEN programme.by_count(member, day)
           WHEN s.expires_on < day OR s.ended_on <= day THEN s.status
           ELSE greatest(s.status, programme.by_count(member, day))
         END;
END $$;
