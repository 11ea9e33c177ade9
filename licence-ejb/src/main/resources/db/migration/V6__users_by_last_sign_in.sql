-- Users in the order of their last sign-in: who never signed in did so at the beginning of time, so that the order is one
-- range of an index. The index takes the place of the one that knew no roles.
ALTER TABLE user_account
  ADD COLUMN signed_in DATETIME(6) AS (COALESCE(last_sign_in_at, TIMESTAMP'1970-01-01 00:00:00')) STORED,
  DROP KEY user_status_sign_in,
  ADD KEY user_signed_in (tenant_id, living, role, status, signed_in);
