-- Names compare without case but with accents; every text keeps what was typed.
-- What must never be is a constraint here as well as a rule in the code.

CREATE TABLE account_manager (
  id         UUID         NOT NULL PRIMARY KEY,
  name       VARCHAR(200) NOT NULL,
  email      VARCHAR(254) NOT NULL,
  phone      VARCHAR(50)  NOT NULL,
  password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  created_at DATETIME(6)  NOT NULL,
  UNIQUE KEY account_manager_email (email)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_nopad_as_ci;

CREATE TABLE tenant (
  id                 UUID         NOT NULL PRIMARY KEY,
  slug               VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name               VARCHAR(200) NOT NULL,
  currency           CHAR(3)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  billing_period     VARCHAR(5)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_renewal      DATE         NOT NULL,
  time_zone          VARCHAR(50)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_manager_id UUID         NULL,
  contact_name       VARCHAR(200) NULL,
  contact_email      VARCHAR(254) NULL,
  contact_phone      VARCHAR(50)  NULL,
  setup_finished     BOOLEAN      NOT NULL,
  created_at         DATETIME(6)  NOT NULL,
  UNIQUE KEY tenant_slug (slug),
  KEY tenant_portfolio (account_manager_id, slug),
  CONSTRAINT tenant_account_manager FOREIGN KEY (account_manager_id) REFERENCES account_manager (id),
  CONSTRAINT tenant_billing_period CHECK (billing_period IN ('MONTH', 'YEAR')),
  CONSTRAINT tenant_contact_is_whole CHECK ((contact_name IS NULL) = (contact_email IS NULL)
                                        AND (contact_name IS NULL) = (contact_phone IS NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_nopad_as_ci;

-- The row that every change of seats locks first. It also ends the ledger's chain.
CREATE TABLE allowance (
  tenant_id     UUID        NOT NULL PRIMARY KEY,
  maximum       INT         NOT NULL,
  occupied      INT         NOT NULL,
  locked        INT         NOT NULL,
  last_sequence BIGINT      NOT NULL,
  last_hash     BINARY(32)  NOT NULL,
  last_entry_at DATETIME(6) NOT NULL,
  CONSTRAINT allowance_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT allowance_maximum CHECK (maximum >= 0),
  CONSTRAINT allowance_occupied CHECK (occupied >= 0),
  CONSTRAINT allowance_locked CHECK (locked BETWEEN 0 AND occupied)
);

-- "living" is 1 for a user and NULL for a tombstone, so that a deleted user's name is free again.
-- The two prefixes let a search for the first letters of any of the three texts be read in the order of user names.
CREATE TABLE user_account (
  id              UUID         NOT NULL PRIMARY KEY,
  tenant_id       UUID         NOT NULL,
  user_name       VARCHAR(100) NOT NULL,
  display_name    VARCHAR(200) NOT NULL,
  email           VARCHAR(254) NULL,
  role            VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status          VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at      DATETIME(6)  NOT NULL,
  last_sign_in_at DATETIME(6)  NULL,
  deleted_at      DATETIME(6)  NULL,
  erased_at       DATETIME(6)  NULL,
  revision        INT          NOT NULL,
  living          TINYINT      AS (IF(deleted_at IS NULL, 1, NULL)) STORED,
  display_prefix  VARCHAR(3)   AS (LEFT(display_name, 3)) STORED,
  email_prefix    VARCHAR(3)   AS (LEFT(email, 3)) STORED,
  UNIQUE KEY user_name_living (tenant_id, living, user_name),
  KEY user_display_name (tenant_id, living, display_name),
  KEY user_created_at (tenant_id, living, created_at),
  KEY user_email (tenant_id, living, email),
  KEY user_role_status_name (tenant_id, living, role, status, user_name),
  KEY user_role_status_display (tenant_id, living, role, status, display_name),
  KEY user_role_status_created (tenant_id, living, role, status, created_at),
  KEY user_display_prefix (tenant_id, living, display_prefix, user_name),
  KEY user_email_prefix (tenant_id, living, email_prefix, user_name),
  KEY user_sign_in (living, user_name),
  CONSTRAINT user_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT user_role CHECK (role IN ('STANDARD', 'SYSTEM_ADMIN')),
  CONSTRAINT user_status CHECK (status IN ('ACTIVE', 'LOCKED', 'INACTIVE', 'ROOM', 'RESOURCE', 'ASSET', 'QUEUE')),
  CONSTRAINT user_has_email CHECK (email IS NOT NULL OR erased_at IS NOT NULL
                                OR status NOT IN ('ACTIVE', 'LOCKED', 'INACTIVE')),
  CONSTRAINT user_erased_after_deleted CHECK (erased_at IS NULL OR deleted_at IS NOT NULL)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_nopad_as_ci;

CREATE TABLE price (
  tenant_id  UUID           NOT NULL,
  valid_from DATE           NOT NULL,
  per_seat   DECIMAL(19, 4) NOT NULL,
  PRIMARY KEY (tenant_id, valid_from),
  CONSTRAINT price_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT price_not_negative CHECK (per_seat >= 0)
);

CREATE TABLE terms (
  version      VARCHAR(50) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  text         MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  digest       BINARY(32)  NOT NULL,
  published_at DATETIME(6) NOT NULL,
  UNIQUE KEY terms_published_at (published_at)
);

-- The proof of each increase: what was shown, and what was accepted by whom.
CREATE TABLE acceptance (
  id                  UUID           NOT NULL PRIMARY KEY,
  tenant_id           UUID           NOT NULL,
  accepted_at         DATETIME(6)    NOT NULL,
  accepted_on         DATE           NOT NULL,
  actor               VARCHAR(80)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  door                VARCHAR(8)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  raised_from         INT            NOT NULL,
  raised_to           INT            NOT NULL,
  currency            CHAR(3)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  monthly_increase    DECIMAL(19, 4) NULL,
  due_from            DATE           NOT NULL,
  due_to              DATE           NOT NULL,
  due_now             DECIMAL(19, 4) NULL,
  next_invoice_on     DATE           NOT NULL,
  next_invoice_amount DECIMAL(19, 4) NULL,
  terms_version       VARCHAR(50)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  terms_digest        BINARY(32)     NOT NULL,
  KEY acceptance_day (tenant_id, accepted_on),
  CONSTRAINT acceptance_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT acceptance_terms FOREIGN KEY (terms_version) REFERENCES terms (version),
  CONSTRAINT acceptance_raises CHECK (raised_to > raised_from)
);

CREATE TABLE ledger_entry (
  tenant_id     UUID          NOT NULL,
  seq           BIGINT        NOT NULL,
  at            DATETIME(6)   NOT NULL,
  actor         VARCHAR(80)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  door          VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind          VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id       UUID          NULL,
  status        VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NULL,
  role          VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  reason        VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  maximum       INT           NOT NULL,
  occupied      INT           NOT NULL,
  previous_hash BINARY(32)    NOT NULL,
  hash          BINARY(32)    NOT NULL,
  PRIMARY KEY (tenant_id, seq),
  KEY ledger_at (tenant_id, at),
  KEY ledger_user (user_id, seq),
  CONSTRAINT ledger_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT ledger_of_user FOREIGN KEY (user_id) REFERENCES user_account (id),
  CONSTRAINT ledger_sequence CHECK (seq >= 1),
  CONSTRAINT ledger_kind CHECK (kind IN ('TENANT_CREATED', 'USER_ADDED', 'USER_CHANGED', 'USER_DELETED', 'SEAT_TAKEN',
    'SEAT_RELEASED', 'ALLOWANCE_RAISED', 'ALLOWANCE_REDUCED', 'ALLOWANCE_CORRECTED', 'TERMS_ACCEPTED')),
  CONSTRAINT ledger_door CHECK (door IN ('UI', 'WIZARD', 'API', 'SCIM', 'IMPORT', 'JOB'))
);

CREATE TABLE user_password (
  user_id    UUID         NOT NULL PRIMARY KEY,
  hash       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changed_at DATETIME(6)  NOT NULL,
  CONSTRAINT password_of_user FOREIGN KEY (user_id) REFERENCES user_account (id)
);

CREATE TABLE sign_in_link (
  id                 UUID        NOT NULL PRIMARY KEY,
  user_id            UUID        NULL,
  account_manager_id UUID        NULL,
  digest             BINARY(32)  NOT NULL,
  expires_at         DATETIME(6) NOT NULL,
  UNIQUE KEY sign_in_link_digest (digest),
  UNIQUE KEY sign_in_link_user (user_id),
  UNIQUE KEY sign_in_link_account_manager (account_manager_id),
  KEY sign_in_link_expiry (expires_at),
  CONSTRAINT sign_in_link_of_user FOREIGN KEY (user_id) REFERENCES user_account (id),
  CONSTRAINT sign_in_link_of_account_manager FOREIGN KEY (account_manager_id) REFERENCES account_manager (id),
  CONSTRAINT sign_in_link_has_one_owner CHECK ((user_id IS NULL) <> (account_manager_id IS NULL))
);

CREATE TABLE api_token (
  id                 UUID         NOT NULL PRIMARY KEY,
  digest             BINARY(32)   NOT NULL,
  name               VARCHAR(100) NOT NULL,
  role               VARCHAR(15)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tenant_id          UUID         NULL,
  account_manager_id UUID         NULL,
  created_at         DATETIME(6)  NOT NULL,
  last_used_at       DATETIME(6)  NULL,
  revoked_at         DATETIME(6)  NULL,
  UNIQUE KEY api_token_digest (digest),
  KEY api_token_tenant (tenant_id, id),
  KEY api_token_account_manager (account_manager_id),
  CONSTRAINT api_token_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT api_token_of_account_manager FOREIGN KEY (account_manager_id) REFERENCES account_manager (id),
  CONSTRAINT api_token_role CHECK (
       (role IN ('STANDARD', 'SYSTEM_ADMIN') AND tenant_id IS NOT NULL AND account_manager_id IS NULL)
    OR (role = 'ACCOUNT_MANAGER' AND tenant_id IS NULL AND account_manager_id IS NOT NULL)
    OR (role = 'OPERATOR' AND tenant_id IS NULL AND account_manager_id IS NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_nopad_as_ci;

CREATE TABLE setup_code (
  digest  BINARY(32)  NOT NULL PRIMARY KEY,
  made_at DATETIME(6) NOT NULL
);

CREATE TABLE idempotency_record (
  request_key    BINARY(32)   NOT NULL PRIMARY KEY,
  request_digest BINARY(32)   NOT NULL,
  recorded_at    DATETIME(6)  NOT NULL,
  status         INT          NULL,
  location       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  etag           VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL,
  body           MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  KEY idempotency_recorded_at (recorded_at)
);
