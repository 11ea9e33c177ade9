-- What was shown, beside what was charged; an acceptance of a release before does not tell. And the price that a seat had
-- then: prices change at renewal dates only, so the one of its first day is that of its whole period.
ALTER TABLE acceptance
  ADD COLUMN price_per_seat        DECIMAL(19, 4) NULL,
  ADD COLUMN shown_due_from        DATE           NULL,
  ADD COLUMN shown_due_to          DATE           NULL,
  ADD COLUMN shown_due_now         DECIMAL(28, 4) NULL,
  ADD COLUMN shown_invoice_amount  DECIMAL(28, 4) NULL,
  ADD COLUMN shown_terms_version   VARCHAR(50)    CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD CONSTRAINT acceptance_shown_is_whole
    CHECK ((shown_due_from IS NULL) = (shown_due_to IS NULL)
       AND (shown_due_from IS NULL) = (shown_terms_version IS NULL)
       AND (shown_due_from IS NOT NULL OR (shown_due_now IS NULL AND shown_invoice_amount IS NULL)));

UPDATE acceptance a
SET price_per_seat = (SELECT p.per_seat FROM price p
                      WHERE p.tenant_id = a.tenant_id AND p.valid_from <= a.due_from
                      ORDER BY p.valid_from DESC LIMIT 1)
WHERE due_now IS NOT NULL;

-- When whoever locks the row looks whether an invoice is to be closed: never later than the next one falls due. A node of
-- the release before may still add tenants meanwhile: hence the default, with which the first one looks.
ALTER TABLE allowance ADD COLUMN due_on DATE NOT NULL DEFAULT '2000-01-01';
UPDATE allowance a JOIN billing_account b ON b.tenant_id = a.tenant_id SET a.due_on = b.due_on;
