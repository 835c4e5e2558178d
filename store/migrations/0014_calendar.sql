-- +goose Up
CREATE INDEX post_by_due ON post (due, id) WHERE state IN ('draft', 'review');

-- +goose Down
DROP INDEX post_by_due;
