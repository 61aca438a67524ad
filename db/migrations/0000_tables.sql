CREATE TYPE "public"."check_purpose" AS ENUM('card', 'service', 'misuse');--> statement-breakpoint
CREATE TYPE "public"."document_kind" AS ENUM('privacy', 'terms');--> statement-breakpoint
CREATE TYPE "public"."invoice_state" AS ENUM('received', 'ready', 'unreadable');--> statement-breakpoint
CREATE TYPE "public"."language" AS ENUM('en', 'de');--> statement-breakpoint
CREATE TYPE "public"."mail_state" AS ENUM('queued', 'sent', 'failed');--> statement-breakpoint
CREATE TYPE "public"."product_kind" AS ENUM('camera', 'lens');--> statement-breakpoint
CREATE TYPE "public"."reason_kind" AS ENUM('ask', 'refuse', 'end');--> statement-breakpoint
CREATE TYPE "public"."registration_state" AS ENUM('pending', 'needs_attention', 'verified', 'refused', 'withdrawn', 'sold', 'stolen', 'replaced');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('member', 'desk', 'reviewer', 'admin');--> statement-breakpoint
CREATE TYPE "public"."status" AS ENUM('red', 'silver', 'gold', 'platinum', 'black');--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"role" "role" NOT NULL,
	"language" "language" NOT NULL,
	"centre_id" uuid,
	"own_member_id" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "accounts_desk_has_centre" CHECK (("accounts"."role" = 'desk') = ("accounts"."centre_id" is not null)),
	CONSTRAINT "accounts_link_is_for_staff" CHECK ("accounts"."role" <> 'member' or "accounts"."own_member_id" is null),
	CONSTRAINT "accounts_email_length" CHECK (length("accounts"."email") between 3 and 254)
);
--> statement-breakpoint
CREATE TABLE "challenges" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"browser_hash" text NOT NULL,
	"email" text NOT NULL,
	"language" "language" NOT NULL,
	"join" jsonb,
	"code_hash" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "challenges_tries" CHECK ("challenges"."tries" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "email_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"new_email" text NOT NULL,
	"old_token_hash" text,
	"new_token_hash" text,
	"old_confirmed_at" timestamp with time zone,
	"new_confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_agent" text,
	CONSTRAINT "sessions_token_is_hashed" CHECK ("sessions"."token_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "centres" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"city" text NOT NULL,
	"country" text NOT NULL,
	"open" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoice_pages" (
	"invoice_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"storage_key" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	CONSTRAINT "invoice_pages_pkey" PRIMARY KEY("invoice_id","page"),
	CONSTRAINT "invoice_pages_page" CHECK ("invoice_pages"."page" between 1 and 20)
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" bigint NOT NULL,
	"storage_key" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"state" "invoice_state" DEFAULT 'received' NOT NULL,
	"problem" text,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"pages_made_at" timestamp with time zone,
	CONSTRAINT "invoices_media_type" CHECK ("invoices"."media_type" in ('application/pdf', 'image/jpeg', 'image/png')),
	CONSTRAINT "invoices_bytes" CHECK ("invoices"."bytes" between 1 and 15728640),
	CONSTRAINT "invoices_sha256" CHECK ("invoices"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "invoices_problem" CHECK (("invoices"."state" = 'unreadable') = ("invoices"."problem" is not null)),
	CONSTRAINT "invoices_pages_made" CHECK (("invoices"."state" = 'ready') = ("invoices"."pages_made_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "log_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "log_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_role" "role",
	"action" text NOT NULL,
	"member_id" bigint,
	"subject_id" uuid,
	"centre_id" uuid,
	"country" text,
	"purpose" "check_purpose",
	"case_number" text,
	"hit" boolean,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "acceptances" (
	"member_id" bigint NOT NULL,
	"document_id" uuid NOT NULL,
	"language" "language" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "acceptances_pkey" PRIMARY KEY("member_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "correction_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" bigint NOT NULL,
	"first_name" text NOT NULL,
	"surname" text NOT NULL,
	"born_on" date NOT NULL,
	"why" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"granted" text,
	CONSTRAINT "correction_requests_why" CHECK (length("correction_requests"."why") between 1 and 500),
	CONSTRAINT "correction_requests_granted" CHECK ("correction_requests"."granted" in ('yes', 'no')),
	CONSTRAINT "correction_requests_decided_whole" CHECK (("correction_requests"."decided_at" is null) = ("correction_requests"."decided_by" is null) and ("correction_requests"."decided_at" is null) = ("correction_requests"."granted" is null))
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "members_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" uuid NOT NULL,
	"first_name" text NOT NULL,
	"surname" text NOT NULL,
	"born_on" date NOT NULL,
	"country" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_first_name" CHECK (length(trim("members"."first_name")) between 1 and 100),
	CONSTRAINT "members_surname" CHECK (length(trim("members"."surname")) between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"member_id" bigint PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"card_code" text NOT NULL,
	"status" "status" DEFAULT 'red' NOT NULL,
	"granted" "status",
	"starts_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"first_verified_on" date,
	"ended_on" date,
	"ended_reason" text,
	"suspended_at" timestamp with time zone,
	"rule_version_id" uuid NOT NULL,
	CONSTRAINT "memberships_number_form" CHECK ("memberships"."number" ~ '^LP-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$'),
	CONSTRAINT "memberships_term" CHECK ("memberships"."expires_on" > "memberships"."starts_on"),
	CONSTRAINT "memberships_black_is_granted" CHECK ("memberships"."status" <> 'black' or "memberships"."granted" = 'black'),
	CONSTRAINT "memberships_status_not_below_granted" CHECK ("memberships"."granted" is null or "memberships"."status" >= "memberships"."granted"),
	CONSTRAINT "memberships_end_has_reason" CHECK (("memberships"."ended_on" is null) = ("memberships"."ended_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "status_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" bigint NOT NULL,
	"from" "status",
	"to" "status" NOT NULL,
	"because" text NOT NULL,
	"rule_version_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "status_changes_because" CHECK ("status_changes"."because" in ('joined', 'verified', 'granted', 'term-end')),
	CONSTRAINT "status_changes_changes" CHECK ("status_changes"."from" is null or "status_changes"."from" <> "status_changes"."to")
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" bigint NOT NULL,
	"starts_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"because" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "terms_because" CHECK ("terms"."because" in ('joined', 'first-verification', 'renewal')),
	CONSTRAINT "terms_order" CHECK ("terms"."expires_on" > "terms"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"model_number" text NOT NULL,
	"name" text NOT NULL,
	"kind" "product_kind" NOT NULL,
	"mount" text NOT NULL,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	"qualifying" boolean NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "benefits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"texts" jsonb NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "countries" (
	"code" text PRIMARY KEY NOT NULL,
	"offered" boolean NOT NULL,
	"operator" text,
	"operator_url" text,
	CONSTRAINT "countries_code" CHECK ("countries"."code" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "document_kind" NOT NULL,
	"version" text NOT NULL,
	"effective_from" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reasons" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"kind" "reason_kind" NOT NULL,
	"texts" jsonb NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_tiers" (
	"rule_version_id" uuid NOT NULL,
	"status" "status" NOT NULL,
	"products" integer NOT NULL,
	"cameras" integer NOT NULL,
	CONSTRAINT "rule_tiers_pkey" PRIMARY KEY("rule_version_id","status"),
	CONSTRAINT "rule_tiers_black_is_by_invitation" CHECK ("rule_tiers"."status" <> 'black'),
	CONSTRAINT "rule_tiers_counts" CHECK ("rule_tiers"."products" >= "rule_tiers"."cameras" and "rule_tiers"."cameras" >= 0)
);
--> statement-breakpoint
CREATE TABLE "rule_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"effective_from" date NOT NULL,
	"placeholder" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"benefit_id" uuid NOT NULL,
	"status" "status" NOT NULL,
	"country" text,
	"texts" jsonb NOT NULL,
	"quantity" integer,
	"effective_from" date NOT NULL,
	"effective_to" date,
	CONSTRAINT "services_red_has_none" CHECK ("services"."status" <> 'red'),
	CONSTRAINT "services_dates" CHECK ("services"."effective_to" is null or "services"."effective_to" >= "services"."effective_from")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"registration_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"outcome" "registration_state" NOT NULL,
	"reason_id" uuid,
	"sentence" text,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "decisions_refusal_has_reason" CHECK (("decisions"."outcome" = 'verified') = ("decisions"."reason_id" is null)),
	CONSTRAINT "decisions_outcome" CHECK ("decisions"."outcome" not in ('pending')),
	CONSTRAINT "decisions_sentence" CHECK (length("decisions"."sentence") between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"member_id" bigint PRIMARY KEY NOT NULL,
	"lines" jsonb NOT NULL,
	"invoice_id" uuid,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registration_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"registration_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"note" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "registration_events_kind" CHECK ("registration_events"."kind" in ('registered', 'file-sent', 'appealed', 'withdrawn')),
	CONSTRAINT "registration_events_note" CHECK (length("registration_events"."note") between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" bigint NOT NULL,
	"product_id" uuid NOT NULL,
	"serial_typed" text NOT NULL,
	"serial_key" text NOT NULL,
	"purchased_on" date NOT NULL,
	"dealer" text NOT NULL,
	"invoice_id" uuid NOT NULL,
	"state" "registration_state" DEFAULT 'pending' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"waiting_since" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"appealed_at" timestamp with time zone,
	CONSTRAINT "registrations_serial_key" CHECK (length("registrations"."serial_key") between 1 and 40),
	CONSTRAINT "registrations_waiting_is_pending" CHECK (("registrations"."state" = 'pending') = ("registrations"."waiting_since" is not null)),
	CONSTRAINT "registrations_outcome_was_decided" CHECK ("registrations"."state" in ('pending', 'withdrawn') or "registrations"."decided_at" is not null),
	CONSTRAINT "registrations_appeal_follows_decision" CHECK ("registrations"."appealed_at" is null or "registrations"."decided_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"template" text NOT NULL,
	"about" jsonb NOT NULL,
	"state" "mail_state" DEFAULT 'queued' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "mails_sent" CHECK (("mails"."state" = 'sent') = ("mails"."sent_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeats" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_own_member_id_members_id_fk" FOREIGN KEY ("own_member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "centres" ADD CONSTRAINT "centres_country_countries_code_fk" FOREIGN KEY ("country") REFERENCES "public"."countries"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_pages" ADD CONSTRAINT "invoice_pages_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_country_countries_code_fk" FOREIGN KEY ("country") REFERENCES "public"."countries"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_rule_version_id_rule_versions_id_fk" FOREIGN KEY ("rule_version_id") REFERENCES "public"."rule_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_changes" ADD CONSTRAINT "status_changes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_changes" ADD CONSTRAINT "status_changes_rule_version_id_rule_versions_id_fk" FOREIGN KEY ("rule_version_id") REFERENCES "public"."rule_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_tiers" ADD CONSTRAINT "rule_tiers_rule_version_id_rule_versions_id_fk" FOREIGN KEY ("rule_version_id") REFERENCES "public"."rule_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_benefit_id_benefits_id_fk" FOREIGN KEY ("benefit_id") REFERENCES "public"."benefits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_country_countries_code_fk" FOREIGN KEY ("country") REFERENCES "public"."countries"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_reason_id_reasons_id_fk" FOREIGN KEY ("reason_id") REFERENCES "public"."reasons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_events" ADD CONSTRAINT "registration_events_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email" ON "accounts" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "challenges_browser" ON "challenges" USING btree ("browser_hash");--> statement-breakpoint
CREATE INDEX "challenges_expires_at" ON "challenges" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_account" ON "email_changes" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_old_token" ON "email_changes" USING btree ("old_token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_new_token" ON "email_changes" USING btree ("new_token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token_hash" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "centres_name" ON "centres" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_pages_storage_key" ON "invoice_pages" USING btree ("storage_key");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_storage_key" ON "invoices" USING btree ("storage_key");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_member_file" ON "invoices" USING btree ("member_id","sha256");--> statement-breakpoint
CREATE INDEX "invoices_received_at" ON "invoices" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "log_entries_member" ON "log_entries" USING btree ("member_id","at") WHERE member_id is not null;--> statement-breakpoint
CREATE INDEX "log_entries_actor" ON "log_entries" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "log_entries_at" ON "log_entries" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "correction_requests_open" ON "correction_requests" USING btree ("member_id") WHERE decided_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "members_account" ON "members" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "members_created_at" ON "members" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_number" ON "memberships" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_card_code" ON "memberships" USING btree ("card_code");--> statement-breakpoint
CREATE INDEX "status_changes_member" ON "status_changes" USING btree ("member_id","at");--> statement-breakpoint
CREATE INDEX "terms_member" ON "terms" USING btree ("member_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "products_model_number" ON "products" USING btree ("model_number");--> statement-breakpoint
CREATE UNIQUE INDEX "benefits_key" ON "benefits" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_version" ON "documents" USING btree ("kind","version");--> statement-breakpoint
CREATE UNIQUE INDEX "reasons_key" ON "reasons" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "rule_versions_effective_from" ON "rule_versions" USING btree ("effective_from");--> statement-breakpoint
CREATE UNIQUE INDEX "services_unique" ON "services" USING btree ("benefit_id","status",coalesce("country", ''),"effective_from");--> statement-breakpoint
CREATE INDEX "decisions_registration" ON "decisions" USING btree ("registration_id","at");--> statement-breakpoint
CREATE INDEX "decisions_by" ON "decisions" USING btree ("by","at");--> statement-breakpoint
CREATE INDEX "registration_events_registration" ON "registration_events" USING btree ("registration_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_verified_unit" ON "registrations" USING btree ("product_id","serial_key") WHERE state in ('verified', 'stolen');--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_member_unit" ON "registrations" USING btree ("member_id","product_id","serial_key") WHERE state <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "registrations_member" ON "registrations" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "registrations_invoice" ON "registrations" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "registrations_waiting" ON "registrations" USING btree ("waiting_since") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "registrations_unit" ON "registrations" USING btree ("product_id","serial_key");--> statement-breakpoint
CREATE INDEX "mails_account" ON "mails" USING btree ("account_id","created_at");