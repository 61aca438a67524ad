DROP INDEX "memberships_expiring";--> statement-breakpoint
CREATE INDEX "memberships_expiring" ON "memberships" USING btree ("expires_on","member_id","ended_on");