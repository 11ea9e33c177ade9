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
