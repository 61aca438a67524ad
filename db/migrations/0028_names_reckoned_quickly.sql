-- The same three answers as before, in a language that reckons them five times as quickly: one in SQL that can't be planned into the
-- query that asks (unaccent is STABLE) is started as a query of its own each time.
CREATE OR REPLACE FUNCTION names.plain(name text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
BEGIN
  RETURN trim(regexp_replace(
    regexp_replace(lower(names.unaccent('names.unaccent'::regdictionary, normalize(name, NFKC))), '[''’`´ʼ.]', '', 'g'),
    '[[:space:]–—-]+', ' ', 'g'));
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION names.written_out(name text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
BEGIN
  RETURN names.plain(replace(replace(replace(replace(replace(
    translate(normalize(name, NFKC), 'ÄÖÜÅØ', 'äöüåø'), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'å', 'aa'), 'ø', 'oe'));
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION names.begins(word text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
BEGIN
  RETURN to_tsquery('simple', format('''%s'':* | ''%s'':*', names.plain(word), names.written_out(word)));
END $$;
