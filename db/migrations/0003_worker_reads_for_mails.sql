-- The worker tells a member in the mail which status and which term a decision brought.
GRANT SELECT ON status_changes, terms TO lumix_worker;
