-- The schema of Licence Desk.
-- Names compare without case but with accents; every text keeps what was typed.
-- What must never be is a constraint here as well as a rule in the code.


-- ---------------------------------------------------------------------------------------------------------------------
-- The installation, its tenants and their people
-- ---------------------------------------------------------------------------------------------------------------------

-- What is known of the installation as a whole. Demo data brings passwords and tokens that everybody knows: a database
-- that ever had them is not used outside demo mode.
CREATE TABLE installation (
  id         TINYINT     NOT NULL PRIMARY KEY,
  demo_since DATETIME(6) NULL,
  CONSTRAINT installation_is_one CHECK (id = 1)
);

INSERT INTO installation (id, demo_since) VALUES (1, NULL);

-- Keys that the installation makes for itself where its settings give none: each is made once and kept.
CREATE TABLE installation_key (
  name       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  secret     BINARY(32)  NOT NULL,
  created_at DATETIME(6) NOT NULL
);

-- One who is disabled can neither sign in nor use a link, and their tokens are revoked. Sessions from before the instant
-- at which they were let in again stay ended.
CREATE TABLE account_manager (
  id              UUID         NOT NULL PRIMARY KEY,
  name            VARCHAR(200) NOT NULL,
  email           VARCHAR(254) NOT NULL,
  phone           VARCHAR(50)  NOT NULL,
  password_hash   VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  created_at      DATETIME(6)  NOT NULL,
  last_sign_in_at DATETIME(6)  NULL,
  disabled_at     DATETIME(6)  NULL,
  readmitted_at   DATETIME(6)  NULL,
  UNIQUE KEY account_manager_email (email)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_nopad_as_ci;

-- "revision" rises with each change of what is known of a tenant, so that nobody overwrites what they have not seen.
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
  revision           INT          NOT NULL,
  UNIQUE KEY tenant_slug (slug),
  KEY tenant_portfolio (account_manager_id, slug),
  CONSTRAINT tenant_account_manager FOREIGN KEY (account_manager_id) REFERENCES account_manager (id),
  CONSTRAINT tenant_billing_period CHECK (billing_period IN ('MONTH', 'YEAR')),
  CONSTRAINT tenant_contact_is_whole CHECK ((contact_name IS NULL) = (contact_email IS NULL)
                                        AND (contact_name IS NULL) = (contact_phone IS NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_nopad_as_ci;

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
  status_since    DATETIME(6)  NOT NULL,
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
  -- Who holds a seat for nothing: the locked by how long they are, the active by when they last signed in, if ever.
  KEY user_status_since (tenant_id, living, status, status_since),
  KEY user_status_sign_in (tenant_id, living, status, last_sign_in_at, created_at),
  -- All users of a tenant, tombstones too, to be compared with the ledger.
  KEY user_of_tenant (tenant_id, id),
  -- Deleted users, the latest first.
  KEY user_deleted (tenant_id, deleted_at, id),
  CONSTRAINT user_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT user_role CHECK (role IN ('STANDARD', 'SYSTEM_ADMIN')),
  CONSTRAINT user_status CHECK (status IN ('ACTIVE', 'LOCKED', 'INACTIVE', 'ROOM', 'RESOURCE', 'ASSET', 'QUEUE')),
  CONSTRAINT user_has_email CHECK (email IS NOT NULL OR erased_at IS NOT NULL
                                OR status NOT IN ('ACTIVE', 'LOCKED', 'INACTIVE')),
  CONSTRAINT user_erased_after_deleted CHECK (erased_at IS NULL OR deleted_at IS NOT NULL)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_nopad_as_ci;


-- ---------------------------------------------------------------------------------------------------------------------
-- What lets people and systems in. A deleted user has no password and no link.
-- ---------------------------------------------------------------------------------------------------------------------

CREATE TABLE user_password (
  user_id    UUID         NOT NULL PRIMARY KEY,
  hash       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changed_at DATETIME(6)  NOT NULL,
  CONSTRAINT password_of_user FOREIGN KEY (user_id) REFERENCES user_account (id)
);

-- Several one-time links of a person live at once, by where they come from: one that was asked for as forgotten ends none
-- that was handed over. One that ended is kept for a while, so that whoever opens it is told why.
CREATE TABLE sign_in_link (
  id                 UUID        NOT NULL PRIMARY KEY,
  user_id            UUID        NULL,
  account_manager_id UUID        NULL,
  digest             BINARY(32)  NOT NULL,
  origin             VARCHAR(11) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at         DATETIME(6) NOT NULL,
  ended_at           DATETIME(6) NULL,
  ended_by           VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
  UNIQUE KEY sign_in_link_digest (digest),
  KEY sign_in_link_user (user_id, ended_at),
  KEY sign_in_link_account_manager (account_manager_id, ended_at),
  KEY sign_in_link_expiry (expires_at),
  CONSTRAINT sign_in_link_of_user FOREIGN KEY (user_id) REFERENCES user_account (id),
  CONSTRAINT sign_in_link_of_account_manager FOREIGN KEY (account_manager_id) REFERENCES account_manager (id),
  CONSTRAINT sign_in_link_has_one_owner CHECK ((user_id IS NULL) <> (account_manager_id IS NULL)),
  CONSTRAINT sign_in_link_origin CHECK (origin IN ('HANDED_OVER', 'FORGOTTEN')),
  CONSTRAINT sign_in_link_end CHECK (ended_by IN ('USED', 'REPLACED', 'PASSWORD_SET')),
  CONSTRAINT sign_in_link_end_is_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);

-- Who made a token, until when it can be used, and whether the settings name it: those are replaced by other settings.
CREATE TABLE api_token (
  id                 UUID         NOT NULL PRIMARY KEY,
  digest             BINARY(32)   NOT NULL,
  name               VARCHAR(100) NOT NULL,
  role               VARCHAR(15)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tenant_id          UUID         NULL,
  account_manager_id UUID         NULL,
  configured         BOOLEAN      NOT NULL DEFAULT FALSE,
  created_at         DATETIME(6)  NOT NULL,
  created_by         VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  last_used_at       DATETIME(6)  NULL,
  expires_at         DATETIME(6)  NULL,
  revoked_at         DATETIME(6)  NULL,
  UNIQUE KEY api_token_digest (digest),
  KEY api_token_tenant (tenant_id, id),
  KEY api_token_account_manager (account_manager_id),
  KEY api_token_of_operators (role, id),
  CONSTRAINT api_token_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT api_token_of_account_manager FOREIGN KEY (account_manager_id) REFERENCES account_manager (id),
  CONSTRAINT api_token_role CHECK (
       (role IN ('STANDARD', 'SYSTEM_ADMIN') AND tenant_id IS NOT NULL AND account_manager_id IS NULL)
    OR (role = 'ACCOUNT_MANAGER' AND tenant_id IS NULL AND account_manager_id IS NOT NULL)
    OR (role = 'OPERATOR' AND tenant_id IS NULL AND account_manager_id IS NULL)),
  CONSTRAINT api_token_configured CHECK (NOT configured OR role = 'OPERATOR')
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_nopad_as_ci;

CREATE TABLE setup_code (
  digest  BINARY(32)  NOT NULL PRIMARY KEY,
  made_at DATETIME(6) NOT NULL
);

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


-- ---------------------------------------------------------------------------------------------------------------------
-- Seats: what a tenant holds, what a seat costs, and what was accepted
-- ---------------------------------------------------------------------------------------------------------------------

-- The row that every change of seats locks first. It also ends the ledger's chain.
CREATE TABLE allowance (
  tenant_id     UUID        NOT NULL PRIMARY KEY,
  maximum       INT         NOT NULL,
  occupied      INT         NOT NULL,
  locked        INT         NOT NULL,
  last_sequence BIGINT      NOT NULL,
  last_hash     BINARY(32)  NOT NULL,
  last_entry_at DATETIME(6) NOT NULL,
  -- What the account manager has agreed to lower the maximum to, and when.
  reduces_to    INT         NULL,
  reduces_on    DATE        NULL,
  -- No later change is charged from a day before this one, whatever clock or time zone says.
  billed_on     DATE        NULL,
  -- When whoever locks the row looks whether an invoice is to be closed: never later than the next one falls due.
  due_on        DATE        NOT NULL,
  -- How full it was when somebody was last told, whether anything listens, and the last message's number.
  fill_level    VARCHAR(6)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  webhooks      INT         NOT NULL,
  last_message  BIGINT      NOT NULL,
  KEY allowance_reduces_on (reduces_on),
  CONSTRAINT allowance_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT allowance_maximum CHECK (maximum >= 0),
  CONSTRAINT allowance_occupied CHECK (occupied >= 0),
  CONSTRAINT allowance_locked CHECK (locked BETWEEN 0 AND occupied),
  CONSTRAINT allowance_reduction_is_whole CHECK ((reduces_to IS NULL) = (reduces_on IS NULL)),
  CONSTRAINT allowance_reduction_is_lower CHECK (reduces_to IS NULL OR (reduces_to >= 1 AND reduces_to < maximum)),
  CONSTRAINT allowance_fill_level CHECK (fill_level IN ('ROOMY', 'EIGHTY', 'NINETY', 'FULL')),
  CONSTRAINT allowance_webhooks CHECK (webhooks >= 0),
  CONSTRAINT allowance_last_message CHECK (last_message >= 0)
);

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

-- The proof of each increase: what was charged, and what was accepted by whom. An amount fits many seats at a high price;
-- there is none where no price was known.
CREATE TABLE acceptance (
  id                   UUID           NOT NULL PRIMARY KEY,
  tenant_id            UUID           NOT NULL,
  accepted_at          DATETIME(6)    NOT NULL,
  accepted_on          DATE           NOT NULL,
  actor                VARCHAR(80)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  door                 VARCHAR(8)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  raised_from          INT            NOT NULL,
  raised_to            INT            NOT NULL,
  currency             CHAR(3)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- The price that a seat had then: prices change at renewal dates only, so the one of the first day is that of the
  -- whole period.
  price_per_seat       DECIMAL(19, 4) NULL,
  monthly_increase     DECIMAL(28, 4) NULL,
  due_from             DATE           NOT NULL,
  due_to               DATE           NOT NULL,
  due_now              DECIMAL(28, 4) NULL,
  next_invoice_on      DATE           NOT NULL,
  next_invoice_amount  DECIMAL(28, 4) NULL,
  terms_version        VARCHAR(50)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  terms_digest         BINARY(32)     NOT NULL,
  -- The agreed reduction that the increase ended, as it was shown.
  ended_reduction_to   INT            NULL,
  ended_reduction_on   DATE           NULL,
  -- What was shown, where it can differ from what was charged.
  shown_due_from       DATE           NULL,
  shown_due_to         DATE           NULL,
  shown_due_now        DECIMAL(28, 4) NULL,
  shown_invoice_amount DECIMAL(28, 4) NULL,
  shown_terms_version  VARCHAR(50)    CHARACTER SET ascii COLLATE ascii_bin NULL,
  KEY acceptance_day (tenant_id, accepted_on),
  KEY acceptance_list (tenant_id, id),
  CONSTRAINT acceptance_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT acceptance_terms FOREIGN KEY (terms_version) REFERENCES terms (version),
  CONSTRAINT acceptance_raises CHECK (raised_to > raised_from),
  CONSTRAINT acceptance_ended_reduction_is_whole CHECK ((ended_reduction_to IS NULL) = (ended_reduction_on IS NULL)),
  CONSTRAINT acceptance_shown_is_whole
    CHECK ((shown_due_from IS NULL) = (shown_due_to IS NULL)
       AND (shown_due_from IS NULL) = (shown_terms_version IS NULL)
       AND (shown_due_from IS NOT NULL OR (shown_due_now IS NULL AND shown_invoice_amount IS NULL)))
);

-- "open" is 1 until the request has ended, then NULL, so that a tenant has one open request at most.
CREATE TABLE reduction_request (
  id                   UUID          NOT NULL PRIMARY KEY,
  tenant_id            UUID          NOT NULL,
  state                VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  maximum              INT           NOT NULL,
  effective_on         DATE          NOT NULL,
  reason               VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  requested_at         DATETIME(6)   NOT NULL,
  requested_by         VARCHAR(80)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  counter_maximum      INT           NULL,
  counter_effective_on DATE          NULL,
  message              VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  decided_at           DATETIME(6)   NULL,
  decided_by           VARCHAR(80)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  ended_at             DATETIME(6)   NULL,
  outcome_maximum      INT           NULL,
  outcome_occupied     INT           NULL,
  kept_user_id         UUID          NULL,
  open                 TINYINT       AS (IF(state IN ('OPEN', 'COUNTERED', 'ACCEPTED'), 1, NULL)) STORED,
  UNIQUE KEY reduction_request_open (tenant_id, open),
  KEY reduction_request_of_tenant (tenant_id, id),
  KEY reduction_request_of_tenant_state (tenant_id, state, id),
  CONSTRAINT reduction_request_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT reduction_request_kept_user FOREIGN KEY (kept_user_id) REFERENCES user_account (id),
  CONSTRAINT reduction_request_state CHECK (state IN ('OPEN', 'COUNTERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN',
    'SUPERSEDED', 'APPLIED', 'NOT_APPLIED')),
  CONSTRAINT reduction_request_maximum CHECK (maximum >= 1),
  CONSTRAINT reduction_request_counter CHECK ((counter_maximum IS NULL) = (counter_effective_on IS NULL)
                                          AND (counter_maximum IS NULL OR counter_maximum >= 1)
                                          AND (state <> 'COUNTERED' OR counter_maximum IS NOT NULL)),
  CONSTRAINT reduction_request_decided CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
  CONSTRAINT reduction_request_ended CHECK ((ended_at IS NULL) = (state IN ('OPEN', 'COUNTERED', 'ACCEPTED'))),
  CONSTRAINT reduction_request_outcome CHECK ((outcome_maximum IS NULL) = (outcome_occupied IS NULL)
                                          AND (outcome_maximum IS NOT NULL) = (state IN ('APPLIED', 'NOT_APPLIED')))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_nopad_as_ci;

CREATE TABLE reduction_request_user (
  request_id UUID NOT NULL,
  user_id    UUID NOT NULL,
  PRIMARY KEY (request_id, user_id),
  CONSTRAINT reduction_request_user_request FOREIGN KEY (request_id) REFERENCES reduction_request (id),
  CONSTRAINT reduction_request_user_user FOREIGN KEY (user_id) REFERENCES user_account (id)
);


-- ---------------------------------------------------------------------------------------------------------------------
-- The ledger, and what the checks of it found
-- ---------------------------------------------------------------------------------------------------------------------

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
  -- By kind and door, read backwards from the newest.
  KEY ledger_kind_door (tenant_id, kind, door, seq),
  CONSTRAINT ledger_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT ledger_of_user FOREIGN KEY (user_id) REFERENCES user_account (id),
  CONSTRAINT ledger_sequence CHECK (seq >= 1),
  CONSTRAINT ledger_kind CHECK (kind IN ('TENANT_CREATED', 'USER_ADDED', 'USER_CHANGED', 'USER_DELETED', 'SEAT_TAKEN',
    'SEAT_RELEASED', 'ALLOWANCE_RAISED', 'ALLOWANCE_REDUCED', 'ALLOWANCE_CORRECTED', 'TERMS_ACCEPTED')),
  CONSTRAINT ledger_door CHECK (door IN ('UI', 'WIZARD', 'API', 'SCIM', 'IMPORT', 'JOB'))
);

-- When a tenant's ledger was last compared with its users and its allowance, and by whom it is being compared now.
CREATE TABLE ledger_check (
  tenant_id     UUID        NOT NULL PRIMARY KEY,
  checked_on    DATE        NOT NULL,
  claimed_until DATETIME(6) NULL,
  KEY ledger_check_due (checked_on),
  CONSTRAINT ledger_check_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
);

-- What the last check found; gone when a later one does not find it any more.
CREATE TABLE ledger_finding (
  tenant_id UUID         NOT NULL,
  finding   VARCHAR(150) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  found_at  DATETIME(6)  NOT NULL,
  PRIMARY KEY (tenant_id, finding),
  CONSTRAINT ledger_finding_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
);


-- ---------------------------------------------------------------------------------------------------------------------
-- Billing
-- ---------------------------------------------------------------------------------------------------------------------

-- How far a tenant's invoices are closed. The period in which "open_since" falls is the first without an invoice behind
-- it; "due_on" is when the job looks again. Invoices and the feed of billing events are numbered here.
CREATE TABLE billing_account (
  tenant_id    UUID   NOT NULL PRIMARY KEY,
  open_since   DATE   NOT NULL,
  due_on       DATE   NOT NULL,
  last_invoice INT    NOT NULL,
  last_event   BIGINT NOT NULL,
  -- For how many seats the last event said that the next invoice will be, so that a change of seats which leaves it so
  -- need not ask.
  told_seats   INT    NULL,
  KEY billing_account_due (due_on),
  CONSTRAINT billing_account_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
);

-- The maximum that counts for the invoices of this date and later ones.
CREATE TABLE billed_maximum (
  tenant_id   UUID NOT NULL,
  counts_from DATE NOT NULL,
  maximum     INT  NOT NULL,
  PRIMARY KEY (tenant_id, counts_from),
  CONSTRAINT billed_maximum_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT billed_maximum_not_negative CHECK (maximum >= 0)
);

-- What the next invoice charges or credits beside the period and the confirmed increases (R33). Seats are counted from
-- "above" up to "up_to", so that a credit finds what was charged for the very seats that go. A credit is negative, and
-- names the acceptance or the charge that it takes back in part; no name: the period's own line. No amount: no price was
-- known. It gets one when a price is set for its period, and never another.
CREATE TABLE charge (
  id         UUID           NOT NULL PRIMARY KEY,
  tenant_id  UUID           NOT NULL,
  kind       VARCHAR(12)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at         DATETIME(6)    NOT NULL,
  from_day   DATE           NOT NULL,
  to_day     DATE           NOT NULL,
  above      INT            NOT NULL,
  up_to      INT            NOT NULL,
  amount     DECIMAL(28, 4) NULL,
  takes_back UUID           NULL,
  reason     VARCHAR(1000)  NULL,
  KEY charge_days (tenant_id, from_day),
  CONSTRAINT charge_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT charge_kind CHECK (kind IN ('FIRST_PERIOD', 'CORRECTION', 'CREDIT')),
  CONSTRAINT charge_sign CHECK (amount IS NULL OR (amount <= 0 AND kind = 'CREDIT') OR (amount >= 0 AND kind <> 'CREDIT')),
  CONSTRAINT charge_takes_back CHECK (takes_back IS NULL OR kind = 'CREDIT'),
  CONSTRAINT charge_reason CHECK ((reason IS NULL) = (kind = 'FIRST_PERIOD')),
  CONSTRAINT charge_seats CHECK (above >= 0 AND up_to > above),
  CONSTRAINT charge_days_in_order CHECK (from_day <= to_day)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Invoices are numbered without gaps, and so are the documents that correct them. A document has a date of its own; the
-- renewal date is the one whose invoice it is, or corrects. A closed invoice never changes. No total: a line's amount is
-- set by the account manager.
CREATE TABLE invoice (
  tenant_id  UUID           NOT NULL,
  number     INT            NOT NULL,
  kind       VARCHAR(10)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  renewal_on DATE           NOT NULL,
  invoice_on DATE           NOT NULL,
  currency   CHAR(3)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  total      DECIMAL(28, 4) NULL,
  closed_at  DATETIME(6)    NOT NULL,
  PRIMARY KEY (tenant_id, number),
  UNIQUE KEY invoice_of_renewal (tenant_id, renewal_on, kind),
  CONSTRAINT invoice_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT invoice_number_begins CHECK (number >= 1),
  CONSTRAINT invoice_kind CHECK (kind = 'CORRECTION' OR (kind = 'INVOICE' AND invoice_on = renewal_on))
);

CREATE TABLE invoice_line (
  tenant_id      UUID           NOT NULL,
  number         INT            NOT NULL,
  line           INT            NOT NULL,
  kind           VARCHAR(12)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seats          INT            NOT NULL,
  from_day       DATE           NOT NULL,
  to_day         DATE           NOT NULL,
  days_of_period INT            NOT NULL,
  price_per_seat DECIMAL(19, 4) NULL,
  amount         DECIMAL(28, 4) NULL,
  acceptance_id  UUID           NULL,
  charge_id      UUID           NULL,
  PRIMARY KEY (tenant_id, number, line),
  UNIQUE KEY invoice_line_charges_once (acceptance_id),
  UNIQUE KEY invoice_line_settles_once (charge_id),
  CONSTRAINT invoice_line_of_invoice FOREIGN KEY (tenant_id, number) REFERENCES invoice (tenant_id, number),
  CONSTRAINT invoice_line_of_acceptance FOREIGN KEY (acceptance_id) REFERENCES acceptance (id),
  CONSTRAINT invoice_line_of_charge FOREIGN KEY (charge_id) REFERENCES charge (id),
  CONSTRAINT invoice_line_kind
    CHECK ((kind = 'PERIOD' AND acceptance_id IS NULL AND charge_id IS NULL)
        OR (kind = 'INCREASE' AND acceptance_id IS NOT NULL AND charge_id IS NULL)
        OR (kind IN ('FIRST_PERIOD', 'CORRECTION', 'CREDIT') AND acceptance_id IS NULL AND charge_id IS NOT NULL)),
  CONSTRAINT invoice_line_seats CHECK (seats >= 0),
  CONSTRAINT invoice_line_days CHECK (from_day <= to_day)
);

-- The document that an event tells of is known by its number.
CREATE TABLE billing_event (
  tenant_id           UUID           NOT NULL,
  seq                 BIGINT         NOT NULL,
  at                  DATETIME(6)    NOT NULL,
  kind                VARCHAR(17)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  maximum             INT            NOT NULL,
  currency            CHAR(3)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  next_invoice_on     DATE           NOT NULL,
  next_invoice_amount DECIMAL(28, 4) NULL,
  invoice_number      INT            NULL,
  PRIMARY KEY (tenant_id, seq),
  CONSTRAINT billing_event_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT billing_event_invoice FOREIGN KEY (tenant_id, invoice_number) REFERENCES invoice (tenant_id, number),
  CONSTRAINT billing_event_sequence CHECK (seq >= 1),
  CONSTRAINT billing_event_kind
    CHECK ((kind IN ('MAXIMUM_CHANGED', 'PRICE_CHANGED', 'FORECAST_CHANGED') AND invoice_number IS NULL)
        OR (kind IN ('INVOICE_CLOSED', 'INVOICE_CORRECTED') AND invoice_number IS NOT NULL))
);


-- ---------------------------------------------------------------------------------------------------------------------
-- Messages
-- ---------------------------------------------------------------------------------------------------------------------

-- Mails: written with the change that they tell of, sent later, and kept to be read for a while. One to a user has the
-- address that the user has when it is sent, so that erasing the user leaves nothing here. "parked_because": why one was
-- given up.
CREATE TABLE mail (
  id             UUID         NOT NULL PRIMARY KEY,
  tenant_id      UUID         NOT NULL,
  kind           VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id        UUID         NULL,
  address        VARCHAR(254) NULL,
  subject        VARCHAR(500) NOT NULL,
  text           TEXT         NOT NULL,
  created_at     DATETIME(6)  NOT NULL,
  state          VARCHAR(7)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts       INT          NOT NULL,
  next_try_at    DATETIME(6)  NOT NULL,
  parked_because VARCHAR(15)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  KEY mail_tenant (tenant_id, id),
  KEY mail_due (state, next_try_at),
  KEY mail_age (created_at),
  CONSTRAINT mail_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT mail_to_user FOREIGN KEY (user_id) REFERENCES user_account (id),
  CONSTRAINT mail_has_one_recipient CHECK ((user_id IS NULL) <> (address IS NULL)),
  CONSTRAINT mail_state CHECK (state IN ('WAITING', 'SENT', 'PARKED')),
  CONSTRAINT mail_attempts CHECK (attempts >= 0),
  CONSTRAINT mail_parked_because CHECK (parked_because IS NULL OR state = 'PARKED'),
  CONSTRAINT mail_parked_reason
    CHECK (parked_because IN ('NOBODY', 'NO_LINK', 'NO_ADDRESS', 'NEEDS_SMTPUTF8', 'NOT_TAKEN'))
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
  id              UUID        NOT NULL PRIMARY KEY,
  webhook_id      UUID        NOT NULL,
  seq             BIGINT      NOT NULL,
  kind            VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body            TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at      DATETIME(6) NOT NULL,
  state           VARCHAR(9)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts        INT         NOT NULL,
  next_try_at     DATETIME(6) NOT NULL,
  first_failed_at DATETIME(6) NULL,
  last_failure    VARCHAR(11) CHARACTER SET ascii COLLATE ascii_bin NULL,
  last_status     INT         NULL,
  UNIQUE KEY delivery_sequence (webhook_id, seq),
  KEY delivery_queue (webhook_id, state, seq),
  KEY delivery_age (created_at),
  CONSTRAINT delivery_of_webhook FOREIGN KEY (webhook_id) REFERENCES webhook (id) ON DELETE CASCADE,
  CONSTRAINT delivery_sequence_begins CHECK (seq >= 1),
  CONSTRAINT delivery_state CHECK (state IN ('WAITING', 'DELIVERED', 'PARKED')),
  CONSTRAINT delivery_attempts CHECK (attempts >= 0)
);


-- ---------------------------------------------------------------------------------------------------------------------
-- Repeated requests, and jobs
-- ---------------------------------------------------------------------------------------------------------------------

-- Answers are kept for a day. The user is the one whom an answer tells of, so that erasing the user can empty it.
CREATE TABLE idempotency_record (
  request_key    BINARY(32)   NOT NULL PRIMARY KEY,
  request_digest BINARY(32)   NOT NULL,
  recorded_at    DATETIME(6)  NOT NULL,
  status         INT          NULL,
  location       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  etag           VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL,
  body           MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  user_id        UUID         NULL,
  KEY idempotency_recorded_at (recorded_at),
  KEY idempotency_user (user_id)
);

-- The last run of each job in the whole installation, and which node has the lease of a job that one node runs at a time.
CREATE TABLE job_run (
  job              VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  lease_holder     UUID         NULL,
  lease_until      DATETIME(6)  NULL,
  last_started_at  DATETIME(6)  NULL,
  last_finished_at DATETIME(6)  NULL,
  last_failed_at   DATETIME(6)  NULL,
  last_failure     VARCHAR(300) NULL,
  failures         INT          NOT NULL,
  CONSTRAINT job_run_lease_is_whole CHECK ((lease_holder IS NULL) = (lease_until IS NULL))
) DEFAULT CHARACTER SET utf8mb4;

-- Tenants for whom a job failed and has not succeeded since. Nobody else waits for them; they are tried again later and
-- later.
CREATE TABLE job_failure (
  job             VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tenant_id       UUID         NOT NULL,
  failures        INT          NOT NULL,
  first_failed_at DATETIME(6)  NOT NULL,
  last_failed_at  DATETIME(6)  NOT NULL,
  next_try_at     DATETIME(6)  NOT NULL,
  cause           VARCHAR(300) NOT NULL,
  PRIMARY KEY (job, tenant_id),
  CONSTRAINT job_failure_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4;
