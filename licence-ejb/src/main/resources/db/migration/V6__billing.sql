-- Amounts of many seats at a high price fit as well; and the agreed reduction that the increase ended, as it was shown.
ALTER TABLE acceptance
  ADD COLUMN ended_reduction_to INT  NULL,
  ADD COLUMN ended_reduction_on DATE NULL,
  ADD CONSTRAINT acceptance_ended_reduction_is_whole
    CHECK ((ended_reduction_to IS NULL) = (ended_reduction_on IS NULL)),
  MODIFY monthly_increase    DECIMAL(28, 4) NULL,
  MODIFY due_now             DECIMAL(28, 4) NULL,
  MODIFY next_invoice_amount DECIMAL(28, 4) NULL,
  ADD KEY acceptance_list (tenant_id, id);

-- No later change is charged from a day before this one, whatever clock or time zone says.
ALTER TABLE allowance ADD COLUMN billed_on DATE NULL;

-- How far a tenant's invoices are closed. The period in which "open_since" falls is the first without an invoice behind
-- it; "due_on" is when the job looks again. The feed of billing events is numbered here.
CREATE TABLE billing_account (
  tenant_id  UUID   NOT NULL PRIMARY KEY,
  open_since DATE   NOT NULL,
  due_on     DATE   NOT NULL,
  last_event BIGINT NOT NULL,
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

-- A closed invoice never changes. No total: a line's amount is set by the account manager.
CREATE TABLE invoice (
  tenant_id  UUID           NOT NULL,
  invoice_on DATE           NOT NULL,
  currency   CHAR(3)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  total      DECIMAL(28, 4) NULL,
  closed_at  DATETIME(6)    NOT NULL,
  PRIMARY KEY (tenant_id, invoice_on),
  CONSTRAINT invoice_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
);

CREATE TABLE invoice_line (
  tenant_id      UUID           NOT NULL,
  invoice_on     DATE           NOT NULL,
  line           INT            NOT NULL,
  kind           VARCHAR(8)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seats          INT            NOT NULL,
  from_day       DATE           NOT NULL,
  to_day         DATE           NOT NULL,
  days_of_period INT            NOT NULL,
  price_per_seat DECIMAL(19, 4) NULL,
  amount         DECIMAL(28, 4) NULL,
  acceptance_id  UUID           NULL,
  PRIMARY KEY (tenant_id, invoice_on, line),
  UNIQUE KEY invoice_line_charges_once (acceptance_id),
  CONSTRAINT invoice_line_of_invoice FOREIGN KEY (tenant_id, invoice_on) REFERENCES invoice (tenant_id, invoice_on),
  CONSTRAINT invoice_line_of_acceptance FOREIGN KEY (acceptance_id) REFERENCES acceptance (id),
  CONSTRAINT invoice_line_kind CHECK ((kind = 'PERIOD' AND acceptance_id IS NULL)
                                   OR (kind = 'INCREASE' AND acceptance_id IS NOT NULL)),
  CONSTRAINT invoice_line_seats CHECK (seats >= 0),
  CONSTRAINT invoice_line_days CHECK (from_day <= to_day)
);

CREATE TABLE billing_event (
  tenant_id           UUID           NOT NULL,
  seq                 BIGINT         NOT NULL,
  at                  DATETIME(6)    NOT NULL,
  kind                VARCHAR(15)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  maximum             INT            NOT NULL,
  currency            CHAR(3)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  next_invoice_on     DATE           NOT NULL,
  next_invoice_amount DECIMAL(28, 4) NULL,
  closed_invoice_on   DATE           NULL,
  PRIMARY KEY (tenant_id, seq),
  CONSTRAINT billing_event_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT billing_event_invoice FOREIGN KEY (tenant_id, closed_invoice_on)
    REFERENCES invoice (tenant_id, invoice_on),
  CONSTRAINT billing_event_sequence CHECK (seq >= 1),
  CONSTRAINT billing_event_kind CHECK ((kind IN ('MAXIMUM_CHANGED', 'PRICE_CHANGED') AND closed_invoice_on IS NULL)
                                    OR (kind = 'INVOICE_CLOSED' AND closed_invoice_on IS NOT NULL))
);

-- What an earlier version left behind. Where the database knows no time zones, the days are those of UTC.
INSERT INTO billing_account (tenant_id, open_since, due_on, last_event)
SELECT id, day, day, 0
FROM (SELECT id, COALESCE(DATE(CONVERT_TZ(created_at, 'UTC', time_zone)), DATE(created_at)) day FROM tenant) created;

INSERT INTO billed_maximum (tenant_id, counts_from, maximum)
SELECT tenant_id, day, maximum
FROM (SELECT tenant_id, day, maximum, ROW_NUMBER() OVER (PARTITION BY tenant_id, day ORDER BY seq DESC) latest
      FROM (SELECT e.tenant_id, e.seq, e.maximum,
                   COALESCE(DATE(CONVERT_TZ(e.at, 'UTC', t.time_zone)), DATE(e.at))
                     + INTERVAL IF(e.kind = 'ALLOWANCE_REDUCED', 0, 1) DAY day
            FROM ledger_entry e JOIN tenant t ON t.id = e.tenant_id
            WHERE e.kind IN ('TENANT_CREATED', 'ALLOWANCE_RAISED', 'ALLOWANCE_REDUCED', 'ALLOWANCE_CORRECTED')) dated
     ) ranked
WHERE latest = 1;

-- All users of a tenant, tombstones too, to be compared with the ledger.
ALTER TABLE user_account ADD KEY user_of_tenant (tenant_id, id);

-- When a tenant's ledger was last compared with its users and its allowance, and by whom it is being compared now.
CREATE TABLE ledger_check (
  tenant_id     UUID        NOT NULL PRIMARY KEY,
  checked_on    DATE        NOT NULL,
  claimed_until DATETIME(6) NULL,
  KEY ledger_check_due (checked_on),
  CONSTRAINT ledger_check_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
);

INSERT INTO ledger_check (tenant_id, checked_on) SELECT id, DATE(created_at) FROM tenant;

-- What the last check found; gone when a later one does not find it any more.
CREATE TABLE ledger_finding (
  tenant_id UUID         NOT NULL,
  finding   VARCHAR(150) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  found_at  DATETIME(6)  NOT NULL,
  PRIMARY KEY (tenant_id, finding),
  CONSTRAINT ledger_finding_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
);
