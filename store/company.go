package store

import (
	"context"
	"database/sql"
	"errors"

	"rostrum/fault"
	"rostrum/staff"
)

// Company gives the company, or a fault NotFound before it is founded.
func (tx *Tx) Company(ctx context.Context) (staff.Company, error) {
	missing := fault.New(fault.NotFound, "No company is set up here yet.", "Įmonė čia dar neįregistruota.")
	return one(ctx, tx, missing, func(row scanner) (staff.Company, error) {
		var c staff.Company
		var languages, sectors string
		var founded int64
		if err := row.Scan(&c.Name, &languages, &sectors, &c.Zone, &founded); err != nil {
			return c, err
		}
		c.Founded = fromMicros(founded)
		return c, errors.Join(fromJSON(languages, &c.Languages), fromJSON(sectors, &c.Sectors))
	}, `SELECT name, languages, sectors, zone, founded FROM company WHERE id = 1`)
}

// AddCompany registers the company.
func (tx *Tx) AddCompany(ctx context.Context, c staff.Company) error {
	languages, sectors, err := companyLists(c)
	if err != nil {
		return err
	}
	return tx.duplicate(tx.exec(ctx,
		`INSERT INTO company (id, name, languages, sectors, zone, founded) VALUES (1, $1, $2, $3, $4, $5)`,
		c.Name, languages, sectors, c.Zone, micros(c.Founded)),
		fault.New(fault.Conflict, "This server has a company already.", "Šiame serveryje įmonė jau įregistruota."))
}

// ChangeCompany keeps the company's new particulars.
func (tx *Tx) ChangeCompany(ctx context.Context, c staff.Company) error {
	languages, sectors, err := companyLists(c)
	if err != nil {
		return err
	}
	return tx.exec(ctx, `UPDATE company SET name = $1, languages = $2, sectors = $3, zone = $4 WHERE id = 1`,
		c.Name, languages, sectors, c.Zone)
}

func companyLists(c staff.Company) (languages, sectors string, err error) {
	languages, err = inJSON(c.Languages)
	if err != nil {
		return "", "", err
	}
	sectors, err = inJSON(c.Sectors)
	return languages, sectors, err
}

// Setting reads a setting into value; one that was never set leaves it as it is.
func (tx *Tx) Setting(ctx context.Context, name string, value any) error {
	var text string
	err := tx.QueryRowContext(ctx, `SELECT value FROM setting WHERE name = $1`, name).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return errors.Join(err, fromJSON(text, value))
}

// SetSetting keeps a setting.
func (tx *Tx) SetSetting(ctx context.Context, name string, value any) error {
	text, err := inJSON(value)
	if err != nil {
		return err
	}
	return tx.exec(ctx, `INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, text)
}
