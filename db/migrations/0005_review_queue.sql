DROP INDEX "registrations_waiting";--> statement-breakpoint
CREATE INDEX "registrations_waiting_invoice" ON "registrations" USING btree ("invoice_id","waiting_since","id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "registrations_waiting" ON "registrations" USING btree ("waiting_since","id") WHERE state = 'pending';