-- How names are searched. A schema of its own keeps the extensions' functions from everybody who is not granted it.
CREATE SCHEMA names;
--> statement-breakpoint
CREATE EXTENSION pg_trgm SCHEMA names;
--> statement-breakpoint
CREATE EXTENSION unaccent SCHEMA names;
--> statement-breakpoint
-- Without case, diacritics and apostrophes; hyphens are spaces. Immutable as long as nobody edits unaccent's dictionary.
CREATE FUNCTION names.plain(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT trim(regexp_replace(
    regexp_replace(lower(names.unaccent('names.unaccent'::regdictionary, normalize(name, NFKC))), '[''’`´ʼ.]', '', 'g'),
    '[[:space:]–—-]+', ' ', 'g'))
$$;
--> statement-breakpoint
-- The same with the letters written out that people write out: Müller is mueller.
CREATE FUNCTION names.written_out(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT names.plain(replace(replace(replace(replace(replace(
    translate(normalize(name, NFKC), 'ÄÖÜÅØ', 'äöüåø'), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'å', 'aa'), 'ø', 'oe'))
$$;
--> statement-breakpoint
-- Every word of both spellings after a space, so that the beginning of a word can be looked for.
CREATE FUNCTION names.spellings(first_name text, surname text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT ' ' || names.plain(first_name || ' ' || surname) || ' ' || names.written_out(first_name || ' ' || surname)
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION names.plain, names.written_out, names.spellings FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA names TO lumix_app, lumix_worker;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION names.plain, names.written_out, names.spellings TO lumix_app, lumix_worker;
--> statement-breakpoint
DROP INDEX "members_surname";--> statement-breakpoint
CREATE INDEX "log_entries_action" ON "log_entries" USING btree ("action","at");--> statement-breakpoint
CREATE INDEX "log_entries_centre" ON "log_entries" USING btree ("centre_id","at") WHERE centre_id is not null;--> statement-breakpoint
CREATE INDEX "members_names" ON "members" USING gin (names.spellings("first_name", "surname") names.gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "registrations_serial" ON "registrations" USING btree ("serial_key");