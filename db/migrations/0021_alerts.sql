CREATE TYPE "public"."alert_kind" AS ENUM('many-checks', 'night', 'two-countries', 'many-misses', 'centre-misses', 'paused');--> statement-breakpoint
CREATE TABLE "alert_watch" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "alert_watch_one_row" CHECK ("alert_watch"."only")
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "alert_kind" NOT NULL,
	"occasion" text NOT NULL,
	"account_id" uuid,
	"centre_id" uuid NOT NULL,
	"member_id" bigint,
	"at" timestamp with time zone NOT NULL,
	"details" jsonb NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"note" text,
	CONSTRAINT "alerts_settled_whole" CHECK (num_nulls("alerts"."settled_at", "alerts"."settled_by", "alerts"."note") in (0, 3)),
	CONSTRAINT "alerts_note" CHECK (length(trim("alerts"."note")) between 1 and 500),
	CONSTRAINT "alerts_two_countries_have_member" CHECK (("alerts"."kind" = 'two-countries') = ("alerts"."member_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_settled_by_accounts_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_occasion" ON "alerts" USING btree ("kind","occasion");--> statement-breakpoint
CREATE INDEX "alerts_open" ON "alerts" USING btree ("raised_at","id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "alerts_raised_at" ON "alerts" USING btree ("raised_at","id");--> statement-breakpoint
-- The worker reads the log for what is out of the ordinary, and raises it; the web server only writes down what was found out.
GRANT SELECT (id, at, actor_id, action, member_id, centre_id, country, hit, reason) ON log_entries TO lumix_worker;--> statement-breakpoint
GRANT SELECT, INSERT ON alerts TO lumix_worker;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON alert_watch TO lumix_worker;--> statement-breakpoint
GRANT SELECT, UPDATE (settled_at, settled_by, note) ON alerts TO lumix_app;
