-- What each role of the database may do. The groups are made by bin/migrate before this runs.
-- lumix_app: the web server (no DDL; the log is insert-only). lumix_worker: page images and mails.
-- lumix_desk: nothing here; it may execute one function, see the migration of the desk.
REVOKE ALL ON SCHEMA public FROM PUBLIC;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO lumix_app, lumix_worker;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts, sessions, challenges, email_changes, members, acceptances,
  correction_requests, memberships, terms, status_changes, invoices, invoice_pages, drafts, registrations,
  mails, rate_limits TO lumix_app;--> statement-breakpoint
GRANT SELECT, INSERT ON log_entries, decisions, registration_events TO lumix_app;--> statement-breakpoint
GRANT SELECT ON countries, rule_versions, rule_tiers, benefits, services, reasons, documents, centres, products,
  worker_heartbeats TO lumix_app;--> statement-breakpoint
GRANT SELECT ON accounts, members, memberships, registrations, decisions, products, reasons, email_changes, correction_requests,
  rule_versions, rule_tiers, benefits, services TO lumix_worker;--> statement-breakpoint
GRANT SELECT, UPDATE, DELETE ON challenges TO lumix_worker;--> statement-breakpoint
GRANT UPDATE (old_token_hash, new_token_hash) ON email_changes TO lumix_worker;--> statement-breakpoint
GRANT SELECT, UPDATE ON mails, invoices TO lumix_worker;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON invoice_pages TO lumix_worker;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON worker_heartbeats TO lumix_worker;--> statement-breakpoint
GRANT INSERT ON log_entries TO lumix_worker;--> statement-breakpoint
-- /readyz counts the migrations that have run.
GRANT USAGE ON SCHEMA drizzle TO lumix_app;--> statement-breakpoint
GRANT SELECT ON drizzle.__drizzle_migrations TO lumix_app;--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER log_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER decisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
