CREATE TYPE "public"."confirmation_answer" AS ENUM('confirmed', 'removed');--> statement-breakpoint
CREATE TABLE "staff_list_people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"list_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"answer" "confirmation_answer",
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "staff_list_people_answer_whole" CHECK (num_nulls("staff_list_people"."answer", "staff_list_people"."answered_by", "staff_list_people"."answered_at") in (0, 3)),
	CONSTRAINT "staff_list_people_nobody_removes_themselves" CHECK ("staff_list_people"."answer" is distinct from 'removed' or "staff_list_people"."answered_by" <> "staff_list_people"."account_id")
);
--> statement-breakpoint
CREATE TABLE "staff_lists" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"centre_id" uuid NOT NULL,
	"quarter" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"late_at" timestamp with time zone,
	CONSTRAINT "staff_lists_quarter" CHECK ("staff_lists"."quarter" = date_trunc('quarter', "staff_lists"."quarter"::timestamp)::date)
);
--> statement-breakpoint
ALTER TABLE "staff_list_people" ADD CONSTRAINT "staff_list_people_list_id_staff_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."staff_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_list_people" ADD CONSTRAINT "staff_list_people_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_list_people" ADD CONSTRAINT "staff_list_people_answered_by_accounts_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_lists" ADD CONSTRAINT "staff_lists_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_list_people_once" ON "staff_list_people" USING btree ("list_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_lists_centre_quarter" ON "staff_lists" USING btree ("centre_id","quarter");--> statement-breakpoint
-- A list is never taken back. The worker makes it and sends the mails; the web server takes the answers.
GRANT SELECT ON staff_lists, staff_list_people TO lumix_app, lumix_worker;--> statement-breakpoint
GRANT UPDATE (answer, answered_by, answered_at) ON staff_list_people TO lumix_app;--> statement-breakpoint
GRANT INSERT, UPDATE (reminded_at, late_at) ON staff_lists TO lumix_worker;--> statement-breakpoint
GRANT INSERT ON staff_list_people, mails TO lumix_worker;
