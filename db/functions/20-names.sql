-- Returns a query for words that begin with this one, in either spelling.
CREATE OR REPLACE FUNCTION names.begins(word text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
BEGIN
  RETURN to_tsquery('simple', format('''%s'':* | ''%s'':*', names.plain(word), names.written_out(word)));
END $$;
