DROP INDEX "members_names";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "spellings" text GENERATED ALWAYS AS (names.spellings(first_name, surname)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "members_words" ON "members" USING gin (to_tsvector('simple', "spellings"));--> statement-breakpoint
CREATE INDEX "members_names" ON "members" USING gin ("spellings" names.gin_trgm_ops);--> statement-breakpoint
-- What finds a word that begins like this one, in either spelling.
CREATE FUNCTION names.begins(word text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT to_tsquery('simple', format('''%s'':* | ''%s'':*', names.plain(word), names.written_out(word)))
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION names.begins FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION names.begins TO lumix_app;
