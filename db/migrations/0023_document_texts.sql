CREATE TABLE "document_texts" (
	"document_id" uuid NOT NULL,
	"language" "language" NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "document_texts_pkey" PRIMARY KEY("document_id","language"),
	CONSTRAINT "document_texts_body" CHECK (length(trim("document_texts"."body")) between 1 and 60000)
);
--> statement-breakpoint
ALTER TABLE "documents" ALTER COLUMN "effective_from" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "published_by" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "withdrawn_by" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "withdrawn_reason" text;--> statement-breakpoint
ALTER TABLE "document_texts" ADD CONSTRAINT "document_texts_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_published_by_accounts_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_withdrawn_by_accounts_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "acceptances_document" ON "acceptances" USING btree ("document_id","member_id");--> statement-breakpoint
-- What was there came with the installation and holds since its day.
UPDATE "documents" SET "published_at" = now();--> statement-breakpoint
CREATE UNIQUE INDEX "documents_effective_from" ON "documents" USING btree ("kind","effective_from") WHERE published_at is not null and withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "documents_draft" ON "documents" USING btree ("kind") WHERE published_at is null;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_version_is_an_address" CHECK ("documents"."version" ~ '^[a-z0-9][a-z0-9.-]{0,19}$');--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_published_whole" CHECK (("documents"."published_at" is null) = ("documents"."effective_from" is null));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_publisher_says_why" CHECK (("documents"."published_by" is null) = ("documents"."reason" is null));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_withdrawn_whole" CHECK (num_nulls("documents"."withdrawn_at", "documents"."withdrawn_by", "documents"."withdrawn_reason") in (0, 3) and ("documents"."withdrawn_at" is null or "documents"."published_at" is not null));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_reason" CHECK (length(trim("documents"."reason")) between 1 and 500);--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_withdrawn_reason" CHECK (length(trim("documents"."withdrawn_reason")) between 1 and 500);--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON document_texts TO lumix_app;--> statement-breakpoint
-- The app makes drafts and throws them away; of what is published it can withdraw what has not begun.
GRANT INSERT (id, kind, version, created_at, changed_at), DELETE,
  UPDATE (version, changed_at, effective_from, published_at, published_by, reason, withdrawn_at, withdrawn_by, withdrawn_reason)
  ON documents TO lumix_app;--> statement-breakpoint
-- What a mail to the administrators tells.
GRANT SELECT ON documents TO lumix_worker;--> statement-breakpoint
-- Who accepted what, and when, is not corrected afterwards; it goes with the member.
REVOKE UPDATE ON acceptances FROM lumix_app;--> statement-breakpoint
-- A published version changes in one way only: it is withdrawn, or given another day, before it has begun. For the owner too.
CREATE FUNCTION guard_document() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  today CONSTANT date := (now() AT TIME ZONE 'Europe/Berlin')::date;
BEGIN
  IF OLD.published_at IS NULL THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    IF NEW.published_at IS NOT NULL AND NEW.effective_from < today THEN
      RAISE EXCEPTION 'no version begins in the past' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.published_at IS NOT NULL
      AND (SELECT count(*) FROM public.document_texts t WHERE t.document_id = NEW.id)
          < (SELECT count(*) FROM unnest(enum_range(NULL::public.language))) THEN
      RAISE EXCEPTION 'a version is published in every language' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL OR OLD.effective_from <= today OR NEW.effective_from < today
    OR (NEW.id, NEW.kind, NEW.version, NEW.published_at, NEW.published_by, NEW.reason)
       IS DISTINCT FROM (OLD.id, OLD.kind, OLD.version, OLD.published_at, OLD.published_by, OLD.reason) THEN
    RAISE EXCEPTION 'a published version stays as it is' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER documents_stay BEFORE UPDATE OR DELETE ON documents
  FOR EACH ROW EXECUTE FUNCTION guard_document();--> statement-breakpoint
-- The words of a published version are what members accepted: for the owner too. Deleting a draft takes its words along.
CREATE FUNCTION guard_document_text() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM public.documents d WHERE d.id = OLD.document_id AND d.published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the words of a published version stay' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;--> statement-breakpoint
CREATE TRIGGER document_texts_stay BEFORE UPDATE OR DELETE ON document_texts
  FOR EACH ROW EXECUTE FUNCTION guard_document_text();--> statement-breakpoint
CREATE TRIGGER document_texts_no_truncate BEFORE TRUNCATE ON document_texts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER documents_no_truncate BEFORE TRUNCATE ON documents
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
