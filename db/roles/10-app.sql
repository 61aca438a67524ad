-- The web server: reads and writes the programme, creates no tables, and may only insert into append-only tables.
GRANT USAGE ON SCHEMA public, programme, names TO lumix_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  accounts, challenges, correction_requests, text_bodies, drafts, email_changes, invoice_pages, invoices, mails, members,
  memberships, products, rate_limits, registrations, sessions, status_changes, terms, unmatched_models, unmatched_typings
  TO lumix_app;
GRANT SELECT ON alerts, countries, member_counts, member_moves, confirmation_people, confirmations, worker_heartbeats TO lumix_app;

-- Written once.
GRANT SELECT, INSERT ON decisions, log_acts, log_reads, membership_acts, registration_events, status_rule_tiers TO lumix_app;
GRANT SELECT ON log_entries TO lumix_app;
GRANT USAGE ON SEQUENCE log_ids TO lumix_app;
-- Inserted and deleted, never updated: acceptances, for example, are deleted only with their member.
GRANT SELECT, INSERT, DELETE ON acceptances, ceremonies, product_spellings, status_rule_drafts, sso_attempts TO lumix_app;
-- Never deleted by the app. A single sign-on identity is removed like a lost factor, by two people and after a day, so only by the worker.
GRANT SELECT, INSERT ON identities TO lumix_app;
GRANT SELECT, INSERT, UPDATE ON black_invitations, centres, staff_invitations TO lumix_app;
GRANT SELECT, UPDATE ON catalogue_state TO lumix_app;

-- Changed in some columns only.
GRANT UPDATE (settled_at, settled_by, note) ON alerts TO lumix_app;
GRANT SELECT, INSERT, UPDATE (applied_at) ON catalogue_imports TO lumix_app;
GRANT SELECT, INSERT, UPDATE (texts, position, unit) ON benefits TO lumix_app;
-- Promised services stay: of a line that has begun only the last day may change.
GRANT SELECT, INSERT, UPDATE (effective_to), DELETE ON services TO lumix_app;
-- Administrators open and end countries; the codes are those of ISO 3166-1 and stay.
GRANT UPDATE (offered_from, offered_to, operator, operator_url) ON countries TO lumix_app;
-- Administrators add, reorder, retire and reinstate reasons. Nobody deletes or rewords one.
GRANT SELECT, INSERT, UPDATE (position, retired_at) ON reasons TO lumix_app;
GRANT SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_by, withdrawn_reason) ON status_rules TO lumix_app;
-- The app creates and discards drafts, and can withdraw published versions that have not taken effect.
GRANT SELECT, INSERT (id, kind, version, created_at, changed_at), DELETE,
  UPDATE (version, changed_at, effective_from, published_at, published_by, reason, withdrawn_at, withdrawn_by, withdrawn_reason)
  ON texts TO lumix_app;
-- A list is never deleted. The worker creates it; the web server records the answers.
GRANT UPDATE (answer, answered_by, answered_at) ON confirmation_people TO lumix_app;
-- A factor's owner and its key, secret or hash never change; only its use and name do.
GRANT SELECT, INSERT, UPDATE (name, counter, backed_up, last_used_at), DELETE ON passkeys TO lumix_app;
GRANT SELECT, INSERT, UPDATE (confirmed_at, last_step), DELETE ON authenticators TO lumix_app;
GRANT SELECT, INSERT, UPDATE (used_at), DELETE ON recovery_codes TO lumix_app;
-- The web server records who requested and confirmed a reset; only the worker marks it as done. Nothing is deleted.
GRANT SELECT, INSERT, UPDATE (confirmed_by, confirmed_at, cancelled_by, cancelled_at) ON factor_resets TO lumix_app;

GRANT EXECUTE ON FUNCTION
  programme.counts_until, programme.counts, programme.counting, programme.status_rules_on, programme.reached, programme.held_on,
  programme.by_count, programme.status_on, programme.services_on,
  names.plain, names.written_out, names.spellings, names.begins
  TO lumix_app;

-- /readyz counts the migrations that have run.
GRANT USAGE ON SCHEMA drizzle TO lumix_app;
GRANT SELECT ON drizzle.__drizzle_migrations TO lumix_app;
