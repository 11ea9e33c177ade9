-- Users are found by the beginning of every word of user name, display name and mail address, without case and accents.

-- "word" is folded by the product (FoldedText), so that all ways to write it are one. "living" is 1 for a user and 0 for a
-- tombstone. An erased user has no words.
CREATE TABLE user_word (
  tenant_id UUID        NOT NULL,
  living    TINYINT     NOT NULL,
  word      VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  user_id   UUID        NOT NULL,
  PRIMARY KEY (tenant_id, living, word, user_id),
  CONSTRAINT user_word_living CHECK (living IN (0, 1))
);

-- "search_text" has the words of a user in their order, so that one who was found by one word is looked at for the others.
-- Nothing searches by the first letters of a text any more.
ALTER TABLE user_account
  ADD COLUMN search_text VARCHAR(1500) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL DEFAULT '',
  DROP KEY user_display_prefix,
  DROP KEY user_email_prefix,
  DROP KEY user_email,
  DROP COLUMN display_prefix,
  DROP COLUMN email_prefix;
