-- What the next invoice charges or credits beside the period and the confirmed increases (R33). Seats are counted from
-- "above" up to "up_to", so that a credit finds what was charged for the very seats that go. A credit is negative, and names the acceptance or
-- the charge that it takes back in part; no name: the period's own line. No amount: no price was known. It gets one
-- when a price is set for its period, and never another.
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

-- Invoices are numbered without gaps, and so are the documents that correct them. A document has a date of its own; the renewal
-- date is the one whose invoice it is, or corrects.
ALTER TABLE invoice_line DROP FOREIGN KEY invoice_line_of_invoice;
ALTER TABLE billing_event DROP FOREIGN KEY billing_event_invoice;
ALTER TABLE invoice
  ADD COLUMN number     INT         NOT NULL DEFAULT 0 AFTER tenant_id,
  ADD COLUMN kind       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'INVOICE' AFTER number,
  ADD COLUMN renewal_on DATE        NULL AFTER kind;
UPDATE invoice i
JOIN (SELECT tenant_id, invoice_on, ROW_NUMBER() OVER (PARTITION BY tenant_id ORDER BY invoice_on) number
      FROM invoice) numbered
  ON numbered.tenant_id = i.tenant_id AND numbered.invoice_on = i.invoice_on
SET i.number = numbered.number, i.renewal_on = i.invoice_on;
ALTER TABLE invoice
  ALTER COLUMN number DROP DEFAULT,
  ALTER COLUMN kind DROP DEFAULT,
  MODIFY renewal_on DATE NOT NULL,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (tenant_id, number),
  ADD UNIQUE KEY invoice_of_renewal (tenant_id, renewal_on, kind),
  ADD CONSTRAINT invoice_kind CHECK (kind = 'CORRECTION' OR (kind = 'INVOICE' AND invoice_on = renewal_on)),
  ADD CONSTRAINT invoice_number_begins CHECK (number >= 1);

ALTER TABLE invoice_line ADD COLUMN number INT NOT NULL DEFAULT 0 AFTER tenant_id;
UPDATE invoice_line l JOIN invoice i ON i.tenant_id = l.tenant_id AND i.renewal_on = l.invoice_on SET l.number = i.number;
ALTER TABLE invoice_line
  DROP CONSTRAINT invoice_line_kind,
  ALTER COLUMN number DROP DEFAULT,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (tenant_id, number, line),
  DROP COLUMN invoice_on,
  MODIFY kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ADD COLUMN charge_id UUID NULL,
  ADD UNIQUE KEY invoice_line_settles_once (charge_id),
  ADD CONSTRAINT invoice_line_of_invoice FOREIGN KEY (tenant_id, number) REFERENCES invoice (tenant_id, number),
  ADD CONSTRAINT invoice_line_of_charge FOREIGN KEY (charge_id) REFERENCES charge (id),
  ADD CONSTRAINT invoice_line_kind
    CHECK ((kind = 'PERIOD' AND acceptance_id IS NULL AND charge_id IS NULL)
        OR (kind = 'INCREASE' AND acceptance_id IS NOT NULL AND charge_id IS NULL)
        OR (kind IN ('FIRST_PERIOD', 'CORRECTION', 'CREDIT') AND acceptance_id IS NULL AND charge_id IS NOT NULL));

-- The document that an event tells of is known by its number.
ALTER TABLE billing_event ADD COLUMN invoice_number INT NULL;
UPDATE billing_event e JOIN invoice i ON i.tenant_id = e.tenant_id AND i.renewal_on = e.closed_invoice_on
SET e.invoice_number = i.number;
ALTER TABLE billing_event
  DROP CONSTRAINT billing_event_kind,
  DROP COLUMN closed_invoice_on,
  MODIFY kind VARCHAR(17) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ADD CONSTRAINT billing_event_invoice FOREIGN KEY (tenant_id, invoice_number) REFERENCES invoice (tenant_id, number),
  ADD CONSTRAINT billing_event_kind
    CHECK ((kind IN ('MAXIMUM_CHANGED', 'PRICE_CHANGED', 'FORECAST_CHANGED') AND invoice_number IS NULL)
        OR (kind IN ('INVOICE_CLOSED', 'INVOICE_CORRECTED') AND invoice_number IS NOT NULL));

-- The number of the last document; and for how many seats the last event said that the next invoice will be, so that a change of
-- seats which leaves it so need not ask. Not known of events of a release before.
ALTER TABLE billing_account
  ADD COLUMN last_invoice INT NOT NULL DEFAULT 0,
  ADD COLUMN told_seats   INT NULL;
UPDATE billing_account a
SET last_invoice = (SELECT COALESCE(MAX(i.number), 0) FROM invoice i WHERE i.tenant_id = a.tenant_id);
