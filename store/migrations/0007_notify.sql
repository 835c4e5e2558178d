-- +goose Up
CREATE TABLE receiver (
  id      TEXT PRIMARY KEY,
  way     TEXT NOT NULL,
  name    TEXT NOT NULL,
  host    TEXT NOT NULL,
  sealed  BYTEA NOT NULL,
  about   TEXT NOT NULL,
  since   BIGINT NOT NULL,
  added   BIGINT NOT NULL,
  told    BIGINT NOT NULL,
  ok      BOOLEAN NOT NULL,
  said    TEXT NOT NULL,
  said_en TEXT NOT NULL,
  said_lt TEXT NOT NULL
);

-- +goose Down
DROP TABLE receiver;
