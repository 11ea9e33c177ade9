-- Several one-time links of a person live at once, by where they come from: one that was asked for as forgotten ends none
-- that was handed over. One that ended is kept for a while, so that whoever opens it is told why.
ALTER TABLE sign_in_link
  ADD COLUMN origin   VARCHAR(11) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'HANDED_OVER',
  ADD COLUMN ended_at DATETIME(6) NULL,
  ADD COLUMN ended_by VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
  DROP CONSTRAINT sign_in_link_of_user,
  DROP CONSTRAINT sign_in_link_of_account_manager;
ALTER TABLE sign_in_link
  ALTER COLUMN origin DROP DEFAULT,
  DROP KEY sign_in_link_user,
  DROP KEY sign_in_link_account_manager,
  ADD KEY sign_in_link_user (user_id, ended_at),
  ADD KEY sign_in_link_account_manager (account_manager_id, ended_at),
  ADD CONSTRAINT sign_in_link_of_user FOREIGN KEY (user_id) REFERENCES user_account (id),
  ADD CONSTRAINT sign_in_link_of_account_manager FOREIGN KEY (account_manager_id) REFERENCES account_manager (id),
  ADD CONSTRAINT sign_in_link_origin CHECK (origin IN ('HANDED_OVER', 'FORGOTTEN')),
  ADD CONSTRAINT sign_in_link_end CHECK (ended_by IN ('USED', 'REPLACED', 'PASSWORD_SET')),
  ADD CONSTRAINT sign_in_link_end_is_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL));

-- Why a mail was given up; not known of those that were given up before.
ALTER TABLE mail
  ADD COLUMN parked_because VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD CONSTRAINT mail_parked_because CHECK (parked_because IS NULL OR state = 'PARKED'),
  ADD CONSTRAINT mail_parked_reason
    CHECK (parked_because IN ('NOBODY', 'NO_LINK', 'NO_ADDRESS', 'NEEDS_SMTPUTF8', 'NOT_TAKEN'));
