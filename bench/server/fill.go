package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"time"

	"rostrum/folder"
	"rostrum/ledger"
	"rostrum/policy"
	"rostrum/policy/starter"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
)

// size is how much the company has lived through.
type size struct{ people, versions, entries int }

// token is the session that the load is sent with; each role has one.
func token(role staff.Role) string { return "benchmark-session-of-" + string(role) }

// fill makes a company of the size, in batches, once.
func fill(ctx context.Context, s *store.Store, of size) error {
	now := time.Now().Add(-400 * 24 * time.Hour)
	var founded bool
	err := s.Read(ctx, func(tx *store.Tx) error {
		_, err := tx.Company(ctx)
		founded = err == nil
		return nil
	})
	if err != nil || founded {
		return err
	}
	err = s.Write(ctx, func(tx *store.Tx) error {
		_, err := staff.Found(ctx, tx, staff.Company{Name: "Banga", Languages: []string{"lt", "en"}, Zone: "Europe/Vilnius"},
			staff.Person{Name: "Ona Onaitė", Mail: "ona@example.com"}, now)
		return err
	})
	if err != nil {
		return err
	}
	if err := fillVersions(ctx, s, of.versions, now); err != nil {
		return err
	}
	if err := fillPeople(ctx, s, of.people, now); err != nil {
		return err
	}
	return fillLedger(ctx, s, of.entries, of.people, now)
}

// fillVersions publishes versions that differ in one line, a day apart.
func fillVersions(ctx context.Context, s *store.Store, n int, now time.Time) error {
	source, err := starter.Files(starter.Options{Company: "Banga", Languages: []string{"lt", "en"}, Sectors: []string{"retail"}, Today: now})
	if err != nil {
		return err
	}
	files, err := folder.Read(source)
	if err != nil {
		return err
	}
	for i := range n {
		files["clauses/devices/en.md"] = fmt.Appendf(files["clauses/devices/en.md"], "\nRevised %d times.\n", i+1)
		files["clauses/devices/lt.md"] = fmt.Appendf(files["clauses/devices/lt.md"], "\nTaisyta kartų: %d.\n", i+1)
		loaded, err := policy.Load(files)
		if err != nil {
			return err
		}
		at := now.Add(time.Duration(i) * 24 * time.Hour)
		err = s.Write(ctx, func(tx *store.Tx) error {
			if err := tx.AddContent(ctx, loaded.Digest, files); err != nil {
				return err
			}
			return tx.AddVersion(ctx, studio.Version{ID: staff.NewID(), Number: i + 1, Name: fmt.Sprint(i + 1), State: studio.Published,
				Digest: loaded.Digest, Created: at, Changed: at, Effective: at, Published: at})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// fillPeople adds people in twenty teams, and signs one of each role in.
func fillPeople(ctx context.Context, s *store.Store, n int, now time.Time) error {
	var teams []staff.Team
	err := s.Write(ctx, func(tx *store.Tx) error {
		for i := range 20 {
			t := staff.Team{ID: staff.NewID(), Name: fmt.Sprintf("Team %02d", i)}
			if err := tx.AddTeam(ctx, t, fmt.Sprintf("team %02d", i)); err != nil {
				return err
			}
			teams = append(teams, t)
		}
		return nil
	})
	if err != nil {
		return err
	}
	roles := staff.Roles()
	return batches(ctx, s, n, 500, "people", func(tx *store.Tx, i int) error {
		p := staff.Person{ID: fmt.Sprintf("person%014d", i), Name: name(i), Mail: fmt.Sprintf("p%d@example.com", i),
			Team: teams[i%len(teams)].ID, Language: []string{"lt", "en"}[i%2], Zone: "Europe/Vilnius", State: staff.Active, Invited: now, Joined: now}
		if i < len(roles) {
			p.Roles = []staff.Role{roles[i]}
			sum := sha256.Sum256([]byte(token(roles[i])))
			in := time.Now()
			err := tx.KeepSession(ctx, store.Session{Token: hex.EncodeToString(sum[:]), ID: p.ID, Person: p.ID,
				Data: fmt.Appendf(nil, `{"proved":%q}`, in.Format(time.RFC3339)), Begun: in, Seen: in, Expires: in.Add(12 * time.Hour)})
			if err != nil {
				return err
			}
		}
		return tx.AddPerson(ctx, p)
	})
}

// name makes one of 50 first names and 2,000 surnames, all of them made up.
func name(i int) string {
	beginnings := []string{"Kaz", "Bal", "Vait", "Ruk", "Ging", "Stan", "Zub", "Mil", "Jan", "Petr"}
	middles := []string{"lau", "ke", "si", "mo", "ru", "tai", "le", "vi", "na", "do", "go", "bu", "ja", "ze", "pa", "ri", "ti", "lo", "me", "ku"}
	ends := []string{"skas", "nis", "ytė", "kienė", "čius", "auskas", "evičius", "utė", "aitė", "ienė"}
	first := []string{"Jo", "Ma", "Ie", "Ra", "To", "Lu", "Da", "Si", "Vy", "Gre"}
	last := []string{"nas", "sa", "mas", "va", "ta"}
	return first[i%10] + last[i/10%5] + " " + beginnings[i/7%10] + middles[i/11%20] + ends[i/13%10]
}

// fillLedger appends entries as a year of signing would.
func fillLedger(ctx context.Context, s *store.Store, n, people int, now time.Time) error {
	kinds := []string{"clause.signed", "clause.signed", "clause.signed", "signin.done", "signin.failed", "quiz.passed"}
	return batches(ctx, s, n, 5000, "entries", func(tx *store.Tx, i int) error {
		who := fmt.Sprintf("person%014d", i%people)
		return tx.Append(ctx, ledger.Entry{Time: now.Add(time.Duration(i) * 30 * time.Second), Actor: who, Kind: kinds[i%len(kinds)], Subject: who,
			Data: map[string]string{"clause": fmt.Sprintf("clause-%d", i%25), "version": fmt.Sprint(i%200 + 1)}})
	})
}

func batches(ctx context.Context, s *store.Store, n, of int, what string, one func(*store.Tx, int) error) error {
	for from := 0; from < n; from += of {
		err := s.Write(ctx, func(tx *store.Tx) error {
			for i := from; i < min(from+of, n); i++ {
				if err := one(tx, i); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "\r%s %d of %d ", what, min(from+of, n), n)
	}
	fmt.Fprintln(os.Stderr)
	return nil
}
