-- What the screens read. A node of the release before may still add users meanwhile: hence the default.
ALTER TABLE user_account ADD COLUMN status_since DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6));
UPDATE user_account SET status_since = created_at;

-- Who holds a seat for nothing: the locked by how long they are, the active by when they last signed in, if ever.
ALTER TABLE user_account
  ADD KEY user_status_since (tenant_id, living, status, status_since),
  ADD KEY user_status_sign_in (tenant_id, living, status, last_sign_in_at, created_at);

-- The ledger by kind and door, read backwards from the newest. By user and by time it can be read already.
ALTER TABLE ledger_entry ADD KEY ledger_kind_door (tenant_id, kind, door, seq);

-- Rises with each change of what is known of a tenant, so that nobody overwrites what they have not seen.
ALTER TABLE tenant ADD COLUMN revision INT NOT NULL DEFAULT 0;

-- Where a tenant's Setup Wizard was left, and which System Admins want it later. Gone when it is finished.
CREATE TABLE setup_progress (
  tenant_id UUID       NOT NULL PRIMARY KEY,
  step      VARCHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  CONSTRAINT setup_progress_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT setup_progress_step CHECK (step IN ('COMPANY', 'LICENCE', 'USERS', 'FINISH'))
);

CREATE TABLE setup_put_off (
  tenant_id UUID NOT NULL,
  user_id   UUID NOT NULL,
  PRIMARY KEY (tenant_id, user_id),
  CONSTRAINT setup_put_off_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT setup_put_off_by_user FOREIGN KEY (user_id) REFERENCES user_account (id)
);
