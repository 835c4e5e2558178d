-- +goose Up
CREATE UNIQUE INDEX policy_version_numbered ON policy_version (number) WHERE number > 0;

CREATE TABLE policy_step (
  version TEXT NOT NULL,
  seq     BIGINT NOT NULL,
  digest  TEXT NOT NULL,
  person  TEXT NOT NULL,
  at      BIGINT NOT NULL,
  paths   TEXT NOT NULL,
  PRIMARY KEY (version, seq)
);

CREATE TABLE policy_comment (
  id       TEXT PRIMARY KEY,
  version  TEXT NOT NULL,
  clause   TEXT NOT NULL,
  thread   TEXT NOT NULL,
  person   TEXT NOT NULL,
  words    TEXT NOT NULL,
  at       BIGINT NOT NULL,
  resolved BIGINT NOT NULL,
  resolver TEXT NOT NULL
);
CREATE INDEX policy_comment_by_version ON policy_comment (version, id);

-- +goose Down
DROP TABLE policy_comment;
DROP TABLE policy_step;
DROP INDEX policy_version_numbered;
