package approval

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"rostrum/compose"
	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/staff"
)

// ByPolicy is who approved what needed nobody's yes.
const ByPolicy = "policy"

// Blocked is the fault of a post that the policy does not let out as it is.
type Blocked struct {
	*fault.Fault
	Decision Decision
}

// Unwrap gives the fault to tell.
func (b *Blocked) Unwrap() error { return b.Fault }

// Submit asks for a decision on the latest revision of a draft, at the version that its submitter saw. It refuses what the
// policy blocks. Where nobody's yes is needed the request is Approved at once, by the policy.
func Submit(ctx context.Context, r Records, who staff.Person, id string, version int64, e Edition, guests []GuestAsked, now time.Time) (Request, error) {
	if err := staff.May(who, staff.WritePosts); err != nil {
		return Request{}, err
	}
	p, err := r.Post(ctx, id)
	switch {
	case err != nil:
		return Request{}, err
	case p.Version != version:
		return Request{}, compose.Conflict()
	}
	if err := ready(p.Content); err != nil {
		return Request{}, err
	}
	req, err := asked(ctx, r, who, p, e, now)
	if err != nil {
		return req, err
	}
	if err := invite(ctx, r, who, &req, guests, now); err != nil {
		return req, err
	}
	p, revision, err := compose.Submitted(ctx, r, p, now)
	if err != nil {
		return req, err
	}
	if revision.Digest != p.Digest || revision.Content.Digest() != p.Digest {
		return req, fmt.Errorf("post %s: revision %d is not what the post says", p.ID, p.Revision)
	}
	if len(req.Steps) == 0 {
		req.State, req.Decided = Approved, now
	}
	if err := r.AddRequest(ctx, req); err != nil {
		return req, err
	}
	if err := tellSubmitted(ctx, r, req, p.Content, now); err != nil {
		return req, err
	}
	if req.State == Approved {
		return approved(ctx, r, req, p, ByPolicy, now)
	}
	if err := remindLater(ctx, r, req, now); err != nil {
		return req, err
	}
	return req, callNow(ctx, r, req, nil, now)
}

func ready(c post.Content) error {
	if len(c.Accounts) == 0 {
		return fault.Of("accounts", "Choose at least one account.", "Pasirinkite bent vieną paskyrą.")
	}
	for _, a := range c.Accounts {
		if len(post.Thread(c.TextFor(a))) == 0 && len(c.Images) == 0 {
			return fault.Of("text", "Write something first.", "Pirmiausia ką nors parašykite.")
		}
	}
	return nil
}

// asked makes the request: what the policy says of the post, and whose yes it needs.
func asked(ctx context.Context, r Records, who staff.Person, p compose.Post, e Edition, now time.Time) (Request, error) {
	at := now
	if p.Due.After(now) {
		at = p.Due
	}
	accounts, err := r.BrandAccounts(ctx)
	if err != nil {
		return Request{}, err
	}
	author, err := Speaks(ctx, r, e.Policy, who, at)
	if err != nil {
		return Request{}, err
	}
	d := Judge(e, p.Content, accounts, author, who.Name, at)
	req := Request{ID: staff.NewID(), Post: p.ID, Revision: p.Revision, Digest: p.Digest, Policy: e.Digest, Verdict: d.Verdict, Decision: d,
		Author: who.ID, Writers: Hands(p.Writers, who.ID), State: Open, Due: p.Due, Asked: now, Version: 1}
	if d.Verdict >= rule.Block {
		return req, &Blocked{fault.New(fault.Invalid, "The policy does not let this out as it is. Mend what is marked first.",
			"Politika neleidžia to skelbti taip, kaip parašyta. Pirmiausia sutvarkykite, kas pažymėta."), d}
	}
	able, err := Able(ctx, r, e.Policy, at)
	if err != nil {
		return req, err
	}
	company, err := r.Company(ctx)
	if err != nil {
		return req, err
	}
	req.Steps, err = Plan(e, d, accounts, req.Writers, able, company.Sectors, at)
	return req, err
}

func tellSubmitted(ctx context.Context, r Records, req Request, c post.Content, now time.Time) error {
	return r.Append(ctx, ledger.Entry{Time: now, Actor: req.Author, Kind: "post.submitted", Subject: req.Post,
		Data: req.facts("rules", strings.Join(req.Decision.rules(), " "), "accounts", strings.Join(c.Accounts, " "), "steps", strconv.Itoa(len(req.Steps)),
			"writers", strings.Join(req.Writers, " ")),
		Private: map[string]string{"text": c.Text}})
}

// facts are what every entry about a request says.
func (r Request) facts(more ...string) map[string]string {
	data := map[string]string{"request": r.ID, "revision": strconv.Itoa(r.Revision), "digest": r.Digest, "policy": r.Policy, "verdict": r.Verdict.String()}
	for i := 0; i+1 < len(more); i += 2 {
		data[more[i]] = more[i+1]
	}
	return data
}

// rules lists the rules that found something.
func (d Decision) rules() []string {
	var names []string
	for _, j := range d.Accounts {
		for i := range j.Result.Findings {
			f := &j.Result.Findings[i]
			name := f.Rule
			if name == "" {
				name = string(f.Category)
			}
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// approved notes that a request has every yes it needs.
func approved(ctx context.Context, r Records, req Request, p compose.Post, by string, now time.Time) (Request, error) {
	if _, err := compose.Decided(ctx, r, p, compose.Approved, now); err != nil {
		return req, err
	}
	if err := r.Append(ctx, ledger.Entry{Time: now, Actor: by, Kind: "post.approved", Subject: req.Post, Data: req.facts()}); err != nil {
		return req, err
	}
	if by == ByPolicy {
		return req, nil
	}
	return req, tellAuthors(ctx, r, req, AboutApproved, now)
}
