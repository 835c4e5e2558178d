-- +goose Up
CREATE TABLE correction (
  digest   TEXT NOT NULL,
  category TEXT NOT NULL,
  missed   BOOLEAN NOT NULL,
  rule     TEXT NOT NULL,
  lang     TEXT NOT NULL,
  text     TEXT NOT NULL,
  post     TEXT NOT NULL,
  person   TEXT NOT NULL,
  at       BIGINT NOT NULL,
  PRIMARY KEY (digest, category)
);
CREATE INDEX correction_by_time ON correction (at, digest, category);
CREATE INDEX correction_by_post ON correction (post);

-- +goose Down
DROP TABLE correction;
