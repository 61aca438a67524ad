ALTER TABLE "accounts" ADD CONSTRAINT "accounts_id_role" UNIQUE("id","role");--> statement-breakpoint
CREATE TABLE "authenticators" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" integer,
	CONSTRAINT "authenticators_desk_and_reviewers" CHECK ("authenticators"."role" in ('desk', 'reviewer')),
	CONSTRAINT "authenticators_secret_is_sealed" CHECK ("authenticators"."secret" ~ '^[A-Za-z0-9_-]{64}$'),
	CONSTRAINT "authenticators_confirmed_by_a_code" CHECK (("authenticators"."confirmed_at" is null) = ("authenticators"."last_step" is null))
);
--> statement-breakpoint
CREATE TABLE "factor_resets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"reason" text,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"cancelled_by" uuid,
	"cancelled_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	CONSTRAINT "factor_resets_two_people" CHECK ("factor_resets"."confirmed_by" not in ("factor_resets"."account_id", "factor_resets"."asked_by")),
	CONSTRAINT "factor_resets_asked_with_reason" CHECK (("factor_resets"."asked_by" = "factor_resets"."account_id") = ("factor_resets"."reason" is null)),
	CONSTRAINT "factor_resets_reason" CHECK (length(trim("factor_resets"."reason")) between 1 and 200),
	CONSTRAINT "factor_resets_confirmed_whole" CHECK (("factor_resets"."confirmed_by" is null) = ("factor_resets"."confirmed_at" is null)),
	CONSTRAINT "factor_resets_confirmed_after_asking" CHECK ("factor_resets"."confirmed_at" >= "factor_resets"."asked_at"),
	CONSTRAINT "factor_resets_cancelled_whole" CHECK (("factor_resets"."cancelled_by" is null) = ("factor_resets"."cancelled_at" is null)),
	CONSTRAINT "factor_resets_done_after_a_day" CHECK ("factor_resets"."done_at" is null or ("factor_resets"."confirmed_at" is not null and "factor_resets"."done_at" >= "factor_resets"."confirmed_at" + interval '24 hours')),
	CONSTRAINT "factor_resets_ends_once" CHECK (num_nonnulls("factor_resets"."cancelled_at", "factor_resets"."done_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_desk_and_reviewers" CHECK ("recovery_codes"."role" in ('desk', 'reviewer')),
	CONSTRAINT "recovery_codes_are_hashed" CHECK ("recovery_codes"."code_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "authenticators" ADD CONSTRAINT "authenticators_account_id_role_accounts_id_role_fk" FOREIGN KEY ("account_id","role") REFERENCES "public"."accounts"("id","role") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "factor_resets" ADD CONSTRAINT "factor_resets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor_resets" ADD CONSTRAINT "factor_resets_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor_resets" ADD CONSTRAINT "factor_resets_confirmed_by_accounts_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor_resets" ADD CONSTRAINT "factor_resets_cancelled_by_accounts_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_role_accounts_id_role_fk" FOREIGN KEY ("account_id","role") REFERENCES "public"."accounts"("id","role") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE UNIQUE INDEX "authenticators_in_use" ON "authenticators" USING btree ("account_id") WHERE confirmed_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "authenticators_waiting" ON "authenticators" USING btree ("account_id") WHERE confirmed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "factor_resets_open" ON "factor_resets" USING btree ("account_id") WHERE cancelled_at is null and done_at is null;--> statement-breakpoint
CREATE INDEX "factor_resets_newest" ON "factor_resets" USING btree ("account_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_codes_hash" ON "recovery_codes" USING btree ("account_id","code_hash");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON authenticators, recovery_codes TO lumix_app;
--> statement-breakpoint
-- Who asks and who confirms is the web server's to write down, that it is done only the worker's. Nothing is deleted.
GRANT SELECT, INSERT, UPDATE (confirmed_by, confirmed_at, cancelled_by, cancelled_at) ON factor_resets TO lumix_app;
--> statement-breakpoint
GRANT SELECT, UPDATE (done_at) ON factor_resets TO lumix_worker;
--> statement-breakpoint
GRANT SELECT (account_id), DELETE ON authenticators, passkeys TO lumix_worker;
--> statement-breakpoint
-- The mail about a used recovery code says how many are left.
GRANT SELECT (account_id, used_at), DELETE ON recovery_codes TO lumix_worker;
--> statement-breakpoint
-- The worker tells the person and all admins when it has carried one out.
GRANT INSERT ON mails TO lumix_worker;
