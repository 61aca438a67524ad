-- Revokes everything; the following files grant what is needed. All are applied in one transaction, so there is no gap.
-- Revoking a privilege on a table also revokes it on its columns.
REVOKE ALL ON SCHEMA public, programme, names, log, desk, drizzle FROM PUBLIC, lumix_app, lumix_worker, lumix_desk;
REVOKE ALL ON ALL TABLES IN SCHEMA public, drizzle FROM PUBLIC, lumix_app, lumix_worker, lumix_desk;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public, drizzle FROM PUBLIC, lumix_app, lumix_worker, lumix_desk;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public, programme, log, desk FROM PUBLIC, lumix_app, lumix_worker, lumix_desk;
REVOKE ALL ON FUNCTION names.plain, names.written_out, names.spellings, names.begins FROM PUBLIC, lumix_app, lumix_worker, lumix_desk;

-- Everyone may use large objects in a new database, and only a superuser can revoke that: here if the owner is one, otherwise
-- when the database is created (as bin/postgres/embedded.ts does).
DO $$
DECLARE
  unneeded regprocedure;
BEGIN
  FOR unneeded IN
    SELECT oid FROM pg_catalog.pg_proc
     WHERE pronamespace = 'pg_catalog'::regnamespace AND pg_has_role(proowner, 'MEMBER')
       AND (proname LIKE 'lo\_%' OR proname IN ('loread', 'lowrite'))
  LOOP
    EXECUTE 'REVOKE EXECUTE ON FUNCTION ' || unneeded || ' FROM PUBLIC';
  END LOOP;
END $$;
