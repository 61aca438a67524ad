CREATE TABLE "black_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" bigint,
	"email" text,
	"reason" text NOT NULL,
	"sponsor" text NOT NULL,
	"language" "language" NOT NULL,
	"valid_until" date NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"declined_by" uuid,
	"declined_at" timestamp with time zone,
	"declined_reason" text,
	"token_hash" text,
	"sent_at" timestamp with time zone,
	"answer" text,
	"answered_at" timestamp with time zone,
	"accepted_by" bigint,
	"revoked_by" uuid,
	"revoked_at" timestamp with time zone,
	"expired_at" timestamp with time zone,
	"state" text GENERATED ALWAYS AS (case
          when answer is not null then answer
          when revoked_at is not null then 'revoked'
          when declined_at is not null then 'declined'
          when expired_at is not null then 'expired'
          when approved_at is not null then 'approved'
          else 'waiting' end) STORED NOT NULL,
	CONSTRAINT "black_invitations_one_person" CHECK (("black_invitations"."member_id" is null) <> ("black_invitations"."email" is null)),
	CONSTRAINT "black_invitations_two_people" CHECK ("black_invitations"."approved_by" <> "black_invitations"."invited_by"),
	CONSTRAINT "black_invitations_declined_by_another" CHECK ("black_invitations"."declined_by" <> "black_invitations"."invited_by"),
	CONSTRAINT "black_invitations_approved_whole" CHECK (("black_invitations"."approved_by" is null) = ("black_invitations"."approved_at" is null)),
	CONSTRAINT "black_invitations_declined_whole" CHECK (("black_invitations"."declined_by" is null) = ("black_invitations"."declined_at" is null) and ("black_invitations"."declined_by" is null) = ("black_invitations"."declined_reason" is null)),
	CONSTRAINT "black_invitations_decided_once" CHECK ("black_invitations"."approved_at" is null or "black_invitations"."declined_at" is null),
	CONSTRAINT "black_invitations_sent_after_approval" CHECK (("black_invitations"."token_hash" is null) = ("black_invitations"."sent_at" is null) and ("black_invitations"."sent_at" is null or "black_invitations"."approved_at" is not null)),
	CONSTRAINT "black_invitations_token_is_hashed" CHECK ("black_invitations"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "black_invitations_answer" CHECK ("black_invitations"."answer" in ('accepted', 'refused')),
	CONSTRAINT "black_invitations_answered_after_sending" CHECK (("black_invitations"."answer" is null) = ("black_invitations"."answered_at" is null) and ("black_invitations"."answered_at" is null or "black_invitations"."sent_at" is not null)),
	CONSTRAINT "black_invitations_accepted_by_a_member" CHECK (("black_invitations"."answer" is not distinct from 'accepted') = ("black_invitations"."accepted_by" is not null)),
	CONSTRAINT "black_invitations_revoked_whole" CHECK (("black_invitations"."revoked_by" is null) = ("black_invitations"."revoked_at" is null)),
	CONSTRAINT "black_invitations_ends_once" CHECK (num_nonnulls("black_invitations"."declined_at", "black_invitations"."answered_at", "black_invitations"."revoked_at", "black_invitations"."expired_at") <= 1),
	CONSTRAINT "black_invitations_reason" CHECK (length(trim("black_invitations"."reason")) between 1 and 500),
	CONSTRAINT "black_invitations_sponsor" CHECK (length(trim("black_invitations"."sponsor")) between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "granted_until" date;--> statement-breakpoint
ALTER TABLE "black_invitations" ADD CONSTRAINT "black_invitations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "black_invitations" ADD CONSTRAINT "black_invitations_invited_by_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "black_invitations" ADD CONSTRAINT "black_invitations_approved_by_accounts_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "black_invitations" ADD CONSTRAINT "black_invitations_declined_by_accounts_id_fk" FOREIGN KEY ("declined_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "black_invitations" ADD CONSTRAINT "black_invitations_accepted_by_members_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "black_invitations" ADD CONSTRAINT "black_invitations_revoked_by_accounts_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "black_invitations_open_member" ON "black_invitations" USING btree ("member_id") WHERE declined_at is null and answered_at is null and revoked_at is null and expired_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "black_invitations_open_email" ON "black_invitations" USING btree (lower("email")) WHERE declined_at is null and answered_at is null and revoked_at is null and expired_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "black_invitations_token" ON "black_invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "black_invitations_newest" ON "black_invitations" USING btree ("invited_at","id");--> statement-breakpoint
CREATE INDEX "black_invitations_state" ON "black_invitations" USING btree ("state","invited_at","id");--> statement-breakpoint
CREATE INDEX "memberships_granted_until_day" ON "memberships" USING btree ("granted_until") WHERE granted_until is not null;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_granted_until" CHECK ("memberships"."granted_until" is null or "memberships"."granted" is not null);--> statement-breakpoint
-- An invitation is never deleted by hand. The worker draws the token when it sends the mail, and ends what was granted.
GRANT SELECT, INSERT, UPDATE ON black_invitations TO lumix_app;--> statement-breakpoint
GRANT SELECT, UPDATE (token_hash, sent_at) ON black_invitations TO lumix_worker;--> statement-breakpoint
GRANT UPDATE (status, granted, granted_until, rule_version_id) ON memberships TO lumix_worker;--> statement-breakpoint
GRANT INSERT ON status_changes TO lumix_worker;
