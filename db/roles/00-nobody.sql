-- Nobody may do anything; the files that follow say who may what. All of them are applied in one transaction, so there is no gap.
-- What is revoked from a table is revoked from its columns too.
REVOKE ALL ON SCHEMA public, programme, names, log, desk, drizzle FROM PUBLIC, lumix_app, lumix_worker, lumix_desk;
REVOKE ALL ON ALL TABLES IN SCHEMA public, drizzle FROM PUBLIC, lumix_app, lumix_worker, lumix_desk;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public, drizzle FROM PUBLIC, lumix_app, lumix_worker, lumix_desk;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public, programme, log, desk FROM PUBLIC, lumix_app, lumix_worker, lumix_desk;
REVOKE ALL ON FUNCTION names.plain, names.written_out, names.spellings, names.begins FROM PUBLIC, lumix_app, lumix_worker, lumix_desk;

-- Large objects are open to everybody in a new database, and only a superuser can close them: here when the owner is one, else
-- whoever made the database (bin/postgres/embedded.ts does).
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
