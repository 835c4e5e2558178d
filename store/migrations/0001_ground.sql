-- +goose Up
CREATE TABLE company (
  id        BIGINT PRIMARY KEY CHECK (id = 1),
  name      TEXT NOT NULL,
  languages TEXT NOT NULL,
  sectors   TEXT NOT NULL,
  zone      TEXT NOT NULL,
  founded   BIGINT NOT NULL
);

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE team (
  id   TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE
);

CREATE TABLE person (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  mail     TEXT NOT NULL UNIQUE,
  team     TEXT REFERENCES team (id),
  roles    TEXT NOT NULL,
  language TEXT NOT NULL,
  zone     TEXT NOT NULL,
  state    TEXT NOT NULL,
  outside  TEXT NOT NULL,
  version  BIGINT NOT NULL,
  invited  BIGINT NOT NULL,
  joined   BIGINT NOT NULL,
  departed BIGINT NOT NULL
);
CREATE INDEX person_by_team ON person (team, name);
CREATE INDEX person_by_name ON person (name, id);
CREATE INDEX person_by_outside ON person (outside);

CREATE TABLE session (
  token   TEXT PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  person  TEXT NOT NULL,
  data    BYTEA NOT NULL,
  begun   BIGINT NOT NULL,
  seen    BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  address TEXT NOT NULL,
  agent   TEXT NOT NULL
);
CREATE INDEX session_by_person ON session (person);
CREATE INDEX session_by_expiry ON session (expires);

CREATE TABLE ledger_head (
  id   BIGINT PRIMARY KEY CHECK (id = 1),
  size BIGINT NOT NULL,
  at   BIGINT NOT NULL
);
INSERT INTO ledger_head (id, size, at) VALUES (1, 0, 0);

CREATE TABLE ledger_entry (
  seq     BIGINT PRIMARY KEY,
  at      BIGINT NOT NULL,
  actor   TEXT NOT NULL,
  kind    TEXT NOT NULL,
  subject TEXT NOT NULL,
  leaf    BYTEA NOT NULL,
  private BYTEA
);
CREATE INDEX ledger_entry_by_kind ON ledger_entry (kind, seq);
CREATE INDEX ledger_entry_by_actor ON ledger_entry (actor, seq);
CREATE INDEX ledger_entry_by_subject ON ledger_entry (subject, seq);
CREATE INDEX ledger_entry_by_time ON ledger_entry (at, seq);

CREATE TABLE ledger_hash (
  idx  BIGINT PRIMARY KEY,
  hash BYTEA NOT NULL
);

CREATE TABLE ledger_checkpoint (
  size BIGINT PRIMARY KEY,
  at   BIGINT NOT NULL,
  note TEXT NOT NULL
);

-- +goose Down
DROP TABLE ledger_checkpoint;
DROP TABLE ledger_hash;
DROP TABLE ledger_entry;
DROP TABLE ledger_head;
DROP TABLE session;
DROP TABLE person;
DROP TABLE team;
DROP TABLE setting;
DROP TABLE company;
