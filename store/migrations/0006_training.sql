-- +goose Up
CREATE TABLE signature (
  person   TEXT NOT NULL REFERENCES person (id),
  clause   TEXT NOT NULL,
  digest   TEXT NOT NULL,
  version  BIGINT NOT NULL,
  policy   TEXT NOT NULL,
  language TEXT NOT NULL,
  at       BIGINT NOT NULL,
  PRIMARY KEY (person, clause)
);

-- What a person has signed is a set of digests. Many people have signed the same set, so each is kept once and the picture of
-- a company is a count of people by team and set, wherever people move.
CREATE TABLE signed_set (
  id      TEXT PRIMARY KEY,
  digests TEXT NOT NULL
);
CREATE TABLE signer (
  person TEXT PRIMARY KEY REFERENCES person (id),
  signed TEXT NOT NULL
);
CREATE INDEX person_by_standing ON person (state, team, roles, id);

CREATE TABLE quiz_attempt (
  id        TEXT PRIMARY KEY,
  person    TEXT NOT NULL REFERENCES person (id),
  course    TEXT NOT NULL,
  policy    TEXT NOT NULL,
  number    BIGINT NOT NULL,
  questions TEXT NOT NULL,
  answers   TEXT NOT NULL,
  answered  BIGINT NOT NULL,
  correct   BIGINT NOT NULL,
  begun     BIGINT NOT NULL,
  finished  BIGINT NOT NULL,
  UNIQUE (person, course, number)
);

CREATE TABLE certificate (
  id           TEXT PRIMARY KEY,
  person       TEXT NOT NULL REFERENCES person (id),
  course       TEXT NOT NULL,
  version      BIGINT NOT NULL,
  correct      BIGINT NOT NULL,
  questions    BIGINT NOT NULL,
  passed       BIGINT NOT NULL,
  expires      BIGINT NOT NULL,
  entry        BIGINT NOT NULL,
  withdrawn    BOOLEAN NOT NULL,
  withdrawn_at BIGINT NOT NULL,
  reason       TEXT NOT NULL,
  warned       BIGINT NOT NULL
);
CREATE INDEX certificate_by_person ON certificate (person, course, passed);
CREATE INDEX certificate_by_passing ON certificate (passed, id);
CREATE INDEX certificate_by_expiry ON certificate (expires);

CREATE TABLE reminder (
  person  TEXT NOT NULL REFERENCES person (id),
  version TEXT NOT NULL,
  sent    BIGINT NOT NULL,
  last    BIGINT NOT NULL,
  PRIMARY KEY (person, version)
);

-- +goose Down
DROP TABLE reminder;
DROP TABLE certificate;
DROP TABLE quiz_attempt;
DROP INDEX person_by_standing;
DROP TABLE signer;
DROP TABLE signed_set;
DROP TABLE signature;
