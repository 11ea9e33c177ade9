-- What the account manager has agreed to lower the maximum to, and when: on the row that every change of seats locks.
ALTER TABLE allowance
  ADD COLUMN reduces_to INT  NULL,
  ADD COLUMN reduces_on DATE NULL,
  ADD KEY allowance_reduces_on (reduces_on),
  ADD CONSTRAINT allowance_reduction_is_whole CHECK ((reduces_to IS NULL) = (reduces_on IS NULL)),
  ADD CONSTRAINT allowance_reduction_is_lower CHECK (reduces_to IS NULL OR (reduces_to >= 1 AND reduces_to < maximum));

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
