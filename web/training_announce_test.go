package web

import (
	"net"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"rostrum/notify"
	"rostrum/policy"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
)

// published puts a version into force, at the room's moment, that changes the clause on devices.
func (r *room) published(number int) studio.Version {
	r.t.Helper()
	var version studio.Version
	r.must(r.Store.Write(r.t.Context(), func(tx *store.Tx) error {
		before, err := tx.VersionAt(r.t.Context(), r.now)
		r.must(err)
		files, err := tx.Content(r.t.Context(), before.Digest)
		r.must(err)
		files["clauses/devices/en.md"] = append(files["clauses/devices/en.md"], "\nLock the screen.\n"...)
		files["clauses/devices/lt.md"] = append(files["clauses/devices/lt.md"], "\nUžrakinkite ekraną.\n"...)
		loaded, err := policy.Load(files)
		r.must(err)
		r.must(tx.AddContent(r.t.Context(), loaded.Digest, files))
		version = studio.Version{ID: staff.NewID(), Number: number, Name: "2", State: studio.Published, Digest: loaded.Digest,
			Created: r.now, Changed: r.now, Effective: r.now, Published: r.now}
		return tx.AddVersion(r.t.Context(), version)
	}))
	return version
}

func TestNewVersionIsAnnouncedOnce(t *testing.T) {
	r := newRoom(t)
	jonas := r.person("Jonas Jonaitis")
	r.browser(jonas).signAll("/training/sign")
	r.now = r.now.Add(30 * 24 * time.Hour)
	version := r.published(2)
	r.now = r.now.Add(time.Hour)
	rasa := r.person("Rasa Rasaitė") // joined when it was in force already
	for range 2 {
		r.must(r.announce(t.Context()))
	}
	// Jonas for the one clause, and Ona who founded the company and never signed.
	if n := r.jobs("version_letter"); n != 2 {
		t.Errorf("%d letters about the new version, want 2", n)
	}
	r.now = r.now.Add(announceFor)
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error { return tx.SetSetting(t.Context(), "training.announced", "") }))
	r.must(r.announce(t.Context()))
	if n := r.jobs("version_letter"); n != 2 {
		t.Errorf("%d letters after it is no news any more, want 2", n)
	}

	box := &inbox{}
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return box, nil }))
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	r.must(err)
	go server.Serve(listener)
	t.Cleanup(func() { server.Close() })
	r.Mail, err = notify.ParseMail("smtp://" + listener.Addr().String() + "?from=policy@example.com")
	r.must(err)
	r.must(r.sendVersionLetter(t.Context(), VersionLetter{jonas.ID, version.Digest}))
	if len(box.letters) != 1 || !strings.Contains(box.letters[0], "Version 2") || strings.Count(box.letters[0], "devices") == 0 && !strings.Contains(box.letters[0], "Devices") {
		t.Fatalf("Jonas is told %v", box.letters)
	}
	if strings.Contains(box.letters[0], "Respect") {
		t.Error("a clause that did not change is in the letter")
	}
	r.browser(rasa).signAll("/training/sign")
	r.must(r.sendVersionLetter(t.Context(), VersionLetter{rasa.ID, version.Digest}))
	if len(box.letters) != 1 {
		t.Error("who has signed everything meanwhile was told to")
	}
}
