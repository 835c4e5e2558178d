package main

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"time"

	"rostrum/folder"
	"rostrum/policy"
	"rostrum/policy/starter"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/studio"
	"rostrum/training"
)

// office is a company whose server is killed: a policy to sign, and a draft of the next one to comment on.
type office struct {
	engine, place, data string // of the database; the folder of the keys
	draft               string // the version that is commented on
	due                 []training.Item
	before              []*client // who were told something by the server that was killed last
	people              []string  // all there were
}

func openOffice(ctx context.Context, folder, place string) (*office, error) {
	o := &office{place: place, draft: staff.NewID()}
	o.engine, _, _ = strings.Cut(place, ":")
	o.data = filepath.Join(folder, "data."+o.engine)
	return o, o.inStore(ctx, func(s *store.Store) error { return s.Write(ctx, func(tx *store.Tx) error { return o.found(ctx, tx) }) })
}

// inStore does something with the database while no server has it open.
func (o *office) inStore(ctx context.Context, do func(*store.Store) error) error {
	s, err := store.Open(ctx, o.place)
	if err != nil {
		return err
	}
	return errors.Join(do(s), s.Close())
}

func (o *office) found(ctx context.Context, tx *store.Tx) error {
	now := time.Now().Add(-time.Hour)
	files, err := starter.Files(starter.Options{Company: "Banga", Languages: []string{"lt", "en"}, Today: now})
	if err != nil {
		return err
	}
	packed, err := folder.Read(files)
	if err != nil {
		return err
	}
	loaded, err := policy.Load(packed)
	if err != nil {
		return err
	}
	o.due = training.Due(loaded, nil, staff.Person{})
	ona, err := staff.Found(ctx, tx, staff.Company{Name: "Banga", Languages: []string{"lt", "en"}, Zone: "Europe/Vilnius"},
		staff.Person{Name: "Ona Onaitė", Mail: "ona@example.com"}, now)
	if err != nil {
		return err
	}
	if err := tx.AddContent(ctx, loaded.Digest, packed); err != nil {
		return err
	}
	for _, v := range []studio.Version{
		{ID: staff.NewID(), Number: 1, Name: "1", State: studio.Published, Effective: now, Published: now},
		{ID: o.draft, Name: "2", State: studio.Draft, Editor: ona.ID, Editors: []string{ona.ID}},
	} {
		v.Digest, v.Created, v.Changed = loaded.Digest, now, now
		if err := tx.AddVersion(ctx, v); err != nil {
			return err
		}
	}
	return nil
}

// hire adds people, each signed in on a browser and with a token for programs.
func (o *office) hire(ctx context.Context) (crew []*client, err error) {
	return crew, o.inStore(ctx, func(s *store.Store) error {
		return s.Write(ctx, func(tx *store.Tx) error {
			crew = nil
			for range clients {
				c, err := o.hireOne(ctx, tx, time.Now())
				if err != nil {
					return err
				}
				crew = append(crew, c)
			}
			return nil
		})
	})
}

func (o *office) hireOne(ctx context.Context, tx *store.Tx, now time.Time) (*client, error) {
	o.people = append(o.people, staff.NewID())
	c := &client{person: o.people[len(o.people)-1], cookie: rand.Text(), due: o.due, commented: "/studio/" + o.draft + "/comments",
		signed: map[string]string{}, drafts: map[string]*draft{}, http: &http.Client{Timeout: 20 * time.Second,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
	err := tx.AddPerson(ctx, staff.Person{ID: c.person, Name: "Asta " + c.cookie, Mail: c.person + "@example.com", Language: "en", Zone: "Europe/Vilnius",
		State: staff.Active, Version: 1, Invited: now, Joined: now, Roles: []staff.Role{staff.Author, staff.PolicyOwner}})
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256([]byte(c.cookie))
	err = tx.KeepSession(ctx, store.Session{Token: hex.EncodeToString(sum[:]), ID: staff.NewID(), Person: c.person,
		Data: fmt.Appendf(nil, `{"proved":%q}`, now.Format(time.RFC3339)), Begun: now, Seen: now, Expires: now.Add(time.Hour)})
	if err != nil {
		return nil, err
	}
	shown, token := signin.NewToken(signin.APIToken, now, signin.PolicyRead, signin.PolicyWrite, signin.PostRead, signin.PostWrite)
	c.token = shown
	return c, tx.AddToken(ctx, store.Token{Token: token, ID: staff.NewID(), Person: c.person, Name: "prove", Made: now, Used: now})
}

// told has those who were told something by the server that was killed ask the one that runs now.
func (o *office) told(ctx context.Context, address string) (string, error) {
	for _, c := range o.before {
		if lost, err := c.recall(ctx, address); lost != "" || err != nil {
			return lost, err
		}
	}
	return "", nil
}
