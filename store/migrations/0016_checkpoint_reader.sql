-- +goose Up
-- Who wants the ledger's checkpoint by mail, once a day.
CREATE TABLE checkpoint_reader (
  person TEXT PRIMARY KEY REFERENCES person (id),
  since BIGINT NOT NULL
);

-- +goose Down
DROP TABLE checkpoint_reader;
