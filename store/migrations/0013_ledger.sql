-- +goose Up
-- What was done to a person as a member of the company: a few entries among the many that name them.
CREATE INDEX ledger_entry_of_person ON ledger_entry (subject, seq)
  WHERE kind >= 'person.' AND kind < 'person/' OR kind >= 'role.' AND kind < 'role/' OR kind >= 'invitation.' AND kind < 'invitation/';

-- +goose Down
DROP INDEX ledger_entry_of_person;
