package store

import (
	"context"

	"rostrum/compose"
	"rostrum/fault"
)

const templateColumns = `id, kind, name, en, lt, topic, person, changed, version`

func scanTemplate(row scanner) (compose.Template, error) {
	var t compose.Template
	var changed int64
	err := row.Scan(&t.ID, &t.Kind, &t.Name, &t.EN, &t.LT, &t.Topic, &t.By, &changed, &t.Version)
	t.Changed = fromMicros(changed)
	return t, err
}

// Template gives the template with the id.
func (tx *Tx) Template(ctx context.Context, id string) (compose.Template, error) {
	missing := fault.New(fault.NotFound, "There is no such template.", "Tokio šablono nėra.")
	return one(ctx, tx, missing, scanTemplate, `SELECT `+templateColumns+` FROM post_template WHERE id = $1`, id)
}

// Templates gives all templates and snippets by name; there are few, see compose.MaxTemplates.
func (tx *Tx) Templates(ctx context.Context) ([]compose.Template, error) {
	return many(ctx, tx, scanTemplate, `SELECT `+templateColumns+` FROM post_template ORDER BY name, id`)
}

// CountTemplates gives how many there are.
func (tx *Tx) CountTemplates(ctx context.Context) (int, error) {
	return tx.count(ctx, `SELECT count(*) FROM post_template`)
}

// AddTemplate keeps a new template.
func (tx *Tx) AddTemplate(ctx context.Context, t compose.Template) error {
	return tx.exec(ctx, `INSERT INTO post_template (`+templateColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		t.ID, string(t.Kind), t.Name, t.EN, t.LT, t.Topic, t.By, micros(t.Changed), t.Version)
}

// ChangeTemplate keeps a template's new texts, if nobody changed it since t was read.
func (tx *Tx) ChangeTemplate(ctx context.Context, t compose.Template) error {
	return tx.change(ctx, fault.New(fault.Conflict,
		"Somebody else changed this template meanwhile. Yours is kept below; look at what is there now, and save again what is to stand.",
		"Šį šabloną tuo tarpu pakeitė kitas. Jūsų tekstas liko žemiau; pažiūrėkite, kas dabar yra, ir išsaugokite, kas turi galioti."),
		`UPDATE post_template SET kind = $1, name = $2, en = $3, lt = $4, topic = $5, person = $6, changed = $7, version = version + 1
		WHERE id = $8 AND version = $9`,
		string(t.Kind), t.Name, t.EN, t.LT, t.Topic, t.By, micros(t.Changed), t.ID, t.Version)
}

// RemoveTemplate forgets a template.
func (tx *Tx) RemoveTemplate(ctx context.Context, id string) error {
	return tx.exec(ctx, `DELETE FROM post_template WHERE id = $1`, id)
}
