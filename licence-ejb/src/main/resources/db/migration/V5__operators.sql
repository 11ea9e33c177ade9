-- The vendor's staff who operate the installation sign in like account managers, and terms are read in other languages.

-- One who is disabled can neither sign in nor use a link. Sessions from before the instant at which they were let in again
-- stay ended.
CREATE TABLE operator_account (
  id              UUID         NOT NULL PRIMARY KEY,
  name            VARCHAR(200) NOT NULL,
  email           VARCHAR(254) NOT NULL,
  password_hash   VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  created_at      DATETIME(6)  NOT NULL,
  last_sign_in_at DATETIME(6)  NULL,
  disabled_at     DATETIME(6)  NULL,
  readmitted_at   DATETIME(6)  NULL,
  UNIQUE KEY operator_account_email (email)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_nopad_as_ci;

ALTER TABLE sign_in_link
  DROP CONSTRAINT sign_in_link_has_one_owner,
  ADD COLUMN operator_id UUID NULL AFTER account_manager_id,
  ADD KEY sign_in_link_operator (operator_id, ended_at),
  ADD CONSTRAINT sign_in_link_of_operator FOREIGN KEY (operator_id) REFERENCES operator_account (id),
  ADD CONSTRAINT sign_in_link_has_one_owner
    CHECK ((user_id IS NOT NULL) + (account_manager_id IS NOT NULL) + (operator_id IS NOT NULL) = 1);

-- The text beside the binding one, by the code of its language. What is accepted is the binding text alone.
CREATE TABLE terms_translation (
  version  VARCHAR(50) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language VARCHAR(3)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text     MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (version, language),
  CONSTRAINT terms_translation_of_terms FOREIGN KEY (version) REFERENCES terms (version)
);
