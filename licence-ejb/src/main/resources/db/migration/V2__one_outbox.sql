-- Mails and messages to webhooks leave by one outbox.

-- A lane holds the messages that leave in order: a tenant's mails, or what one webhook is told. It has a row only while
-- somebody sends from it or while it rests: nobody touches it before "rests_until" but the holder of the claim.
CREATE TABLE outbox_lane (
  id          UUID        NOT NULL PRIMARY KEY,
  claim       UUID        NULL,
  rests_until DATETIME(6) NOT NULL,
  KEY lane_rest (rests_until)
);

ALTER TABLE webhook
  DROP CONSTRAINT webhook_claim_ends,
  DROP KEY webhook_rest,
  DROP COLUMN claim,
  DROP COLUMN rests_until;

-- The keys begin with the state, so that lanes in which something waits are found without reading what waits.
ALTER TABLE webhook_delivery
  DROP KEY delivery_queue,
  ADD KEY delivery_queue (state, webhook_id, seq);

-- "DELIVERED" is what the outbox says of both: taken by the other side, of a mail by the mail server.
ALTER TABLE mail
  DROP CONSTRAINT mail_state,
  MODIFY state VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ADD COLUMN first_failed_at DATETIME(6) NULL AFTER next_try_at,
  DROP KEY mail_due,
  ADD KEY mail_queue (state, tenant_id, id);

UPDATE mail SET state = 'DELIVERED' WHERE state = 'SENT';
UPDATE mail SET first_failed_at = created_at WHERE state = 'WAITING' AND attempts > 0;

ALTER TABLE mail ADD CONSTRAINT mail_state CHECK (state IN ('WAITING', 'DELIVERED', 'PARKED'));
