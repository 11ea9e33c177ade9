-- What the screens read. A node of the release before may still add users meanwhile: hence the default.
ALTER TABLE user_account ADD COLUMN status_since DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6));
UPDATE user_account SET status_since = created_at;

-- Who holds a seat for nothing: the locked by how long they are, the active by when they last signed in, if ever.
ALTER TABLE user_account
  ADD KEY user_status_since (tenant_id, living, status, status_since),
  ADD KEY user_status_sign_in (tenant_id, living, status, last_sign_in_at, created_at);

-- The ledger by kind and door, read backwards from the newest. By user and by time it can be read already.
ALTER TABLE ledger_entry ADD KEY ledger_kind_door (tenant_id, kind, door, seq);
