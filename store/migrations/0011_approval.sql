-- +goose Up
CREATE TABLE approval_request (
  id       TEXT PRIMARY KEY,
  post     TEXT NOT NULL,
  revision BIGINT NOT NULL,
  digest   TEXT NOT NULL,
  policy   TEXT NOT NULL,
  verdict  TEXT NOT NULL,
  decision TEXT NOT NULL,
  author   TEXT NOT NULL,
  writers  TEXT NOT NULL,
  state    TEXT NOT NULL,
  due      BIGINT NOT NULL,
  asked    BIGINT NOT NULL,
  decided  BIGINT NOT NULL,
  version  BIGINT NOT NULL
);
CREATE INDEX approval_request_by_post ON approval_request (post, asked, id);
CREATE INDEX approval_request_open ON approval_request (due, id) WHERE state = 'open';

CREATE TABLE approval_step (
  id        TEXT PRIMARY KEY,
  request   TEXT NOT NULL,
  place     BIGINT NOT NULL,
  turn      BIGINT NOT NULL,
  kind      TEXT NOT NULL,
  clauses   TEXT NOT NULL,
  team      TEXT NOT NULL,
  account   TEXT NOT NULL,
  everybody BOOLEAN NOT NULL,
  who       TEXT NOT NULL
);
CREATE INDEX approval_step_by_request ON approval_step (request, place);

-- Whom an open request asks, by person; gone once it is decided.
CREATE TABLE approval_asked (
  person  TEXT NOT NULL,
  request TEXT NOT NULL,
  PRIMARY KEY (person, request)
);
CREATE INDEX approval_asked_by_request ON approval_asked (request);

CREATE TABLE approval_vote (
  request   TEXT NOT NULL,
  place     BIGINT NOT NULL,
  step      TEXT NOT NULL,
  person    TEXT NOT NULL,
  stood_for TEXT NOT NULL,
  choice    TEXT NOT NULL,
  reason    TEXT NOT NULL,
  at        BIGINT NOT NULL,
  PRIMARY KEY (request, place)
);
CREATE INDEX approval_vote_by_person ON approval_vote (person, at);

CREATE TABLE approval_guest (
  id       TEXT PRIMARY KEY,
  request  TEXT NOT NULL,
  post     TEXT NOT NULL,
  name     TEXT NOT NULL,
  mail     TEXT NOT NULL,
  language TEXT NOT NULL,
  person   TEXT NOT NULL,
  link     TEXT,
  until    BIGINT NOT NULL,
  code     TEXT NOT NULL,
  code_end BIGINT NOT NULL,
  tries    BIGINT NOT NULL,
  codes    BIGINT NOT NULL,
  session  TEXT NOT NULL,
  opened   BIGINT NOT NULL
);
CREATE UNIQUE INDEX approval_guest_by_link ON approval_guest (link);
CREATE INDEX approval_guest_by_request ON approval_guest (request);

CREATE TABLE post_comment (
  id       TEXT PRIMARY KEY,
  post     TEXT NOT NULL,
  revision BIGINT NOT NULL,
  account  TEXT NOT NULL,
  first    BIGINT NOT NULL,
  last     BIGINT NOT NULL,
  quote    TEXT NOT NULL,
  thread   TEXT NOT NULL,
  person   TEXT NOT NULL,
  text     TEXT NOT NULL,
  at       BIGINT NOT NULL,
  resolved BIGINT NOT NULL,
  resolver TEXT NOT NULL
);
CREATE INDEX post_comment_by_post ON post_comment (post, at, id);

CREATE TABLE delegation (
  id       TEXT PRIMARY KEY,
  person   TEXT NOT NULL,
  stand_in TEXT NOT NULL,
  first    BIGINT NOT NULL,
  until    BIGINT NOT NULL,
  made     BIGINT NOT NULL,
  ended    BIGINT NOT NULL
);
CREATE INDEX delegation_by_person ON delegation (person, until);
CREATE INDEX delegation_by_stand_in ON delegation (stand_in, until);

-- +goose Down
DROP TABLE delegation;
DROP TABLE post_comment;
DROP TABLE approval_guest;
DROP TABLE approval_vote;
DROP TABLE approval_asked;
DROP TABLE approval_step;
DROP TABLE approval_request;
