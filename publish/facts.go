package publish

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"rostrum/approval"
	"rostrum/ledger"
	"rostrum/policy"
	"rostrum/staff"
)

// facts are what several publications of one turn ask for again and again.
type facts struct {
	people  map[string]staff.Person
	speak   map[string]*policy.Person
	company *staff.Company
}

// gather finds out all that is asked about a publication before it leaves.
func (d *Desk) gather(ctx context.Context, p Publication) (f Facts, err error) {
	f.Edition = d.Edition
	if d.Unready != nil {
		return f, d.Unready
	}
	if f.Account, err = d.Records.BrandAccount(ctx, p.Account); err != nil {
		return f, err
	}
	if f.Revision, err = d.Records.Revision(ctx, p.Post, p.Revision); err != nil {
		return f, err
	}
	if p.Verb == Delete {
		return f, nil
	}
	if f.Request, err = d.Records.Request(ctx, p.Request); err != nil {
		return f, err
	}
	if f.Author, err = d.person(ctx, f.Request.Author); err != nil {
		return f, err
	}
	if f.Speaks, err = d.speaks(ctx, f.Author); err != nil {
		return f, err
	}
	if err := d.voters(ctx, &f); err != nil {
		return f, err
	}
	company, err := d.company(ctx)
	if err != nil {
		return f, err
	}
	if f.Zone, err = time.LoadLocation(company.Zone); err != nil {
		return f, err
	}
	f.Principal = slices.Contains(company.Sectors, finance) || slices.Contains(d.Edition.Policy.Sectors, finance)
	f.Recorded, err = d.recorded(ctx, p)
	return f, err
}

// finance is the sector in which a principal approves what is public.
const finance = "finance"

// recorded tells whether the ledger knows the decision, that it was not voided, and that this publication follows from it.
func (d *Desk) recorded(ctx context.Context, p Publication) (bool, error) {
	of, err := d.Records.Recorded(ctx, p.Post, "post.approved", "post.voided")
	if err != nil {
		return false, err
	}
	approved := false
	for _, e := range of {
		if e.Data["request"] != p.Request {
			continue
		}
		if approved = e.Kind == "post.approved" && e.Data["digest"] == p.Digest; !approved {
			return false, nil
		}
	}
	of, err = d.Records.Recorded(ctx, p.ID, "publication.scheduled")
	return approved && slices.ContainsFunc(of, func(e ledger.Entry) bool {
		return e.Subject == p.ID && e.Data["post"] == p.Post && e.Data["digest"] == p.Digest && e.Data["request"] == p.Request && e.Data["account"] == p.Account
	}), err
}

// voters finds those who said yes, as they stand now.
func (d *Desk) voters(ctx context.Context, f *Facts) error {
	f.Voters, f.Guests = map[string]staff.Person{}, map[string]bool{}
	for _, s := range f.Request.Steps {
		if s.Kind == approval.Guest && len(f.Guests) == 0 {
			guests, err := d.Records.Guests(ctx, f.Request.ID)
			if err != nil {
				return err
			}
			for _, g := range guests {
				f.Guests[g.ID] = g.Request == f.Request.ID && !g.Opened.IsZero()
			}
		}
		for _, v := range s.Votes {
			if v.Choice != approval.Yes || s.Kind == approval.Guest {
				continue
			}
			var err error
			if f.Voters[v.Person], err = d.person(ctx, v.Person); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *Desk) person(ctx context.Context, id string) (staff.Person, error) {
	if p, ok := d.known.people[id]; ok {
		return p, nil
	}
	p, err := d.Records.Person(ctx, id)
	if err != nil {
		return p, err
	}
	if d.known.people == nil {
		d.known.people = map[string]staff.Person{}
	}
	d.known.people[id] = p
	return p, nil
}

func (d *Desk) speaks(ctx context.Context, who staff.Person) (*policy.Person, error) {
	if p, ok := d.known.speak[who.ID]; ok {
		return p, nil
	}
	p, err := approval.Speaks(ctx, d.Records, d.Edition.Policy, who, d.Now)
	if err != nil {
		return nil, err
	}
	if d.known.speak == nil {
		d.known.speak = map[string]*policy.Person{}
	}
	d.known.speak[who.ID] = p
	return p, nil
}

func (d *Desk) company(ctx context.Context) (staff.Company, error) {
	if d.known.company == nil {
		c, err := d.Records.Company(ctx)
		if err != nil {
			return c, err
		}
		d.known.company = &c
	}
	return *d.known.company, nil
}

// told is what the record says of where a publication stands.
func (p Publication) told() map[string]string {
	data := map[string]string{"state": string(p.State), "tries": strconv.Itoa(p.Tries)}
	if p.Hold != "" {
		data["hold"] = string(p.Hold)
	}
	if p.Policy != "" {
		data["policy"] = p.Policy
	}
	var ids, urls []string
	for _, r := range p.Receipts {
		ids, urls = append(ids, r.ID), append(urls, r.URL)
	}
	if len(ids) > 0 {
		data["out"], data["ids"], data["url"] = strconv.Itoa(len(ids)), strings.Join(ids, " "), urls[0]
	}
	return data
}
