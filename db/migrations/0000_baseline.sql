-- The schema as it is when the first version is installed. Functions that no column, check or index depends on, triggers, views
-- and privileges are files in db/functions and db/roles; see docs/decisions/database-migrations.md.
CREATE SCHEMA names;
--> statement-breakpoint
-- A schema of its own keeps the extensions' functions from everybody who is not granted it.
CREATE EXTENSION pg_trgm SCHEMA names;
--> statement-breakpoint
CREATE EXTENSION unaccent SCHEMA names;
--> statement-breakpoint
CREATE SCHEMA programme;
--> statement-breakpoint
CREATE SCHEMA log;
--> statement-breakpoint
CREATE SCHEMA desk;
--> statement-breakpoint
-- The worker owns what lets the app queue a job: the tables of graphile-worker are the worker's.
CREATE SCHEMA jobs AUTHORIZATION lumix_worker;
--> statement-breakpoint
-- How names are searched: without case, diacritics and apostrophes; hyphens are spaces. Immutable as long as nobody edits unaccent's
-- dictionary. In plpgsql, which answers five times as quickly: what SQL cannot plan into the query that asks (unaccent is STABLE)
-- is started as a query of its own each time.
CREATE FUNCTION names.plain(name text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
BEGIN
  RETURN trim(regexp_replace(
    regexp_replace(lower(names.unaccent('names.unaccent'::regdictionary, normalize(name, NFKC))), '[''’`´ʼ.]', '', 'g'),
    '[[:space:]–—-]+', ' ', 'g'));
END $$;
--> statement-breakpoint
-- The same with the letters written out that people write out: Müller is mueller.
CREATE FUNCTION names.written_out(name text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
BEGIN
  RETURN names.plain(replace(replace(replace(replace(replace(
    translate(normalize(name, NFKC), 'ÄÖÜÅØ', 'äöüåø'), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'å', 'aa'), 'ø', 'oe'));
END $$;
--> statement-breakpoint
-- Every word of both spellings after a space, so that the beginning of a word can be looked for.
CREATE FUNCTION names.spellings(first_name text, surname text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT ' ' || names.plain(first_name || ' ' || surname) || ' ' || names.written_out(first_name || ' ' || surname)
$$;
--> statement-breakpoint
CREATE TYPE "public"."alert_kind" AS ENUM('many-checks', 'night', 'two-countries', 'many-misses', 'centre-misses', 'paused');--> statement-breakpoint
CREATE TYPE "public"."ceremony_purpose" AS ENUM('enrol', 'show', 'sign-in');--> statement-breakpoint
CREATE TYPE "public"."check_purpose" AS ENUM('card', 'service', 'misuse');--> statement-breakpoint
CREATE TYPE "public"."confirmation_answer" AS ENUM('confirmed', 'removed');--> statement-breakpoint
CREATE TYPE "public"."text_kind" AS ENUM('terms', 'privacy');--> statement-breakpoint
CREATE TYPE "public"."invoice_state" AS ENUM('received', 'ready', 'unreadable');--> statement-breakpoint
CREATE TYPE "public"."language" AS ENUM('en', 'de');--> statement-breakpoint
CREATE TYPE "public"."legal_basis" AS ENUM('eu', 'adequacy', 'clauses');--> statement-breakpoint
CREATE TYPE "public"."mail_state" AS ENUM('queued', 'sent', 'failed');--> statement-breakpoint
CREATE TYPE "public"."product_kind" AS ENUM('camera', 'lens');--> statement-breakpoint
CREATE TYPE "public"."reason_kind" AS ENUM('ask', 'refuse', 'end');--> statement-breakpoint
CREATE TYPE "public"."registration_state" AS ENUM('pending', 'needs_attention', 'verified', 'refused', 'withdrawn', 'sold', 'stolen', 'replaced');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('member', 'desk', 'reviewer', 'admin');--> statement-breakpoint
CREATE TYPE "public"."status" AS ENUM('red', 'silver', 'gold', 'platinum', 'black');--> statement-breakpoint
CREATE SEQUENCE "public"."log_ids" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"role" "role" NOT NULL,
	"language" "language" NOT NULL,
	"centre_id" uuid,
	"own_member_id" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone,
	"last_seen_at" timestamp with time zone,
	CONSTRAINT "accounts_id_role" UNIQUE("id","role"),
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
	"factor_at" timestamp with time zone,
	CONSTRAINT "sessions_token_is_hashed" CHECK ("sessions"."token_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
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
CREATE TABLE "centres" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"city" text NOT NULL,
	"country" text NOT NULL,
	"time_zone" text DEFAULT 'Europe/Berlin' NOT NULL,
	"open" boolean DEFAULT true NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"contact" text,
	"lead_id" uuid,
	"legal_basis" "legal_basis",
	"adequacy_decision" text,
	"clauses_on" date,
	CONSTRAINT "centres_time_zone" CHECK ((timestamptz '2026-01-01 00:00Z' at time zone "centres"."time_zone") is not null),
	CONSTRAINT "centres_adequacy_has_decision" CHECK (("centres"."legal_basis" is not distinct from 'adequacy') = ("centres"."adequacy_decision" is not null)),
	CONSTRAINT "centres_clauses_have_date" CHECK (("centres"."legal_basis" is not distinct from 'clauses') = ("centres"."clauses_on" is not null)),
	CONSTRAINT "centres_eu_is_for_eea" CHECK ("centres"."legal_basis" is distinct from 'eu' or "centres"."country" in ('AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'))
);
--> statement-breakpoint
CREATE TABLE "confirmation_people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"confirmation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"answer" "confirmation_answer",
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "confirmation_people_answer_whole" CHECK (num_nulls("confirmation_people"."answer", "confirmation_people"."answered_by", "confirmation_people"."answered_at") in (0, 3)),
	CONSTRAINT "confirmation_people_nobody_removes_themselves" CHECK ("confirmation_people"."answer" is distinct from 'removed' or "confirmation_people"."answered_by" <> "confirmation_people"."account_id")
);
--> statement-breakpoint
CREATE TABLE "confirmations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"centre_id" uuid NOT NULL,
	"quarter" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"late_at" timestamp with time zone,
	CONSTRAINT "confirmations_quarter" CHECK ("confirmations"."quarter" = date_trunc('quarter', "confirmations"."quarter"::timestamp)::date)
);
--> statement-breakpoint
CREATE TABLE "countries" (
	"code" text PRIMARY KEY NOT NULL,
	"offered_from" date,
	"offered_to" date,
	"operator" text,
	"operator_url" text,
	CONSTRAINT "countries_code" CHECK ("countries"."code" ~ '^[A-Z]{2}$'),
	CONSTRAINT "countries_dates" CHECK ("countries"."offered_to" is null or coalesce("countries"."offered_from" <= "countries"."offered_to", false)),
	CONSTRAINT "countries_operator_url" CHECK ("countries"."operator_url" is null or ("countries"."operator" is not null and "countries"."operator_url" like 'https://%'))
);
--> statement-breakpoint
CREATE TABLE "text_bodies" (
	"text_id" uuid NOT NULL,
	"language" "language" NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "text_bodies_pkey" PRIMARY KEY("text_id","language"),
	CONSTRAINT "text_bodies_body" CHECK (length(trim("text_bodies"."body")) between 1 and 60000)
);
--> statement-breakpoint
CREATE TABLE "texts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "text_kind" NOT NULL,
	"version" text NOT NULL,
	"effective_from" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"reason" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text,
	CONSTRAINT "texts_version_is_an_address" CHECK ("texts"."version" ~ '^[a-z0-9][a-z0-9.-]{0,19}$'),
	CONSTRAINT "texts_published_whole" CHECK (("texts"."published_at" is null) = ("texts"."effective_from" is null)),
	CONSTRAINT "texts_publisher_says_why" CHECK (("texts"."published_by" is null) = ("texts"."reason" is null)),
	CONSTRAINT "texts_withdrawn_whole" CHECK (num_nulls("texts"."withdrawn_at", "texts"."withdrawn_by", "texts"."withdrawn_reason") in (0, 3) and ("texts"."withdrawn_at" is null or "texts"."published_at" is not null)),
	CONSTRAINT "texts_reason" CHECK (length(trim("texts"."reason")) between 1 and 500),
	CONSTRAINT "texts_withdrawn_reason" CHECK (length(trim("texts"."withdrawn_reason")) between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"bound_at" timestamp with time zone NOT NULL,
	CONSTRAINT "identities_subject_length" CHECK (length("identities"."subject") between 1 and 255)
);
--> statement-breakpoint
CREATE TABLE "sso_attempts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"browser_hash" text NOT NULL,
	"invitation_hash" text,
	"session_id" uuid,
	"next" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sso_attempts_one_purpose" CHECK ("sso_attempts"."invitation_hash" is null or "sso_attempts"."session_id" is null),
	CONSTRAINT "sso_attempts_is_hashed" CHECK ("sso_attempts"."browser_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
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
-- A partition a month, made by log.make_months, and one for what belongs to none that was made.
CREATE TABLE "log_acts" (
	"id" bigint DEFAULT nextval('log_ids') NOT NULL,
	"action" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_role" "role",
	"member_id" bigint,
	"subject_id" uuid,
	"centre_id" uuid,
	"country" text,
	"reason" text,
	CONSTRAINT "log_acts_pkey" PRIMARY KEY("id","at"),
	CONSTRAINT "log_acts_action_acts" CHECK ("log_acts"."action" not in ('card.checked', 'invoice.read', 'list.exported', 'member.read'))
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE TABLE log_acts_rest PARTITION OF log_acts DEFAULT;
--> statement-breakpoint
-- A partition a month, made by log.make_months, and one for what belongs to none that was made.
CREATE TABLE "log_reads" (
	"id" bigint DEFAULT nextval('log_ids') NOT NULL,
	"action" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_role" "role",
	"member_id" bigint,
	"subject_id" uuid,
	"centre_id" uuid,
	"country" text,
	"reason" text,
	"purpose" "check_purpose",
	"case_number" text,
	"hit" boolean,
	CONSTRAINT "log_reads_pkey" PRIMARY KEY("id","at"),
	CONSTRAINT "log_reads_action_reads" CHECK ("log_reads"."action" in ('card.checked', 'invoice.read', 'list.exported', 'member.read'))
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE TABLE log_reads_rest PARTITION OF log_reads DEFAULT;
--> statement-breakpoint
CREATE TABLE "acceptances" (
	"member_id" bigint NOT NULL,
	"text_id" uuid NOT NULL,
	"language" "language" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "acceptances_pkey" PRIMARY KEY("member_id","text_id")
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
	"granted" boolean,
	CONSTRAINT "correction_requests_why" CHECK (length("correction_requests"."why") between 1 and 500),
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
	"spellings" text GENERATED ALWAYS AS (names.spellings(first_name, surname)) STORED NOT NULL,
	CONSTRAINT "members_first_name" CHECK (length(trim("members"."first_name")) between 1 and 100),
	CONSTRAINT "members_surname" CHECK (length(trim("members"."surname")) between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "member_counts" (
	"day" date NOT NULL,
	"country" text NOT NULL,
	"status" "status" NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "member_counts_pkey" PRIMARY KEY("day","country","status"),
	CONSTRAINT "member_counts_count" CHECK ("member_counts"."count" > 0)
);
--> statement-breakpoint
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
CREATE TABLE "memberships" (
	"member_id" bigint PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"card_code" text NOT NULL,
	"status" "status" DEFAULT 'red' NOT NULL,
	"granted" "status",
	"granted_until" date,
	"starts_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"first_verified_on" date,
	"ended_on" date,
	"ended_reason" text,
	"suspended_at" timestamp with time zone,
	"status_rules_id" uuid NOT NULL,
	CONSTRAINT "memberships_number_form" CHECK ("memberships"."number" ~ '^LP-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$'),
	CONSTRAINT "memberships_term" CHECK ("memberships"."expires_on" > "memberships"."starts_on"),
	CONSTRAINT "memberships_black_is_granted" CHECK ("memberships"."status" <> 'black' or "memberships"."granted" = 'black'),
	CONSTRAINT "memberships_status_not_below_granted" CHECK ("memberships"."granted" is null or "memberships"."status" >= "memberships"."granted"),
	CONSTRAINT "memberships_granted_until" CHECK ("memberships"."granted_until" is null or "memberships"."granted" is not null),
	CONSTRAINT "memberships_end_has_reason" CHECK (("memberships"."ended_on" is null) = ("memberships"."ended_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "status_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" bigint NOT NULL,
	"from" "status",
	"to" "status" NOT NULL,
	"because" text NOT NULL,
	"status_rules_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "status_changes_because" CHECK ("status_changes"."because" in ('joined', 'verified', 'catalogue', 'programme', 'granted', 'term-end')),
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
CREATE TABLE "ceremonies" (
	"challenge" text PRIMARY KEY NOT NULL,
	"purpose" "ceremony_purpose" NOT NULL,
	"session_id" uuid,
	"browser_hash" text,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ceremonies_bound" CHECK (num_nonnulls("ceremonies"."session_id", "ceremonies"."browser_hash") = 1 and ("ceremonies"."purpose" = 'sign-in') = ("ceremonies"."browser_hash" is not null))
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"backed_up" boolean NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "passkeys_name" CHECK (length(trim("passkeys"."name")) between 1 and 60),
	CONSTRAINT "passkeys_counter" CHECK ("passkeys"."counter" >= 0)
);
--> statement-breakpoint
CREATE TABLE "catalogue_imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	CONSTRAINT "catalogue_imports_size" CHECK (octet_length("catalogue_imports"."content") <= 1048576),
	CONSTRAINT "catalogue_imports_sha256" CHECK ("catalogue_imports"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "catalogue_state" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "catalogue_state_one" CHECK ("catalogue_state"."one")
);
--> statement-breakpoint
CREATE TABLE "product_spellings" (
	"key" text PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"model_number" text NOT NULL,
	"name" text NOT NULL,
	"kind" "product_kind" NOT NULL,
	"mount" text NOT NULL,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	"qualifying_from" date,
	"qualifying_to" date,
	"source" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "products_qualifying_dates" CHECK ("products"."qualifying_to" is null or coalesce("products"."qualifying_to" >= "products"."qualifying_from", false))
);
--> statement-breakpoint
CREATE TABLE "unmatched_models" (
	"key" text PRIMARY KEY NOT NULL,
	"dismissed_at" timestamp with time zone,
	"dismissed_by" uuid,
	CONSTRAINT "unmatched_models_key" CHECK (length("unmatched_models"."key") between 2 and 60),
	CONSTRAINT "unmatched_models_dismissed_whole" CHECK (("unmatched_models"."dismissed_at" is null) = ("unmatched_models"."dismissed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "unmatched_typings" (
	"key" text NOT NULL,
	"who" text NOT NULL,
	"spelling" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "unmatched_typings_pkey" PRIMARY KEY("key","who"),
	CONSTRAINT "unmatched_typings_who_is_hashed" CHECK ("unmatched_typings"."who" ~ '^[0-9a-f]{32}$'),
	CONSTRAINT "unmatched_typings_spelling" CHECK (length("unmatched_typings"."spelling") between 2 and 60)
);
--> statement-breakpoint
CREATE TABLE "reasons" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text DEFAULT gen_random_uuid()::text NOT NULL,
	"kind" "reason_kind" NOT NULL,
	"ending" text,
	"texts" jsonb NOT NULL,
	"position" integer NOT NULL,
	"retired_at" timestamp with time zone,
	"replaces" uuid,
	CONSTRAINT "reasons_texts" CHECK (coalesce(length(trim("reasons"."texts" ->> 'en')), 0) between 1 and 600 and coalesce(length(trim("reasons"."texts" ->> 'de')), 0) between 1 and 600),
	CONSTRAINT "reasons_ending" CHECK (case when "reasons"."kind" = 'end' then coalesce("reasons"."ending" in ('sold', 'refused'), false) else "reasons"."ending" is null end)
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
	"waited_since" timestamp with time zone,
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
CREATE TABLE "status_rule_drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"effective_from" date NOT NULL,
	"thresholds" jsonb NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "status_rule_tiers" (
	"status_rules_id" uuid NOT NULL,
	"status" "status" NOT NULL,
	"products" integer NOT NULL,
	"cameras" integer NOT NULL,
	CONSTRAINT "status_rule_tiers_pkey" PRIMARY KEY("status_rules_id","status"),
	CONSTRAINT "status_rule_tiers_black_is_by_invitation" CHECK ("status_rule_tiers"."status" <> 'black'),
	CONSTRAINT "status_rule_tiers_counts" CHECK ("status_rule_tiers"."products" >= "status_rule_tiers"."cameras" and "status_rule_tiers"."cameras" >= 0)
);
--> statement-breakpoint
CREATE TABLE "status_rules" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"effective_from" date NOT NULL,
	"placeholder" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" uuid,
	"reason" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text,
	CONSTRAINT "status_rules_published_whole" CHECK (("status_rules"."published_by" is null) = ("status_rules"."reason" is null)),
	CONSTRAINT "status_rules_withdrawn_whole" CHECK (num_nulls("status_rules"."withdrawn_at", "status_rules"."withdrawn_by", "status_rules"."withdrawn_reason") in (0, 3)),
	CONSTRAINT "status_rules_reason" CHECK (length(trim("status_rules"."reason")) between 1 and 500),
	CONSTRAINT "status_rules_withdrawn_reason" CHECK (length(trim("status_rules"."withdrawn_reason")) between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "benefits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"texts" jsonb NOT NULL,
	"position" integer NOT NULL,
	"unit" text,
	CONSTRAINT "benefits_unit" CHECK ("benefits"."unit" in ('per-term', 'working-days', 'per-cent'))
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"benefit_id" uuid NOT NULL,
	"status" "status" NOT NULL,
	"country" text,
	"texts" jsonb NOT NULL,
	"quantity" integer,
	"offered" boolean DEFAULT true NOT NULL,
	"continues" boolean DEFAULT false NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	"reason" text,
	"effective_from" date NOT NULL,
	"effective_to" date,
	CONSTRAINT "services_red_has_none" CHECK ("services"."status" <> 'red'),
	CONSTRAINT "services_withheld_in_a_country" CHECK ("services"."offered" or "services"."country" is not null),
	CONSTRAINT "services_published_whole" CHECK (num_nulls("services"."published_by", "services"."published_at", "services"."reason") in (0, 3)),
	CONSTRAINT "services_reason" CHECK (length(trim("services"."reason")) between 1 and 500),
	CONSTRAINT "services_dates" CHECK ("services"."effective_to" is null or "services"."effective_to" >= "services"."effective_from")
);
--> statement-breakpoint
CREATE TABLE "staff_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"role" "role" NOT NULL,
	"centre_id" uuid,
	"language" "language" NOT NULL,
	"invited_by" uuid,
	"token_hash" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	CONSTRAINT "staff_invitations_role_is_staff" CHECK ("staff_invitations"."role" <> 'member'),
	CONSTRAINT "staff_invitations_desk_has_centre" CHECK (("staff_invitations"."role" = 'desk') = ("staff_invitations"."centre_id" is not null)),
	CONSTRAINT "staff_invitations_token_is_hashed" CHECK ("staff_invitations"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "staff_invitations_accepted_by" CHECK (("staff_invitations"."accepted_at" is null) = ("staff_invitations"."accepted_by" is null)),
	CONSTRAINT "staff_invitations_revoked_by" CHECK (("staff_invitations"."revoked_at" is null) = ("staff_invitations"."revoked_by" is null)),
	CONSTRAINT "staff_invitations_one_end" CHECK ("staff_invitations"."accepted_at" is null or "staff_invitations"."revoked_at" is null)
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
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_settled_by_accounts_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authenticators" ADD CONSTRAINT "authenticators_account_id_role_accounts_id_role_fk" FOREIGN KEY ("account_id","role") REFERENCES "public"."accounts"("id","role") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "factor_resets" ADD CONSTRAINT "factor_resets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor_resets" ADD CONSTRAINT "factor_resets_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor_resets" ADD CONSTRAINT "factor_resets_confirmed_by_accounts_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor_resets" ADD CONSTRAINT "factor_resets_cancelled_by_accounts_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_role_accounts_id_role_fk" FOREIGN KEY ("account_id","role") REFERENCES "public"."accounts"("id","role") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "centres" ADD CONSTRAINT "centres_country_countries_code_fk" FOREIGN KEY ("country") REFERENCES "public"."countries"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "centres" ADD CONSTRAINT "centres_lead_id_accounts_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmation_people" ADD CONSTRAINT "confirmation_people_confirmation_id_confirmations_id_fk" FOREIGN KEY ("confirmation_id") REFERENCES "public"."confirmations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmation_people" ADD CONSTRAINT "confirmation_people_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmation_people" ADD CONSTRAINT "confirmation_people_answered_by_accounts_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_bodies" ADD CONSTRAINT "text_bodies_text_id_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."texts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "texts" ADD CONSTRAINT "texts_published_by_accounts_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "texts" ADD CONSTRAINT "texts_withdrawn_by_accounts_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sso_attempts" ADD CONSTRAINT "sso_attempts_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "black_invitations" ADD CONSTRAINT "black_invitations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "black_invitations" ADD CONSTRAINT "black_invitations_invited_by_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "black_invitations" ADD CONSTRAINT "black_invitations_approved_by_accounts_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "black_invitations" ADD CONSTRAINT "black_invitations_declined_by_accounts_id_fk" FOREIGN KEY ("declined_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "black_invitations" ADD CONSTRAINT "black_invitations_accepted_by_members_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "black_invitations" ADD CONSTRAINT "black_invitations_revoked_by_accounts_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_pages" ADD CONSTRAINT "invoice_pages_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_text_id_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_country_countries_code_fk" FOREIGN KEY ("country") REFERENCES "public"."countries"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_counts" ADD CONSTRAINT "member_counts_country_countries_code_fk" FOREIGN KEY ("country") REFERENCES "public"."countries"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_acts" ADD CONSTRAINT "membership_acts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_acts" ADD CONSTRAINT "membership_acts_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_status_rules_id_status_rules_id_fk" FOREIGN KEY ("status_rules_id") REFERENCES "public"."status_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_changes" ADD CONSTRAINT "status_changes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_changes" ADD CONSTRAINT "status_changes_status_rules_id_status_rules_id_fk" FOREIGN KEY ("status_rules_id") REFERENCES "public"."status_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ceremonies" ADD CONSTRAINT "ceremonies_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue_imports" ADD CONSTRAINT "catalogue_imports_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_spellings" ADD CONSTRAINT "product_spellings_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unmatched_models" ADD CONSTRAINT "unmatched_models_dismissed_by_accounts_id_fk" FOREIGN KEY ("dismissed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unmatched_typings" ADD CONSTRAINT "unmatched_typings_key_unmatched_models_key_fk" FOREIGN KEY ("key") REFERENCES "public"."unmatched_models"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reasons" ADD CONSTRAINT "reasons_replaces_reasons_id_fk" FOREIGN KEY ("replaces") REFERENCES "public"."reasons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "status_rule_drafts" ADD CONSTRAINT "status_rule_drafts_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_rule_tiers" ADD CONSTRAINT "status_rule_tiers_status_rules_id_status_rules_id_fk" FOREIGN KEY ("status_rules_id") REFERENCES "public"."status_rules"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_rules" ADD CONSTRAINT "status_rules_published_by_accounts_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_rules" ADD CONSTRAINT "status_rules_withdrawn_by_accounts_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_benefit_id_benefits_id_fk" FOREIGN KEY ("benefit_id") REFERENCES "public"."benefits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_country_countries_code_fk" FOREIGN KEY ("country") REFERENCES "public"."countries"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_published_by_accounts_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_invited_by_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_accepted_by_accounts_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_revoked_by_accounts_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email" ON "accounts" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "accounts_staff" ON "accounts" USING btree ("email") WHERE role <> 'member';--> statement-breakpoint
CREATE INDEX "accounts_centre" ON "accounts" USING btree ("centre_id") WHERE centre_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "challenges_browser" ON "challenges" USING btree ("browser_hash");--> statement-breakpoint
CREATE INDEX "challenges_expires_at" ON "challenges" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_account" ON "email_changes" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_old_token" ON "email_changes" USING btree ("old_token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_new_token" ON "email_changes" USING btree ("new_token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token_hash" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_occasion" ON "alerts" USING btree ("kind","occasion");--> statement-breakpoint
CREATE INDEX "alerts_open" ON "alerts" USING btree ("raised_at","id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "alerts_raised_at" ON "alerts" USING btree ("raised_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "authenticators_in_use" ON "authenticators" USING btree ("account_id") WHERE confirmed_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "authenticators_waiting" ON "authenticators" USING btree ("account_id") WHERE confirmed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "factor_resets_open" ON "factor_resets" USING btree ("account_id") WHERE cancelled_at is null and done_at is null;--> statement-breakpoint
CREATE INDEX "factor_resets_newest" ON "factor_resets" USING btree ("account_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_codes_hash" ON "recovery_codes" USING btree ("account_id","code_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "centres_name" ON "centres" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "confirmation_people_once" ON "confirmation_people" USING btree ("confirmation_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "confirmations_centre_quarter" ON "confirmations" USING btree ("centre_id","quarter");--> statement-breakpoint
CREATE UNIQUE INDEX "texts_version" ON "texts" USING btree ("kind","version");--> statement-breakpoint
CREATE UNIQUE INDEX "texts_effective_from" ON "texts" USING btree ("kind","effective_from") WHERE published_at is not null and withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "texts_draft" ON "texts" USING btree ("kind") WHERE published_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "identities_subject" ON "identities" USING btree ("issuer","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "identities_account" ON "identities" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sso_attempts_browser" ON "sso_attempts" USING btree ("browser_hash");--> statement-breakpoint
CREATE INDEX "sso_attempts_expires_at" ON "sso_attempts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sso_attempts_session" ON "sso_attempts" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "black_invitations_open_member" ON "black_invitations" USING btree ("member_id") WHERE declined_at is null and answered_at is null and revoked_at is null and expired_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "black_invitations_open_email" ON "black_invitations" USING btree (lower("email")) WHERE declined_at is null and answered_at is null and revoked_at is null and expired_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "black_invitations_token" ON "black_invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "black_invitations_newest" ON "black_invitations" USING btree ("invited_at","id");--> statement-breakpoint
CREATE INDEX "black_invitations_state" ON "black_invitations" USING btree ("state","invited_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_pages_storage_key" ON "invoice_pages" USING btree ("storage_key");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_storage_key" ON "invoices" USING btree ("storage_key");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_member_file" ON "invoices" USING btree ("member_id","sha256");--> statement-breakpoint
CREATE INDEX "invoices_received_at" ON "invoices" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "log_acts_member" ON "log_acts" USING btree ("member_id","at") WHERE member_id is not null;--> statement-breakpoint
CREATE INDEX "log_acts_actor" ON "log_acts" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "log_acts_at" ON "log_acts" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "log_acts_action" ON "log_acts" USING btree ("action","at");--> statement-breakpoint
CREATE INDEX "log_acts_centre" ON "log_acts" USING btree ("centre_id","at") WHERE centre_id is not null;--> statement-breakpoint
CREATE INDEX "log_reads_member" ON "log_reads" USING btree ("member_id","at") WHERE member_id is not null;--> statement-breakpoint
CREATE INDEX "log_reads_actor" ON "log_reads" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "log_reads_at" ON "log_reads" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "log_reads_action" ON "log_reads" USING btree ("action","at");--> statement-breakpoint
CREATE INDEX "log_reads_centre" ON "log_reads" USING btree ("centre_id","at") WHERE centre_id is not null;--> statement-breakpoint
CREATE INDEX "acceptances_text" ON "acceptances" USING btree ("text_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "correction_requests_open" ON "correction_requests" USING btree ("member_id") WHERE decided_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "members_account" ON "members" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "members_created_at" ON "members" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "members_country" ON "members" USING btree ("country","created_at","id");--> statement-breakpoint
CREATE INDEX "members_words" ON "members" USING gin (to_tsvector('simple', "spellings"));--> statement-breakpoint
CREATE INDEX "members_names" ON "members" USING gin ("spellings" names.gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "membership_acts_member" ON "membership_acts" USING btree ("member_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_number" ON "memberships" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_card_code" ON "memberships" USING btree ("card_code");--> statement-breakpoint
CREATE INDEX "memberships_status" ON "memberships" USING btree ("status");--> statement-breakpoint
CREATE INDEX "memberships_expiring" ON "memberships" USING btree ("expires_on","member_id","ended_on");--> statement-breakpoint
CREATE INDEX "memberships_ended" ON "memberships" USING btree ("ended_on") WHERE ended_on is not null;--> statement-breakpoint
CREATE INDEX "memberships_granted_until_day" ON "memberships" USING btree ("granted_until") WHERE granted_until is not null;--> statement-breakpoint
CREATE INDEX "status_changes_member" ON "status_changes" USING btree ("member_id","at");--> statement-breakpoint
CREATE INDEX "status_changes_day" ON "status_changes" USING btree (((at at time zone 'Europe/Berlin')::date));--> statement-breakpoint
CREATE INDEX "terms_member" ON "terms" USING btree ("member_id","at");--> statement-breakpoint
CREATE INDEX "ceremonies_session" ON "ceremonies" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "ceremonies_expires_at" ON "ceremonies" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "passkeys_credential" ON "passkeys" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "passkeys_account" ON "passkeys" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "products_model_number" ON "products" USING btree ("model_number");--> statement-breakpoint
CREATE UNIQUE INDEX "reasons_key" ON "reasons" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "reasons_replaces" ON "reasons" USING btree ("replaces");--> statement-breakpoint
CREATE INDEX "decisions_registration" ON "decisions" USING btree ("registration_id","at");--> statement-breakpoint
CREATE INDEX "decisions_answers" ON "decisions" USING btree ("at","id") WHERE waited_since is not null;--> statement-breakpoint
CREATE INDEX "decisions_by" ON "decisions" USING btree ("by","at");--> statement-breakpoint
CREATE INDEX "decisions_reason" ON "decisions" USING btree ("reason_id") WHERE reason_id is not null;--> statement-breakpoint
CREATE INDEX "registration_events_registration" ON "registration_events" USING btree ("registration_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_verified_unit" ON "registrations" USING btree ("product_id","serial_key") WHERE state in ('verified', 'stolen');--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_member_unit" ON "registrations" USING btree ("member_id","product_id","serial_key") WHERE state <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "registrations_member" ON "registrations" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "registrations_invoice" ON "registrations" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "registrations_waiting" ON "registrations" USING btree ("waiting_since","id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "registrations_waiting_invoice" ON "registrations" USING btree ("invoice_id","waiting_since","id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "registrations_unit" ON "registrations" USING btree ("product_id","serial_key");--> statement-breakpoint
CREATE INDEX "registrations_serial" ON "registrations" USING btree ("serial_key");--> statement-breakpoint
CREATE INDEX "status_rule_drafts_newest" ON "status_rule_drafts" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "status_rules_effective_from" ON "status_rules" USING btree ("effective_from") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "benefits_key" ON "benefits" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "services_unique" ON "services" USING btree ("benefit_id","status",coalesce("country", ''),"effective_from");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_invitations_open" ON "staff_invitations" USING btree (lower("email")) WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_invitations_token_hash" ON "staff_invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "staff_invitations_created_at" ON "staff_invitations" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mails_account" ON "mails" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "mails_failed" ON "mails" USING btree ("created_at","id") WHERE state = 'failed';
--> statement-breakpoint
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
INSERT INTO catalogue_state DEFAULT VALUES;
--> statement-breakpoint
-- What desk.desk_check answers, and who stands at the desk.
CREATE TYPE desk.answer AS (
  outcome text,
  reason text,
  first_name text,
  surname text,
  number text,
  status text,
  starts_on date,
  expires_on date,
  services jsonb,
  paused_until timestamptz
);
--> statement-breakpoint
CREATE TYPE desk.clerk AS (account_id uuid, centre_id uuid, country text, open boolean, lawful boolean);
