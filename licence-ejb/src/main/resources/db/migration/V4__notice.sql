-- How full an allowance was when somebody was last told, whether anything listens, and the last message's number.
ALTER TABLE allowance
  ADD COLUMN fill_level   VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ROOMY',
  ADD COLUMN webhooks     INT        NOT NULL DEFAULT 0,
  ADD COLUMN last_message BIGINT     NOT NULL DEFAULT 0,
  ADD CONSTRAINT allowance_fill_level CHECK (fill_level IN ('ROOMY', 'EIGHTY', 'NINETY', 'FULL')),
  ADD CONSTRAINT allowance_webhooks CHECK (webhooks >= 0),
  ADD CONSTRAINT allowance_last_message CHECK (last_message >= 0);

-- Mails: written with the change that they tell of, sent later, and kept to be read for a while. One to a user has the
-- address that the user has when it is sent, so that erasing the user leaves nothing here.
CREATE TABLE mail (
  id          UUID          NOT NULL PRIMARY KEY,
  tenant_id   UUID          NOT NULL,
  kind        VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id     UUID          NULL,
  address     VARCHAR(254)  NULL,
  subject     VARCHAR(500)  NOT NULL,
  text        TEXT          NOT NULL,
  created_at  DATETIME(6)   NOT NULL,
  state       VARCHAR(7)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts    INT           NOT NULL,
  next_try_at DATETIME(6)   NOT NULL,
  KEY mail_tenant (tenant_id, id),
  KEY mail_due (state, next_try_at),
  KEY mail_age (created_at),
  CONSTRAINT mail_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT mail_to_user FOREIGN KEY (user_id) REFERENCES user_account (id),
  CONSTRAINT mail_has_one_recipient CHECK ((user_id IS NULL) <> (address IS NULL)),
  CONSTRAINT mail_state CHECK (state IN ('WAITING', 'SENT', 'PARKED')),
  CONSTRAINT mail_attempts CHECK (attempts >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_nopad_as_ci;

-- Addresses that are told of what happens in a tenant. The secret is derived from the salt and the operator's key.
-- "claim" and "rests_until" keep two nodes from sending to one address at once: nobody touches it before that instant
-- but the holder of the claim.
CREATE TABLE webhook (
  id             UUID          NOT NULL PRIMARY KEY,
  tenant_id      UUID          NOT NULL,
  url            VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  salt           BINARY(32)    NOT NULL,
  previous_salt  BINARY(32)    NULL,
  previous_until DATETIME(6)   NULL,
  created_at     DATETIME(6)   NOT NULL,
  stopped_at     DATETIME(6)   NULL,
  claim          UUID          NULL,
  rests_until    DATETIME(6)   NULL,
  KEY webhook_tenant (tenant_id, id),
  KEY webhook_rest (stopped_at, rests_until),
  CONSTRAINT webhook_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT webhook_previous_is_whole CHECK ((previous_salt IS NULL) = (previous_until IS NULL)),
  CONSTRAINT webhook_claim_ends CHECK (claim IS NULL OR rests_until IS NOT NULL)
);

-- What each address is told, in the order of "seq".
CREATE TABLE webhook_delivery (
  id              UUID         NOT NULL PRIMARY KEY,
  webhook_id      UUID         NOT NULL,
  seq             BIGINT       NOT NULL,
  kind            VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body            TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at      DATETIME(6)  NOT NULL,
  state           VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts        INT          NOT NULL,
  next_try_at     DATETIME(6)  NOT NULL,
  first_failed_at DATETIME(6)  NULL,
  last_failure    VARCHAR(11)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  last_status     INT          NULL,
  KEY delivery_queue (webhook_id, state, seq),
  UNIQUE KEY delivery_sequence (webhook_id, seq),
  KEY delivery_age (created_at),
  CONSTRAINT delivery_of_webhook FOREIGN KEY (webhook_id) REFERENCES webhook (id) ON DELETE CASCADE,
  CONSTRAINT delivery_state CHECK (state IN ('WAITING', 'DELIVERED', 'PARKED')),
  CONSTRAINT delivery_sequence_begins CHECK (seq >= 1),
  CONSTRAINT delivery_attempts CHECK (attempts >= 0)
);
