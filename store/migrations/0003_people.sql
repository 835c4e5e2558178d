-- +goose Up
ALTER TABLE person ADD COLUMN name_order BYTEA NOT NULL DEFAULT '';
CREATE INDEX person_in_order ON person (name_order, id);
CREATE INDEX person_in_order_by_state ON person (state, name_order, id);
CREATE INDEX person_in_order_by_team ON person (team, state, name_order, id);
CREATE INDEX person_with_roles ON person (state, name_order) WHERE roles <> '[]';

CREATE TABLE person_word (
  word   BYTEA NOT NULL,
  person TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (word, person)
);
CREATE INDEX person_word_by_person ON person_word (person);

CREATE TABLE people_list (
  id    TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  made  BIGINT NOT NULL,
  file  TEXT NOT NULL,
  state TEXT NOT NULL,
  done  BIGINT NOT NULL,
  list  TEXT NOT NULL,
  tally TEXT NOT NULL
);
CREATE INDEX people_list_by_age ON people_list (made);

CREATE INDEX policy_version_by_editor ON policy_version (editor, state);

-- +goose Down
DROP INDEX policy_version_by_editor;
DROP TABLE people_list;
DROP TABLE person_word;
DROP INDEX person_with_roles;
DROP INDEX person_in_order_by_team;
DROP INDEX person_in_order_by_state;
DROP INDEX person_in_order;
ALTER TABLE person DROP COLUMN name_order;
