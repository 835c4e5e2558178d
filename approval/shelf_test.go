package approval_test

import (
	"context"
	"slices"
	"time"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/compose"
	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/post"
	"rostrum/staff"
	"rostrum/training"
)

// shelf keeps everything in memory.
type shelf struct {
	company     staff.Company
	people      map[string]staff.Person
	posts       map[string]compose.Post
	revisions   map[string][]compose.Revision
	requests    []approval.Request
	guests      map[string]approval.GuestLink
	comments    map[string]approval.Comment
	delegations []approval.Delegation
	accounts    []account.Account
	letters     []approval.Letter
	nudges      []time.Time
	remarks     []approval.Remarks
	told        []string // who is written to about comments
	ledger      []ledger.Entry
}

var gone = fault.New(fault.NotFound, "gone", "nėra")

func find[T any](m map[string]T, id string) (T, error) {
	v, ok := m[id]
	if !ok {
		return v, gone
	}
	return v, nil
}

func (s *shelf) Company(context.Context) (staff.Company, error) { return s.company, nil }
func (s *shelf) Person(_ context.Context, id string) (staff.Person, error) {
	return find(s.people, id)
}
func (s *shelf) PersonByMail(context.Context, string) (staff.Person, error) {
	return staff.Person{}, gone
}
func (s *shelf) TeamNames(context.Context) ([]staff.Team, error) {
	return []staff.Team{{ID: "t-legal", Name: "Legal"}, {ID: "t-comms", Name: "Communications"}, {ID: "t-chiefs", Name: "Management"}}, nil
}
func (s *shelf) Certificates(context.Context, string) ([]training.Certificate, error) {
	return []training.Certificate{{Course: "etiquette", Passed: noon.AddDate(0, -1, 0), Expires: noon.AddDate(1, 0, 0)}}, nil
}
func (s *shelf) PeopleWithRole(_ context.Context, r staff.Role) ([]staff.Person, error) {
	var all []staff.Person
	for _, id := range []string{"ada", "ben", "cai", "dag", "eva", "fay"} {
		if p, ok := s.people[id]; ok && p.State == staff.Active && p.Has(r) {
			all = append(all, p)
		}
	}
	return all, nil
}
func (s *shelf) BrandAccounts(context.Context) ([]account.Account, error) { return s.accounts, nil }

func (s *shelf) Post(_ context.Context, id string) (compose.Post, error) { return find(s.posts, id) }
func (s *shelf) AddPost(_ context.Context, p compose.Post) error {
	s.posts[p.ID] = p
	return nil
}
func (s *shelf) ChangePost(_ context.Context, p compose.Post) error {
	if s.posts[p.ID].Version != p.Version {
		return compose.Conflict()
	}
	p.Version++
	s.posts[p.ID] = p
	return nil
}
func (s *shelf) Revision(_ context.Context, id string, n int) (compose.Revision, error) {
	if n < 1 || n > len(s.revisions[id]) {
		return compose.Revision{}, gone
	}
	return s.revisions[id][n-1], nil
}
func (s *shelf) AddRevision(_ context.Context, r compose.Revision) error {
	s.revisions[r.Post] = append(s.revisions[r.Post], r)
	return nil
}
func (s *shelf) ReplaceRevision(_ context.Context, r compose.Revision) error {
	if s.revisions[r.Post][r.Number-1].Submitted {
		return compose.Conflict()
	}
	s.revisions[r.Post][r.Number-1] = r
	return nil
}
func (s *shelf) PictureFacts(context.Context, string) (post.Image, error) { return post.Image{}, gone }

func (s *shelf) at(id string) int {
	return slices.IndexFunc(s.requests, func(r approval.Request) bool { return r.ID == id })
}
func (s *shelf) Request(_ context.Context, id string) (approval.Request, error) {
	i := s.at(id)
	if i < 0 {
		return approval.Request{}, gone
	}
	r := s.requests[i]
	r.Steps = slices.Clone(r.Steps)
	return r, nil
}
func (s *shelf) RequestToChange(ctx context.Context, id string) (approval.Request, error) {
	return s.Request(ctx, id)
}
func (s *shelf) LastRequest(ctx context.Context, id string) (approval.Request, error) {
	for _, r := range slices.Backward(s.requests) {
		if r.Post == id {
			return s.Request(ctx, r.ID)
		}
	}
	return approval.Request{}, gone
}
func (s *shelf) AddRequest(_ context.Context, r approval.Request) error {
	s.requests = append(s.requests, r)
	return nil
}
func (s *shelf) ChangeRequest(_ context.Context, r approval.Request) error {
	kept := &s.requests[s.at(r.ID)]
	if kept.Version != r.Version {
		return compose.Conflict()
	}
	kept.State, kept.Decided, kept.Version = r.State, r.Decided, r.Version+1
	return nil
}
func (s *shelf) AddVote(_ context.Context, request string, v approval.Vote) error {
	steps := s.requests[s.at(request)].Steps
	i := slices.IndexFunc(steps, func(s approval.Step) bool { return s.ID == v.Step })
	steps[i].Votes = append(slices.Clone(steps[i].Votes), v)
	return nil
}

func (s *shelf) AddGuest(_ context.Context, g approval.GuestLink) error {
	s.guests[g.ID] = g
	return nil
}
func (s *shelf) ChangeGuest(ctx context.Context, g approval.GuestLink) error {
	return s.AddGuest(ctx, g)
}
func (s *shelf) GuestToChange(_ context.Context, id string) (approval.GuestLink, error) {
	return find(s.guests, id)
}
func (s *shelf) AddPostComment(_ context.Context, c approval.Comment) error {
	s.comments[c.ID] = c
	return nil
}
func (s *shelf) PostComments(_ context.Context, post string) (all []approval.Comment, err error) {
	for _, c := range s.comments {
		if c.Post == post {
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b approval.Comment) int { return a.At.Compare(b.At) })
	return all, nil
}
func (s *shelf) PostComment(_ context.Context, id string) (approval.Comment, error) {
	return find(s.comments, id)
}
func (s *shelf) ResolvePostComment(_ context.Context, id, person string, at time.Time) error {
	c := s.comments[id]
	c.Resolved, c.Resolver = at, person
	s.comments[id] = c
	return nil
}

func (s *shelf) StandIns(_ context.Context, person string) ([]approval.Delegation, error) {
	var all []approval.Delegation
	for _, d := range s.delegations {
		if d.Person == person && d.Ended.IsZero() {
			all = append(all, d)
		}
	}
	return all, nil
}
func (s *shelf) StandsInFor(_ context.Context, standIn string, at time.Time) ([]approval.Delegation, error) {
	var all []approval.Delegation
	for _, d := range s.delegations {
		if d.StandIn == standIn && d.Holds(at) {
			all = append(all, d)
		}
	}
	return all, nil
}
func (s *shelf) AddDelegation(_ context.Context, d approval.Delegation) error {
	s.delegations = append(s.delegations, d)
	return nil
}
func (s *shelf) EndDelegation(_ context.Context, id string, at time.Time) error {
	for i := range s.delegations {
		if s.delegations[i].ID == id {
			s.delegations[i].Ended = at
		}
	}
	return nil
}

func (s *shelf) Later(_ context.Context, job interface{ Kind() string }, at time.Time) error {
	switch j := job.(type) {
	case approval.Letter:
		s.letters = append(s.letters, j)
	case approval.Nudge:
		s.nudges = append(s.nudges, at)
	case approval.Remarks:
		s.remarks = append(s.remarks, j)
	case approval.RemarksLetter:
		s.told = append(s.told, j.To)
	}
	return nil
}
func (s *shelf) Recorded(_ context.Context, subject string, kinds ...string) (found []ledger.Entry, err error) {
	for _, e := range s.ledger {
		if e.Subject == subject && slices.Contains(kinds, e.Kind) {
			found = append(found, e)
		}
	}
	return found, nil
}

func (s *shelf) Append(_ context.Context, e ledger.Entry) error {
	s.ledger = append(s.ledger, e)
	return nil
}

// kinds lists the ledger's entries.
func (s *shelf) kinds() string {
	out := ""
	for _, e := range s.ledger {
		out += e.Kind + " "
	}
	return out
}

func person(id, team string, roles ...staff.Role) staff.Person {
	return staff.Person{ID: id, Name: id, Mail: id + "@example.com", Team: team, Roles: roles, State: staff.Active, Zone: "Europe/Vilnius", Language: "en"}
}

// newShelf has six people, of whom Ada and Ben write and everybody but Ada may vote in some way.
func newShelf() *shelf {
	s := &shelf{people: map[string]staff.Person{}, posts: map[string]compose.Post{}, revisions: map[string][]compose.Revision{},
		guests: map[string]approval.GuestLink{}, comments: map[string]approval.Comment{}, accounts: accounts()}
	for _, p := range []staff.Person{
		person("ada", "t-comms", staff.Author), person("ben", "t-comms", staff.Author, staff.Approver), person("cai", "t-legal", staff.Approver),
		person("dag", "t-legal", staff.Approver), person("eva", "t-chiefs", staff.Approver, staff.PolicyOwner), person("fay", "", staff.Principal, staff.Approver),
	} {
		s.people[p.ID] = p
	}
	return s
}
