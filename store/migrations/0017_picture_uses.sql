-- +goose Up
-- How many revisions have the picture: what none has is forgotten after a while.
ALTER TABLE post_picture ADD COLUMN uses BIGINT NOT NULL DEFAULT 0;
UPDATE post_picture SET uses = (SELECT count(*) FROM post_revision r WHERE r.content LIKE '%' || post_picture.digest || '%');
CREATE INDEX post_picture_unused ON post_picture (added) WHERE uses = 0;

-- +goose Down
DROP INDEX post_picture_unused;
ALTER TABLE post_picture DROP COLUMN uses;
