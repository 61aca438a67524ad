-- The worker: page images, mails, and what happens at night.
GRANT USAGE ON SCHEMA public, programme, names TO lumix_worker;

-- What mails contain, and what is counted.
GRANT SELECT ON
  accounts, benefits, black_invitations, centres, correction_requests, decisions, texts, email_changes, factor_resets,
  member_moves, members, membership_acts, memberships, products, reasons, registrations, status_rule_tiers, status_rules, services,
  staff_invitations, confirmation_people, confirmations, status_changes, terms
  TO lumix_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON worker_heartbeats TO lumix_worker;
GRANT SELECT, INSERT, UPDATE ON mails TO lumix_worker;
GRANT SELECT, UPDATE ON invoices TO lumix_worker;
GRANT SELECT, INSERT, DELETE ON invoice_pages, member_counts TO lumix_worker;

-- It generates the tokens of the links that it sends.
GRANT SELECT, UPDATE, DELETE ON challenges TO lumix_worker;
GRANT UPDATE (old_token_hash, new_token_hash) ON email_changes TO lumix_worker;
GRANT UPDATE (token_hash) ON staff_invitations TO lumix_worker;
GRANT UPDATE (token_hash, sent_at) ON black_invitations TO lumix_worker;

-- It raises statuses when a new version of the rules takes effect, and ends granted ones.
GRANT UPDATE (status, granted, granted_until, status_rules_id) ON memberships TO lumix_worker;
GRANT INSERT ON status_changes TO lumix_worker;

-- It disables staff accounts that nobody uses, and ends their sessions.
GRANT UPDATE (disabled_at) ON accounts TO lumix_worker;
GRANT SELECT (id, account_id), DELETE ON sessions TO lumix_worker;
-- It carries out the reset of lost factors. The mail about a used recovery code says how many are left.
GRANT UPDATE (done_at) ON factor_resets TO lumix_worker;
GRANT SELECT (account_id), DELETE ON authenticators, passkeys, identities TO lumix_worker;
GRANT SELECT (account_id, used_at), DELETE ON recovery_codes TO lumix_worker;

-- It creates the quarterly lists and sends the mails.
GRANT INSERT, UPDATE (reminded_at, late_at) ON confirmations TO lumix_worker;
GRANT INSERT ON confirmation_people TO lumix_worker;

-- It watches the log for anything unusual and raises alerts; the web server only records how they were settled.
GRANT SELECT (id, at, actor_id, action, member_id, centre_id, country, hit, reason) ON log_entries, log_reads TO lumix_worker;
GRANT INSERT ON log_acts TO lumix_worker;
GRANT USAGE ON SEQUENCE log_ids TO lumix_worker;
-- It creates the log's partitions ahead of their months.
GRANT USAGE ON SCHEMA log TO lumix_worker;
GRANT EXECUTE ON FUNCTION log.make_months TO lumix_worker;
GRANT SELECT, INSERT ON alerts TO lumix_worker;
GRANT SELECT, INSERT, UPDATE ON alert_watch TO lumix_worker;

-- It deletes what is old or was never finished.
GRANT SELECT, DELETE ON unmatched_models, unmatched_typings, catalogue_imports, ceremonies TO lumix_worker;
GRANT SELECT (expires_at), DELETE ON sso_attempts TO lumix_worker;

GRANT EXECUTE ON FUNCTION
  programme.counts_until, programme.counts, programme.counting, programme.status_rules_on, programme.reached, programme.held_on,
  programme.by_count, programme.status_on, programme.services_on,
  names.plain, names.written_out, names.spellings
  TO lumix_worker;
