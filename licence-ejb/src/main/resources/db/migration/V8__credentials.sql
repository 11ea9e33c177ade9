-- Keys that the installation makes for itself where its settings give none: each is made once and kept.
CREATE TABLE installation_key (
  name       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  secret     BINARY(32)  NOT NULL,
  created_at DATETIME(6) NOT NULL
);

-- What is known of the installation as a whole. Demo data brings passwords and tokens that everybody knows: a database
-- that ever had them is not used outside demo mode. An older one is known by the digests of its tokens.
CREATE TABLE installation (
  id         TINYINT     NOT NULL PRIMARY KEY,
  demo_since DATETIME(6) NULL,
  CONSTRAINT installation_is_one CHECK (id = 1)
);

INSERT INTO installation (id, demo_since)
SELECT 1, MIN(created_at) FROM api_token
WHERE digest IN (UNHEX(SHA2('demo-admin-token', 256)), UNHEX(SHA2('other-admin-token', 256)),
                 UNHEX(SHA2('demo-manager-token', 256)), UNHEX(SHA2('demo-operator-token', 256)));

-- Who made a token, until when it can be used, and whether the settings name it: those are replaced by other settings.
-- A node of the release before may still make tokens meanwhile, of which the maker is not known.
ALTER TABLE api_token
  ADD COLUMN created_by VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN expires_at DATETIME(6) NULL,
  ADD COLUMN configured BOOLEAN     NOT NULL DEFAULT FALSE,
  ADD KEY api_token_of_operators (role, id),
  ADD CONSTRAINT api_token_configured CHECK (NOT configured OR role = 'OPERATOR');

UPDATE api_token
SET created_by = 'installation', configured = (digest <> UNHEX(SHA2('demo-operator-token', 256)))
WHERE role = 'OPERATOR';

-- One who is disabled can neither sign in nor use a link, and their tokens are revoked. Sessions from before the instant
-- at which they were let in again stay ended.
ALTER TABLE account_manager
  ADD COLUMN disabled_at     DATETIME(6) NULL,
  ADD COLUMN readmitted_at   DATETIME(6) NULL,
  ADD COLUMN last_sign_in_at DATETIME(6) NULL;

-- A deleted user has no password and no link.
DELETE p FROM user_password p JOIN user_account u ON u.id = p.user_id WHERE u.deleted_at IS NOT NULL;
DELETE l FROM sign_in_link l JOIN user_account u ON u.id = l.user_id WHERE u.deleted_at IS NOT NULL;

-- Deleted users, the latest first.
ALTER TABLE user_account ADD KEY user_deleted (tenant_id, deleted_at, id);

-- The user whom an answer tells of, so that erasing the user can empty it. Answers are kept for a day.
ALTER TABLE idempotency_record
  ADD COLUMN user_id UUID NULL,
  ADD KEY idempotency_user (user_id);
