package store

import (
	"context"

	"rostrum/approval"
	"rostrum/fault"
)

const guestColumns = `id, request, post, name, mail, language, person, COALESCE(link, ''), until, code, code_end, tries, codes, session, opened`

func noGuest() error {
	return fault.New(fault.NotFound, "This link is wrong, or a newer one replaced it. Look at the latest letter.",
		"Ši nuoroda neteisinga arba ją pakeitė naujesnė. Pažiūrėkite į paskutinį laišką.")
}

func scanGuest(row scanner) (approval.GuestLink, error) {
	var g approval.GuestLink
	var until, codeEnd, opened int64
	err := row.Scan(&g.ID, &g.Request, &g.Post, &g.Name, &g.Mail, &g.Lang, &g.By, &g.Link, &until, &g.Code, &codeEnd, &g.Tries, &g.Codes, &g.Session, &opened)
	g.Until, g.CodeEnd, g.Opened = fromMicros(until), fromMicros(codeEnd), fromMicros(opened)
	return g, err
}

// GuestByLink gives the guest whose link has the hash.
func (tx *Tx) GuestByLink(ctx context.Context, link string) (approval.GuestLink, error) {
	return one(ctx, tx, noGuest(), scanGuest, `SELECT `+guestColumns+` FROM approval_guest WHERE link = $1`, link)
}

// Guests gives the guests of a request.
func (tx *Tx) Guests(ctx context.Context, request string) ([]approval.GuestLink, error) {
	return many(ctx, tx, scanGuest, `SELECT `+guestColumns+` FROM approval_guest WHERE request = $1 ORDER BY id`, request)
}

// GuestToChange gives the guest with the id. Their row is held until the transaction ends.
func (tx *Tx) GuestToChange(ctx context.Context, id string) (approval.GuestLink, error) {
	return one(ctx, tx, noGuest(), scanGuest, `UPDATE approval_guest SET tries = tries WHERE id = $1 RETURNING `+guestColumns, id)
}

// AddGuest keeps a new guest.
func (tx *Tx) AddGuest(ctx context.Context, g approval.GuestLink) error {
	return tx.exec(ctx, `INSERT INTO approval_guest (id, request, post, name, mail, language, person, link, until, code, code_end, tries, codes, session, opened)
		VALUES ($1, $2, $3, $4, $5, $6, $7, NULLIF($8, ''), $9, $10, $11, $12, $13, $14, $15)`,
		g.ID, g.Request, g.Post, g.Name, g.Mail, g.Lang, g.By, g.Link, micros(g.Until), g.Code, micros(g.CodeEnd), g.Tries, g.Codes, g.Session, micros(g.Opened))
}

// ChangeGuest keeps a guest's link, code and browser.
func (tx *Tx) ChangeGuest(ctx context.Context, g approval.GuestLink) error {
	return tx.change(ctx, noGuest(), `UPDATE approval_guest SET link = NULLIF($1, ''), until = $2, code = $3, code_end = $4, tries = $5, codes = $6,
		session = $7, opened = $8 WHERE id = $9`,
		g.Link, micros(g.Until), g.Code, micros(g.CodeEnd), g.Tries, g.Codes, g.Session, micros(g.Opened), g.ID)
}
