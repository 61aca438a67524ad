CREATE TABLE "membership_acts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "membership_acts_kind" CHECK ("membership_acts"."kind" in ('name-corrected', 'suspended', 'lifted', 'ended')),
	CONSTRAINT "membership_acts_reason" CHECK (length("membership_acts"."reason") between 1 and 500)
);
--> statement-breakpoint
ALTER TABLE "membership_acts" ADD CONSTRAINT "membership_acts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_acts" ADD CONSTRAINT "membership_acts_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "membership_acts_member" ON "membership_acts" USING btree ("member_id","at");--> statement-breakpoint
GRANT SELECT, INSERT ON membership_acts TO lumix_app;--> statement-breakpoint
GRANT SELECT ON membership_acts TO lumix_worker;
