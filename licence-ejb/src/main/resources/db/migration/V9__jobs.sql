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

-- Tenants for whom a job failed and has not succeeded since. Nobody else waits for them; they are tried again later and later.
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
