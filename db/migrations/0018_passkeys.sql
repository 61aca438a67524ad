CREATE TYPE "public"."ceremony_purpose" AS ENUM('enrol', 'show', 'sign-in');--> statement-breakpoint
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
ALTER TABLE "ceremonies" ADD CONSTRAINT "ceremonies_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ceremonies_session" ON "ceremonies" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "ceremonies_expires_at" ON "ceremonies" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "passkeys_credential" ON "passkeys" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "passkeys_account" ON "passkeys" USING btree ("account_id");--> statement-breakpoint
-- A passkey is renamed, counted and removed; a ceremony is begun and used up.
GRANT SELECT, INSERT, UPDATE, DELETE ON passkeys TO lumix_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON ceremonies TO lumix_app;
--> statement-breakpoint
-- The worker forgets the ceremonies that nobody finished.
GRANT SELECT, DELETE ON ceremonies TO lumix_worker;
--> statement-breakpoint
-- Sessions of the staff count from when a second factor was shown in them; those of before ask for one.
UPDATE sessions s SET factor_at = NULL FROM accounts a WHERE a.id = s.account_id AND a.role <> 'member';
--> statement-breakpoint
-- Who is at the desk: the living session of an enabled desk account, in which a second factor was shown. The times are those of
-- lib/auth/rules.ts.
CREATE OR REPLACE FUNCTION desk.clerk_of(session_token_hash text, moment timestamptz) RETURNS SETOF desk.clerk
LANGUAGE sql STABLE AS $$
  SELECT a.id, c.id, c.country, c.open, c.legal_basis IS NOT NULL
    FROM public.sessions s
    JOIN public.accounts a ON a.id = s.account_id
    JOIN public.centres c ON c.id = a.centre_id
   WHERE s.token_hash = session_token_hash
     AND a.role = 'desk'
     AND a.disabled_at IS NULL
     AND s.factor_at IS NOT NULL
     AND s.created_at > moment - interval '10 hours'
     AND s.last_seen_at > moment - interval '15 minutes'
$$;
