-- A binding to single sign-on ends as a lost factor does, by two people and a day, and so by the worker alone.
REVOKE DELETE ON identities FROM lumix_app;
--> statement-breakpoint
GRANT SELECT (account_id), DELETE ON identities TO lumix_worker;
--> statement-breakpoint
-- Whose a factor is, and its key, secret or hash, stay as they were written; only its use and its name change.
REVOKE UPDATE ON passkeys, authenticators, recovery_codes FROM lumix_app;
--> statement-breakpoint
GRANT UPDATE (name, counter, backed_up, last_used_at) ON passkeys TO lumix_app;
--> statement-breakpoint
GRANT UPDATE (confirmed_at, last_step) ON authenticators TO lumix_app;
--> statement-breakpoint
GRANT UPDATE (used_at) ON recovery_codes TO lumix_app;
