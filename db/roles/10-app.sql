-- The web server: reads and writes the programme, makes no tables, and only adds to what is kept as it was written.
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
-- Who accepted what, and when, is not corrected afterwards; it goes with the member. An identity is bound, an attempt begun and used up.
GRANT SELECT, INSERT, DELETE ON acceptances, ceremonies, product_spellings, status_rule_drafts, sso_attempts TO lumix_app;
-- Never deleted by hand. A binding to single sign-on ends as a lost factor does, by two people and a day, and so by the worker alone.
GRANT SELECT, INSERT ON identities TO lumix_app;
GRANT SELECT, INSERT, UPDATE ON black_invitations, centres, staff_invitations TO lumix_app;
GRANT SELECT, UPDATE ON catalogue_state TO lumix_app;

-- Changed in some columns only.
GRANT UPDATE (settled_at, settled_by, note) ON alerts TO lumix_app;
GRANT SELECT, INSERT, UPDATE (applied_at) ON catalogue_imports TO lumix_app;
GRANT SELECT, INSERT, UPDATE (texts, position, unit) ON benefits TO lumix_app;
-- What has been promised stays: of a line that has begun only the last day changes.
GRANT SELECT, INSERT, UPDATE (effective_to), DELETE ON services TO lumix_app;
-- Administrators open and end countries; the codes are those of ISO 3166-1 and stay.
GRANT UPDATE (offered_from, offered_to, operator, operator_url) ON countries TO lumix_app;
-- They add reasons, put them in order, retire them and bring them back. Nobody deletes one or changes its words.
GRANT SELECT, INSERT, UPDATE (position, retired_at) ON reasons TO lumix_app;
GRANT SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_by, withdrawn_reason) ON status_rules TO lumix_app;
-- The app makes drafts and throws them away; of what is published it can withdraw what has not begun.
GRANT SELECT, INSERT (id, kind, version, created_at, changed_at), DELETE,
  UPDATE (version, changed_at, effective_from, published_at, published_by, reason, withdrawn_at, withdrawn_by, withdrawn_reason)
  ON texts TO lumix_app;
-- A list is never taken back. The worker makes it; the web server takes the answers.
GRANT UPDATE (answer, answered_by, answered_at) ON confirmation_people TO lumix_app;
-- Whose a factor is, and its key, secret or hash, stay as they were written; only its use and its name change.
GRANT SELECT, INSERT, UPDATE (name, counter, backed_up, last_used_at), DELETE ON passkeys TO lumix_app;
GRANT SELECT, INSERT, UPDATE (confirmed_at, last_step), DELETE ON authenticators TO lumix_app;
GRANT SELECT, INSERT, UPDATE (used_at), DELETE ON recovery_codes TO lumix_app;
-- Who asks and who confirms is the web server's to write down, that it is done only the worker's. Nothing is deleted.
GRANT SELECT, INSERT, UPDATE (confirmed_by, confirmed_at, cancelled_by, cancelled_at) ON factor_resets TO lumix_app;

GRANT EXECUTE ON FUNCTION
  programme.counts_until, programme.counts, programme.counting, programme.status_rules_on, programme.reached, programme.held_on,
  programme.by_count, programme.status_on, programme.services_on,
  names.plain, names.written_out, names.spellings, names.begins
  TO lumix_app;

-- /readyz counts the migrations that have run.
GRANT USAGE ON SCHEMA drizzle TO lumix_app;
GRANT SELECT ON drizzle.__drizzle_migrations TO lumix_app;
