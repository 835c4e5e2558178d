-- +goose Up
CREATE TABLE api_answer (
  token   TEXT NOT NULL,
  name    TEXT NOT NULL,
  request TEXT NOT NULL,
  answer  BYTEA NOT NULL,
  expires BIGINT NOT NULL,
  PRIMARY KEY (token, name)
);
CREATE INDEX api_answer_by_expiry ON api_answer (expires);

CREATE TABLE scim_gone (
  person TEXT PRIMARY KEY REFERENCES person (id)
);

-- +goose Down
DROP TABLE scim_gone;
DROP TABLE api_answer;
