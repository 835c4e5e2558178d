package store

import (
	"context"

	"rostrum/fault"
	"rostrum/policy/rule"
	"rostrum/studio"
)

const correctionColumns = `digest, category, missed, rule, lang, text, post, person, at`

func scanCorrection(row scanner) (studio.Correction, error) {
	var c studio.Correction
	var at int64
	err := row.Scan(&c.Digest, &c.Category, &c.Missed, &c.Rule, &c.Lang, &c.Text, &c.Post, &c.Person, &at)
	c.At = fromMicros(at)
	return c, err
}

// KeepCorrection keeps a correction in the place of an earlier one about the same text and category.
func (tx *Tx) KeepCorrection(ctx context.Context, c studio.Correction) error {
	return tx.exec(ctx, `INSERT INTO correction (`+correctionColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		ON CONFLICT (digest, category) DO UPDATE SET missed = excluded.missed, rule = excluded.rule, lang = excluded.lang,
		text = excluded.text, post = excluded.post, person = excluded.person, at = excluded.at`,
		c.Digest, string(c.Category), c.Missed, c.Rule, c.Lang, c.Text, c.Post, c.Person, micros(c.At))
}

// DropCorrection forgets a correction.
func (tx *Tx) DropCorrection(ctx context.Context, digest string, category rule.Category) error {
	return tx.change(ctx, fault.New(fault.NotFound, "There is no such correction any more.", "Tokios pataisos nebėra."),
		`DELETE FROM correction WHERE digest = $1 AND category = $2`, digest, string(category))
}

// Corrections gives up to limit corrections, the latest first.
func (tx *Tx) Corrections(ctx context.Context, limit int) ([]studio.Correction, error) {
	return many(ctx, tx, scanCorrection, `SELECT `+correctionColumns+` FROM correction ORDER BY at DESC, digest, category LIMIT $1`, limit)
}

// CorrectionsOf gives what was corrected in a post, the latest first.
func (tx *Tx) CorrectionsOf(ctx context.Context, post string) ([]studio.Correction, error) {
	return many(ctx, tx, scanCorrection, `SELECT `+correctionColumns+` FROM correction WHERE post = $1 ORDER BY at DESC, digest, category LIMIT 100`, post)
}

// CorrectionCount is how often a rule was corrected in a language.
type CorrectionCount struct {
	Rule, Category, Lang string
	FalseAlarms, Missed  int
}

// CountCorrections counts them by rule, category and language.
func (tx *Tx) CountCorrections(ctx context.Context) ([]CorrectionCount, error) {
	return many(ctx, tx, func(row scanner) (c CorrectionCount, err error) {
		return c, row.Scan(&c.Rule, &c.Category, &c.Lang, &c.FalseAlarms, &c.Missed)
	}, `SELECT rule, category, lang, SUM(CASE WHEN missed THEN 0 ELSE 1 END), SUM(CASE WHEN missed THEN 1 ELSE 0 END)
		FROM correction GROUP BY rule, category, lang ORDER BY rule, category, lang`)
}
