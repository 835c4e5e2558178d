-- +goose Up
CREATE TABLE publication (
  id       TEXT PRIMARY KEY,
  post     TEXT NOT NULL,
  revision BIGINT NOT NULL,
  digest   TEXT NOT NULL,
  request  TEXT NOT NULL,
  account  TEXT NOT NULL,
  network  TEXT NOT NULL,
  topic    TEXT NOT NULL,
  author   TEXT NOT NULL,
  verb     TEXT NOT NULL,
  earlier  TEXT NOT NULL,
  state    TEXT NOT NULL,
  hold     TEXT NOT NULL,
  due      BIGINT NOT NULL,
  tid      TEXT NOT NULL,
  begun    BIGINT NOT NULL,
  receipts TEXT NOT NULL,
  said     TEXT NOT NULL,
  tries    BIGINT NOT NULL,
  again    BIGINT NOT NULL,
  lease    BIGINT NOT NULL,
  holder   TEXT NOT NULL,
  sent     BIGINT NOT NULL,
  policy   TEXT NOT NULL,
  released BIGINT NOT NULL,
  version  BIGINT NOT NULL,
  created  BIGINT NOT NULL
);
CREATE INDEX publication_by_post ON publication (post, id);
CREATE INDEX publication_by_due ON publication (due, id);
CREATE INDEX publication_by_state ON publication (state, due, id);
-- The lanes: what waits for its turn on an account, and what is in somebody's hands there.
CREATE INDEX publication_by_lane ON publication (state, account, due, id);

CREATE TABLE pause (
  id       TEXT PRIMARY KEY,
  scope    TEXT NOT NULL,
  what     TEXT NOT NULL,
  why      TEXT NOT NULL,
  person   TEXT NOT NULL,
  began    BIGINT NOT NULL,
  ended    BIGINT NOT NULL,
  ended_by TEXT NOT NULL
);
CREATE INDEX pause_by_end ON pause (ended, began);

-- Whoever claims publications, changes them or pauses holds this row until the transaction ends: after a pause has committed
-- no claim commits that did not see it.
CREATE TABLE outbox (
  id   BIGINT PRIMARY KEY CHECK (id = 1),
  turn BIGINT NOT NULL
);
INSERT INTO outbox (id, turn) VALUES (1, 0);

-- +goose Down
DROP TABLE outbox;
DROP TABLE pause;
DROP TABLE publication;
