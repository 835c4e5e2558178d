package staff

import (
	"context"
	"strings"
	"time"

	"rostrum/ledger"
)

// Settings is what changing the company needs to keep.
type Settings interface {
	Company(ctx context.Context) (Company, error)
	ChangeCompany(ctx context.Context, c Company) error
	Append(ctx context.Context, e ledger.Entry) error
}

// ChangeCompany gives the company another name, other languages or another time zone. Everything else about it stays.
func ChangeCompany(ctx context.Context, r Settings, who Person, c Company, now time.Time) error {
	if err := May(who, ChangeSettings); err != nil {
		return err
	}
	if err := c.valid(); err != nil {
		return err
	}
	before, err := r.Company(ctx)
	if err != nil {
		return err
	}
	after := before
	after.Name, after.Languages, after.Zone = c.Name, c.Languages, c.Zone
	if err := r.ChangeCompany(ctx, after); err != nil {
		return err
	}
	return r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "company.changed", Subject: after.Name,
		Data: map[string]string{"before": before.Name, "languages": strings.Join(after.Languages, " "), "zone": after.Zone}})
}
