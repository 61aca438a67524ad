CREATE TYPE "public"."legal_basis" AS ENUM('eu', 'adequacy', 'clauses');--> statement-breakpoint
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
ALTER TABLE "accounts" ADD COLUMN "last_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "centres" ADD COLUMN "languages" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "centres" ADD COLUMN "contact" text;--> statement-breakpoint
ALTER TABLE "centres" ADD COLUMN "lead_id" uuid;--> statement-breakpoint
ALTER TABLE "centres" ADD COLUMN "legal_basis" "legal_basis";--> statement-breakpoint
ALTER TABLE "centres" ADD COLUMN "adequacy_decision" text;--> statement-breakpoint
ALTER TABLE "centres" ADD COLUMN "clauses_on" date;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_centre_id_centres_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_invited_by_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_accepted_by_accounts_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_revoked_by_accounts_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_invitations_open" ON "staff_invitations" USING btree (lower("email")) WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_invitations_token_hash" ON "staff_invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "staff_invitations_created_at" ON "staff_invitations" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "centres" ADD CONSTRAINT "centres_lead_id_accounts_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_staff" ON "accounts" USING btree ("email") WHERE role <> 'member';--> statement-breakpoint
CREATE INDEX "accounts_centre" ON "accounts" USING btree ("centre_id") WHERE centre_id is not null;--> statement-breakpoint
ALTER TABLE "centres" ADD CONSTRAINT "centres_adequacy_has_decision" CHECK (("centres"."legal_basis" is not distinct from 'adequacy') = ("centres"."adequacy_decision" is not null));--> statement-breakpoint
ALTER TABLE "centres" ADD CONSTRAINT "centres_clauses_have_date" CHECK (("centres"."legal_basis" is not distinct from 'clauses') = ("centres"."clauses_on" is not null));--> statement-breakpoint
ALTER TABLE "centres" ADD CONSTRAINT "centres_eu_is_for_eea" CHECK ("centres"."legal_basis" is distinct from 'eu' or "centres"."country" in ('AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'));--> statement-breakpoint
-- Within the EEA nothing is transferred, so what is there already needs nobody to say so.
UPDATE centres SET legal_basis = 'eu' WHERE country IN ('AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK');
--> statement-breakpoint
-- Nobody is told that they have not been seen for 60 days because nobody looked until today.
UPDATE accounts a SET last_seen_at =
  coalesce((SELECT max(s.last_seen_at) FROM sessions s WHERE s.account_id = a.id), CASE WHEN a.role <> 'member' THEN now() END);
--> statement-breakpoint
GRANT INSERT, UPDATE ON centres TO lumix_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON staff_invitations TO lumix_app;
--> statement-breakpoint
-- The worker draws the token of an invitation and sends the mail.
GRANT SELECT, UPDATE (token_hash) ON staff_invitations TO lumix_worker;
--> statement-breakpoint
GRANT SELECT ON centres TO lumix_worker;
--> statement-breakpoint
-- The worker disables, at night, staff accounts that nobody uses, and ends their sessions.
GRANT UPDATE (disabled_at) ON accounts TO lumix_worker;
--> statement-breakpoint
GRANT SELECT (id, account_id), DELETE ON sessions TO lumix_worker;
--> statement-breakpoint
-- The desk of a centre without a legal basis for the transfer is closed.
ALTER TYPE desk.clerk ADD ATTRIBUTE lawful boolean;
--> statement-breakpoint
-- Who is at the desk: the living session of an enabled desk account. The times are those of lib/auth/rules.ts.
CREATE OR REPLACE FUNCTION desk.clerk_of(session_token_hash text, moment timestamptz) RETURNS SETOF desk.clerk
LANGUAGE sql STABLE AS $$
  SELECT a.id, c.id, c.country, c.open, c.legal_basis IS NOT NULL
    FROM public.sessions s
    JOIN public.accounts a ON a.id = s.account_id
    JOIN public.centres c ON c.id = a.centre_id
   WHERE s.token_hash = session_token_hash
     AND a.role = 'desk'
     AND a.disabled_at IS NULL
     AND s.created_at > moment - interval '10 hours'
     AND s.last_seen_at > moment - interval '15 minutes'
$$;
--> statement-breakpoint
-- Checks one card. Give a number, or a code, or neither for a number that cannot be one (its check character is wrong).
-- outcome: recorded (call again), valid, not-valid (with a reason), no-such-card (reason 'mistyped' when neither was given),
-- paused (until paused_until), signed-out, centre-closed (with the reason 'no-legal-basis' when that is why).
CREATE OR REPLACE FUNCTION desk.desk_check(
  check_id uuid, session_token_hash text, membership_number text, code text, purpose text, case_number text, language text
) RETURNS desk.answer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
  -- Taken before this call writes: true means that the row found below may be this very transaction's own.
  may_be_ours CONSTANT boolean := pg_current_xact_id_if_assigned() IS NOT NULL;
  moment timestamptz;
  clerk desk.clerk;
  logged record;
  answer desk.answer;
BEGIN
  -- An older snapshot would not see the checks of other connections, and so not the limits.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'desk_check needs READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  IF check_id IS NULL OR purpose IS NULL OR coalesce(case_number !~ '^[A-Za-z0-9 ./-]{1,40}$', false) THEN
    RAISE EXCEPTION 'desk_check was asked wrongly' USING ERRCODE = 'invalid_parameter_value';
  END IF;

  SELECT * INTO clerk FROM desk.clerk_of(session_token_hash, clock_timestamp());
  IF NOT FOUND THEN answer.outcome := 'signed-out'; RETURN answer; END IF;
  IF NOT clerk.lawful THEN
    answer.outcome := 'centre-closed'; answer.reason := 'no-legal-basis'; RETURN answer;
  END IF;
  IF NOT clerk.open THEN answer.outcome := 'centre-closed'; RETURN answer; END IF;

  -- One check at a time per person, so that no two of them see the same count. The clock is read afterwards, and never
  -- now(), which stands still in a transaction that is kept open.
  PERFORM pg_advisory_xact_lock(hashtextextended(clerk.account_id::text, 0));
  moment := clock_timestamp();

  SELECT l.member_id, l.reason INTO logged FROM public.log_entries l
   WHERE l.actor_id = clerk.account_id AND l.action = 'card.checked' AND l.subject_id = check_id
     AND (l.actor_id, l.at) > (clerk.account_id, moment - interval '1 minute');
  IF NOT FOUND THEN
    answer.paused_until := desk.paused_until(clerk.account_id, moment);
    IF answer.paused_until IS NOT NULL THEN answer.outcome := 'paused'; RETURN answer; END IF;
    PERFORM desk.write_down(clerk, check_id, membership_number, code, purpose, case_number, moment);
    answer.outcome := 'recorded';
  ELSIF may_be_ours THEN
    answer.outcome := 'recorded';
  ELSE
    answer := desk.answer_for(
      logged.member_id,
      (moment AT TIME ZONE 'Europe/Berlin')::date,
      CASE WHEN language = 'de' THEN 'de' ELSE 'en' END
    );
    IF answer.outcome IS NULL THEN answer.outcome := 'no-such-card'; answer.reason := logged.reason; END IF;
  END IF;
  RETURN answer;
END $$;
