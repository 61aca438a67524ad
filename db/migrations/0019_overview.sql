CREATE TABLE "member_counts" (
	"day" date NOT NULL,
	"country" text NOT NULL,
	"status" "status" NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "member_counts_pkey" PRIMARY KEY("day","country","status"),
	CONSTRAINT "member_counts_count" CHECK ("member_counts"."count" > 0)
);
--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "waited_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "member_counts" ADD CONSTRAINT "member_counts_country_countries_code_fk" FOREIGN KEY ("country") REFERENCES "public"."countries"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "members_country" ON "members" USING btree ("country","created_at","id");--> statement-breakpoint
CREATE INDEX "memberships_status" ON "memberships" USING btree ("status");--> statement-breakpoint
CREATE INDEX "memberships_expiring" ON "memberships" USING btree ("expires_on","member_id");--> statement-breakpoint
CREATE INDEX "memberships_ended" ON "memberships" USING btree ("ended_on") WHERE ended_on is not null;--> statement-breakpoint
CREATE INDEX "status_changes_day" ON "status_changes" USING btree (((at at time zone 'Europe/Berlin')::date));--> statement-breakpoint
CREATE INDEX "decisions_answers" ON "decisions" USING btree ("at","id") WHERE waited_since is not null;--> statement-breakpoint
CREATE INDEX "mails_failed" ON "mails" USING btree ("created_at","id") WHERE state = 'failed';--> statement-breakpoint
-- Decisions of before: since when each had waited, from what is known (the file, the registration, an appeal).
ALTER TABLE decisions DISABLE TRIGGER decisions_append_only;
--> statement-breakpoint
UPDATE decisions d
   SET waited_since = greatest(i.received_at, r.created_at, CASE WHEN r.appealed_at < d.at THEN r.appealed_at END)
  FROM registrations r, invoices i
 WHERE r.id = d.registration_id AND i.id = d.invoice_id AND d.outcome IN ('verified', 'needs_attention', 'refused')
   AND greatest(i.received_at, r.created_at) <= d.at;
--> statement-breakpoint
ALTER TABLE decisions ENABLE TRIGGER decisions_append_only;
--> statement-breakpoint
-- Each joining, rise, fall and end as a step up or down of how many hold a status in a country, on its day in Berlin. The
-- steps up to a day add up to the members of that day. The country is the one in which a member lives today. What happens
-- to a membership after its end moves nothing.
CREATE VIEW member_moves AS
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
--> statement-breakpoint
GRANT SELECT ON member_moves, member_counts TO lumix_app, lumix_worker;
--> statement-breakpoint
GRANT INSERT, DELETE ON member_counts TO lumix_worker;
