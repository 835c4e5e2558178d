-- +goose Up
CREATE TABLE credential (
  person   TEXT PRIMARY KEY,
  password TEXT NOT NULL,
  totp     BYTEA,
  step     BIGINT NOT NULL,
  recovery TEXT NOT NULL,
  changed  BIGINT NOT NULL
);

CREATE TABLE passkey (
  id     TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  name   TEXT NOT NULL,
  record BYTEA NOT NULL,
  made   BIGINT NOT NULL,
  used   BIGINT NOT NULL,
  copied BIGINT NOT NULL
);
CREATE INDEX passkey_by_person ON passkey (person);

CREATE TABLE identity (
  issuer  TEXT NOT NULL,
  subject TEXT NOT NULL,
  person  TEXT NOT NULL,
  linked  BIGINT NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE UNIQUE INDEX identity_by_person ON identity (person, issuer);

CREATE TABLE device (
  person TEXT NOT NULL,
  mark   TEXT NOT NULL,
  seen   BIGINT NOT NULL,
  PRIMARY KEY (person, mark)
);
CREATE INDEX device_by_age ON device (seen);

CREATE TABLE invitation (
  hash    TEXT PRIMARY KEY,
  kind    TEXT NOT NULL,
  person  TEXT NOT NULL,
  inviter TEXT NOT NULL,
  made    BIGINT NOT NULL,
  expires BIGINT NOT NULL
);
CREATE INDEX invitation_by_person ON invitation (person);
CREATE INDEX invitation_by_expiry ON invitation (expires);

CREATE TABLE token (
  hash    TEXT PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  person  TEXT NOT NULL,
  name    TEXT NOT NULL,
  scopes  TEXT NOT NULL,
  made    BIGINT NOT NULL,
  used    BIGINT NOT NULL,
  expires BIGINT NOT NULL
);
CREATE INDEX token_by_person ON token (person);

CREATE TABLE tally (
  name   TEXT PRIMARY KEY,
  count  BIGINT NOT NULL,
  last   BIGINT NOT NULL
);
CREATE INDEX tally_by_age ON tally (last);

CREATE TABLE attempt (
  token   TEXT PRIMARY KEY,
  data    BYTEA NOT NULL,
  expires BIGINT NOT NULL
);
CREATE INDEX attempt_by_expiry ON attempt (expires);

-- +goose Down
DROP TABLE attempt;
DROP TABLE tally;
DROP TABLE token;
DROP TABLE invitation;
DROP TABLE device;
DROP TABLE identity;
DROP TABLE passkey;
DROP TABLE credential;
