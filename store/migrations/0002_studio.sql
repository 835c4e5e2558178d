-- +goose Up
CREATE TABLE policy_version (
  id        TEXT PRIMARY KEY,
  number    BIGINT NOT NULL,
  name      TEXT NOT NULL,
  state     TEXT NOT NULL,
  digest    TEXT NOT NULL,
  base      TEXT NOT NULL,
  editor    TEXT NOT NULL,
  editors   TEXT NOT NULL,
  approver  TEXT NOT NULL,
  revision  BIGINT NOT NULL,
  created   BIGINT NOT NULL,
  changed   BIGINT NOT NULL,
  submitted BIGINT NOT NULL,
  decided   BIGINT NOT NULL,
  effective BIGINT NOT NULL,
  published BIGINT NOT NULL
);
CREATE INDEX policy_version_in_force ON policy_version (state, effective);
CREATE INDEX policy_version_by_number ON policy_version (number);

CREATE TABLE policy_content (
  digest TEXT PRIMARY KEY,
  packed BYTEA NOT NULL
);

-- +goose Down
DROP TABLE policy_content;
DROP TABLE policy_version;
