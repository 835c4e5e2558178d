-- +goose Up
CREATE TABLE post (
  id       TEXT PRIMARY KEY,
  state    TEXT NOT NULL,
  author   TEXT NOT NULL,
  writers  TEXT NOT NULL,
  returned BOOLEAN NOT NULL,
  revision BIGINT NOT NULL,
  due      BIGINT NOT NULL,
  zone     TEXT NOT NULL,
  version  BIGINT NOT NULL,
  created  BIGINT NOT NULL,
  changed  BIGINT NOT NULL
);
CREATE INDEX post_by_state ON post (state, changed, id);

CREATE TABLE post_writer (
  person TEXT NOT NULL,
  post   TEXT NOT NULL,
  PRIMARY KEY (person, post)
);

CREATE TABLE post_revision (
  post      TEXT NOT NULL,
  number    BIGINT NOT NULL,
  digest    TEXT NOT NULL,
  content   TEXT NOT NULL,
  author    TEXT NOT NULL,
  at        BIGINT NOT NULL,
  submitted BOOLEAN NOT NULL,
  PRIMARY KEY (post, number)
);

CREATE TABLE post_picture (
  digest TEXT PRIMARY KEY,
  type   TEXT NOT NULL,
  width  BIGINT NOT NULL,
  height BIGINT NOT NULL,
  credit TEXT NOT NULL,
  words  TEXT NOT NULL,
  bytes  BYTEA NOT NULL,
  person TEXT NOT NULL,
  added  BIGINT NOT NULL
);

CREATE TABLE post_template (
  id      TEXT PRIMARY KEY,
  kind    TEXT NOT NULL,
  name    TEXT NOT NULL,
  en      TEXT NOT NULL,
  lt      TEXT NOT NULL,
  topic   TEXT NOT NULL,
  person  TEXT NOT NULL,
  changed BIGINT NOT NULL,
  version BIGINT NOT NULL
);

-- +goose Down
DROP TABLE post_template;
DROP TABLE post_picture;
DROP TABLE post_revision;
DROP TABLE post_writer;
DROP TABLE post;
