CREATE TABLE "rule_drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"effective_from" date NOT NULL,
	"thresholds" jsonb NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "status_changes" DROP CONSTRAINT "status_changes_because";--> statement-breakpoint
DROP INDEX "rule_versions_effective_from";--> statement-breakpoint
ALTER TABLE "rule_versions" ADD COLUMN "published_by" uuid;--> statement-breakpoint
ALTER TABLE "rule_versions" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "rule_versions" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "rule_versions" ADD COLUMN "withdrawn_by" uuid;--> statement-breakpoint
ALTER TABLE "rule_versions" ADD COLUMN "withdrawn_reason" text;--> statement-breakpoint
ALTER TABLE "rule_drafts" ADD CONSTRAINT "rule_drafts_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rule_drafts_newest" ON "rule_drafts" USING btree ("at");--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_published_by_accounts_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_withdrawn_by_accounts_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "rule_versions_effective_from" ON "rule_versions" USING btree ("effective_from") WHERE withdrawn_at is null;--> statement-breakpoint
ALTER TABLE "status_changes" ADD CONSTRAINT "status_changes_because" CHECK ("status_changes"."because" in ('joined', 'verified', 'catalogue', 'programme', 'granted', 'term-end'));--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_published_whole" CHECK (("rule_versions"."published_by" is null) = ("rule_versions"."reason" is null));--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_withdrawn_whole" CHECK (num_nulls("rule_versions"."withdrawn_at", "rule_versions"."withdrawn_by", "rule_versions"."withdrawn_reason") in (0, 3));--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_reason" CHECK (length(trim("rule_versions"."reason")) between 1 and 500);--> statement-breakpoint
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_withdrawn_reason" CHECK (length(trim("rule_versions"."withdrawn_reason")) between 1 and 500);--> statement-breakpoint
-- What the programme says on a calendar day. Whoever counts, judges or reads a status does it here: account, card, desk, records,
-- simulation and the worker. So nobody has to wait for a job for all of them to say the same from the first second of a day.
CREATE SCHEMA programme;
--> statement-breakpoint
-- The last day on which a registration counts, or null; as countsUntil in lib/products/counting.ts. Whoever had registered the model
-- by its last day keeps it until the term that ran then is over.
CREATE FUNCTION programme.counts_until(
  qualifying_from date, qualifying_to date, registered timestamptz, starts_on date, expires_on date, first_verified_on date
) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
           WHEN (registered AT TIME ZONE 'Europe/Berlin')::date <= qualifying_to
             AND (starts_on <= qualifying_to OR starts_on = first_verified_on)
           THEN greatest(qualifying_to, expires_on)
           ELSE qualifying_to
         END
$$;
--> statement-breakpoint
-- Whether a registration, once verified, counts on a day; as countsOn in lib/products/counting.ts. The one place that knows it.
CREATE FUNCTION programme.counts(
  qualifying_from date, qualifying_to date, registered timestamptz, starts_on date, expires_on date, first_verified_on date,
  day date
) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(qualifying_from <= day AND day <= coalesce(programme.counts_until(
    qualifying_from, qualifying_to, registered, starts_on, expires_on, first_verified_on), 'infinity'), false)
$$;
--> statement-breakpoint
-- The products that count on a day, a row each.
CREATE FUNCTION programme.counting(day date) RETURNS TABLE (member_id bigint, kind public.product_kind)
LANGUAGE sql STABLE AS $$
  SELECT r.member_id, p.kind
    FROM public.registrations r
    JOIN public.products p ON p.id = r.product_id
    JOIN public.memberships s ON s.member_id = r.member_id
   WHERE r.state = 'verified'
     AND programme.counts(p.qualifying_from, p.qualifying_to, r.created_at, s.starts_on, s.expires_on, s.first_verified_on, day)
$$;
--> statement-breakpoint
-- The version of the rules in force on a day.
CREATE FUNCTION programme.rule_on(day date) RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT v.id FROM public.rule_versions v
   WHERE v.effective_from <= day AND v.withdrawn_at IS NULL
   ORDER BY v.effective_from DESC LIMIT 1
$$;
--> statement-breakpoint
-- What a member's products reach on a day, by the rule in force on it; as statusByCount in lib/memberships/rules.ts.
CREATE FUNCTION programme.by_count(member bigint, day date) RETURNS public.status
LANGUAGE sql STABLE AS $$
  SELECT coalesce(max(t.status), 'red')
    FROM public.rule_tiers t,
         (SELECT count(*) AS products, count(*) FILTER (WHERE c.kind = 'camera') AS cameras
            FROM programme.counting(day) c WHERE c.member_id = member) AS held
   WHERE t.rule_version_id = programme.rule_on(day)
     AND t.products <= held.products AND t.cameras <= held.cameras
$$;
--> statement-breakpoint
-- The status a member holds on a day. It rises the moment the count does; it falls only where what was granted is over. Once the
-- membership is over, it stays what it was.
CREATE FUNCTION programme.status_on(member bigint, day date) RETURNS public.status
LANGUAGE sql STABLE AS $$
  SELECT CASE
           WHEN s.granted_until < day THEN programme.by_count(member, day)
           WHEN s.expires_on < day OR s.ended_on <= day THEN s.status
           ELSE greatest(s.status, programme.by_count(member, day))
         END
    FROM public.memberships s
   WHERE s.member_id = member
$$;
--> statement-breakpoint
-- A version that somebody was judged by stays as it is, whoever asks; so does one that was withdrawn.
CREATE FUNCTION programme.keep_judged_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  version uuid := CASE TG_TABLE_NAME WHEN 'rule_tiers' THEN (to_jsonb(coalesce(NEW, OLD)) ->> 'rule_version_id')::uuid
                  ELSE (to_jsonb(OLD) ->> 'id')::uuid END;
BEGIN
  IF EXISTS (SELECT FROM public.status_changes c WHERE c.rule_version_id = version)
    OR EXISTS (SELECT FROM public.memberships s WHERE s.rule_version_id = version)
    OR EXISTS (SELECT FROM public.rule_versions v WHERE v.id = version AND v.withdrawn_at IS NOT NULL)
  THEN
    RAISE EXCEPTION 'this version of the rules can no longer be changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA programme FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA programme TO lumix_app, lumix_worker;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION programme.counts_until, programme.counts, programme.counting, programme.rule_on, programme.by_count, programme.status_on
  TO lumix_app, lumix_worker;
--> statement-breakpoint
CREATE TRIGGER rule_versions_judged BEFORE UPDATE OR DELETE ON rule_versions
  FOR EACH ROW EXECUTE FUNCTION programme.keep_judged_version();
--> statement-breakpoint
CREATE TRIGGER rule_tiers_judged BEFORE UPDATE OR DELETE ON rule_tiers
  FOR EACH ROW EXECUTE FUNCTION programme.keep_judged_version();
--> statement-breakpoint
-- After, so that a seed that finds the row already there and does nothing is not refused.
CREATE TRIGGER rule_tiers_added AFTER INSERT ON rule_tiers
  FOR EACH ROW EXECUTE FUNCTION programme.keep_judged_version();
--> statement-breakpoint
CREATE TRIGGER rule_versions_kept BEFORE TRUNCATE ON rule_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER rule_tiers_kept BEFORE TRUNCATE ON rule_tiers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT INSERT, UPDATE (withdrawn_at, withdrawn_by, withdrawn_reason) ON rule_versions TO lumix_app;
--> statement-breakpoint
GRANT INSERT ON rule_tiers TO lumix_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON rule_drafts TO lumix_app;
--> statement-breakpoint
-- The worker writes down, batch by batch, who has risen by a version that took effect, and tells them.
GRANT INSERT ON mails TO lumix_worker;
--> statement-breakpoint
-- The six fields, and whether the card is valid today; the reasons are ordered as in lib/memberships/rules.ts.
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
