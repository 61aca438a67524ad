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
ALTER TABLE "status_changes" DROP CONSTRAINT "status_changes_because";--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "qualifying_from" date;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "qualifying_to" date;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "catalogue_imports" ADD CONSTRAINT "catalogue_imports_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_spellings" ADD CONSTRAINT "product_spellings_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unmatched_models" ADD CONSTRAINT "unmatched_models_dismissed_by_accounts_id_fk" FOREIGN KEY ("dismissed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unmatched_typings" ADD CONSTRAINT "unmatched_typings_key_unmatched_models_key_fk" FOREIGN KEY ("key") REFERENCES "public"."unmatched_models"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- What counts today counts from the programme's first day on, and what does not never does.
UPDATE "products" SET "qualifying_from" = '2026-01-01' WHERE "qualifying";--> statement-breakpoint
ALTER TABLE "products" DROP COLUMN "qualifying";--> statement-breakpoint
ALTER TABLE "status_changes" ADD CONSTRAINT "status_changes_because" CHECK ("status_changes"."because" in ('joined', 'verified', 'catalogue', 'granted', 'term-end'));--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_qualifying_dates" CHECK ("products"."qualifying_to" is null or coalesce("products"."qualifying_to" >= "products"."qualifying_from", false));--> statement-breakpoint
INSERT INTO catalogue_state DEFAULT VALUES;--> statement-breakpoint
CREATE FUNCTION catalogue_changed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  UPDATE public.catalogue_state SET version = version + 1;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER products_catalogue_changed AFTER INSERT OR UPDATE OR DELETE ON products
  FOR EACH STATEMENT EXECUTE FUNCTION catalogue_changed();--> statement-breakpoint
GRANT INSERT, UPDATE, DELETE ON products TO lumix_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON product_spellings TO lumix_app;--> statement-breakpoint
GRANT SELECT, UPDATE ON catalogue_state TO lumix_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON unmatched_models, unmatched_typings TO lumix_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (applied_at) ON catalogue_imports TO lumix_app;--> statement-breakpoint
-- The worker forgets what is old.
GRANT SELECT, DELETE ON unmatched_models, unmatched_typings, catalogue_imports TO lumix_worker;
