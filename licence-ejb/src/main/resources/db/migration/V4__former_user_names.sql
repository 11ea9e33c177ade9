-- A user name that a user had before, beside the entry of the ledger that tells of the change: the entry holds the SHA-256
-- digest of salt and name, so that it can be proven while it is kept. Erasing the user empties both.
CREATE TABLE former_user_name (
  tenant_id UUID         NOT NULL,
  seq       BIGINT       NOT NULL,
  user_id   UUID         NOT NULL,
  user_name VARCHAR(100) NULL,
  salt      BINARY(16)   NULL,
  PRIMARY KEY (tenant_id, seq),
  KEY former_name_of_user (user_id, seq),
  CONSTRAINT former_name_user FOREIGN KEY (user_id) REFERENCES user_account (id),
  CONSTRAINT former_name_is_whole CHECK ((user_name IS NULL) = (salt IS NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_nopad_as_ci;
