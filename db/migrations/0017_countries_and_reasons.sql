ALTER TABLE "countries" ADD COLUMN "offered_from" date;--> statement-breakpoint
ALTER TABLE "countries" ADD COLUMN "offered_to" date;--> statement-breakpoint
-- What was offered until now has been so since the first day of the programme.
UPDATE "countries" SET "offered_from" = '2026-01-01' WHERE "offered";--> statement-breakpoint
ALTER TABLE "countries" DROP COLUMN "offered";--> statement-breakpoint
ALTER TABLE "countries" ADD CONSTRAINT "countries_dates" CHECK ("countries"."offered_to" is null or coalesce("countries"."offered_from" <= "countries"."offered_to", false));--> statement-breakpoint
ALTER TABLE "countries" ADD CONSTRAINT "countries_operator_url" CHECK ("countries"."operator_url" is null or ("countries"."operator" is not null and "countries"."operator_url" like 'https://%'));--> statement-breakpoint
-- Administrators open and end countries; the codes are those of ISO 3166-1 and stay.
GRANT UPDATE (offered_from, offered_to, operator, operator_url) ON countries TO lumix_app;--> statement-breakpoint
ALTER TABLE "reasons" ALTER COLUMN "key" SET DEFAULT gen_random_uuid()::text;--> statement-breakpoint
ALTER TABLE "reasons" ADD COLUMN "ending" text;--> statement-breakpoint
ALTER TABLE "reasons" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reasons" ADD COLUMN "replaces" uuid;--> statement-breakpoint
ALTER TABLE "reasons" ADD CONSTRAINT "reasons_replaces_reasons_id_fk" FOREIGN KEY ("replaces") REFERENCES "public"."reasons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reasons_replaces" ON "reasons" USING btree ("replaces");--> statement-breakpoint
CREATE INDEX "decisions_reason" ON "decisions" USING btree ("reason_id") WHERE reason_id is not null;--> statement-breakpoint
ALTER TABLE "reasons" ADD CONSTRAINT "reasons_texts" CHECK (coalesce(length(trim("reasons"."texts" ->> 'en')), 0) between 1 and 600 and coalesce(length(trim("reasons"."texts" ->> 'de')), 0) between 1 and 600);--> statement-breakpoint
-- What an ending means was read from its key until now.
UPDATE "reasons" SET "ending" = CASE "key" WHEN 'end-sold' THEN 'sold' ELSE 'refused' END WHERE "kind" = 'end';--> statement-breakpoint
ALTER TABLE "reasons" ADD CONSTRAINT "reasons_ending" CHECK (case when "reasons"."kind" = 'end' then coalesce("reasons"."ending" in ('sold', 'refused'), false) else "reasons"."ending" is null end);--> statement-breakpoint
-- Administrators add reasons, put them in order, retire them and bring them back. Nobody deletes one or changes its words.
GRANT INSERT, UPDATE (position, retired_at) ON reasons TO lumix_app;--> statement-breakpoint
-- Decisions point to what was said, so it stays, for the owner too.
CREATE FUNCTION refuse_other_words() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM public.decisions d WHERE d.reason_id = OLD.id) THEN
    RAISE EXCEPTION 'a reason that was used keeps its words' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;--> statement-breakpoint
CREATE TRIGGER reasons_used_keep_their_words BEFORE UPDATE OF kind, ending, texts, replaces OR DELETE ON reasons
  FOR EACH ROW EXECUTE FUNCTION refuse_other_words();
