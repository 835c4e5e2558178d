-- +goose Up
CREATE TABLE brand_account (
  id        TEXT PRIMARY KEY,
  network   TEXT NOT NULL,
  server    TEXT NOT NULL,
  remote    TEXT NOT NULL,
  handle    TEXT NOT NULL,
  name      TEXT NOT NULL,
  purpose   TEXT NOT NULL,
  owner     TEXT NOT NULL REFERENCES person (id),
  policy    TEXT NOT NULL,
  languages TEXT NOT NULL,
  rule      TEXT NOT NULL,
  approvers TEXT NOT NULL,
  everyone  BOOLEAN NOT NULL,
  slots     TEXT NOT NULL,
  zone      TEXT NOT NULL,
  length    BIGINT NOT NULL,
  state     TEXT NOT NULL,
  said      TEXT NOT NULL,
  looked    BIGINT NOT NULL,
  failed    BIGINT NOT NULL,
  refreshed BIGINT NOT NULL,
  expires   BIGINT NOT NULL,
  ends      BIGINT NOT NULL,
  warned    BIGINT NOT NULL,
  connected BIGINT NOT NULL,
  version   BIGINT NOT NULL,
  UNIQUE (network, server, remote)
);
CREATE INDEX brand_account_by_owner ON brand_account (owner);

-- The secret stays in a row of its own, so that no query for accounts can bring it along. The row outlives the secret: its
-- version goes on growing, and a refresh that began before a disconnection finds that it came too late.
CREATE TABLE account_secret (
  account TEXT PRIMARY KEY REFERENCES brand_account (id),
  sealed  BYTEA NOT NULL,
  version BIGINT NOT NULL,
  lease   BIGINT NOT NULL
);

-- A connection under way: what the network's server will want to see when the browser comes back.
CREATE TABLE account_flow (
  person  TEXT PRIMARY KEY REFERENCES person (id),
  account TEXT NOT NULL,
  network TEXT NOT NULL,
  server  TEXT NOT NULL,
  sealed  BYTEA NOT NULL,
  expires BIGINT NOT NULL
);

-- +goose Down
DROP TABLE account_flow;
DROP TABLE account_secret;
DROP TABLE brand_account;
