package server

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/notify"
	"rostrum/publish"
	"rostrum/store"
)

// Level says how bad a finding of [Doctor] is.
type Level string

// The levels, from best to worst.
const (
	Fine  Level = "ok"
	Warn  Level = "warn"
	Fault Level = "fault" // something does not work
)

// Finding is one thing that was looked at: how it is, and the mend where it is not well.
type Finding struct {
	Level  Level
	EN, LT string
}

// In gives the finding's sentence in a language: "lt", or English for any other.
func (f Finding) In(lang string) string {
	if lang == "lt" {
		return f.LT
	}
	return f.EN
}

// Doctor looks at everything that a server needs, and changes nothing. The server may be running.
func Doctor(ctx context.Context, c Config, now time.Time, tell func(Finding)) {
	tell(lookAtAddress(c))
	data := lookAtData(c)
	tell(data)
	if data.Level != Fault {
		tell(lookAtDisk(c.Data))
		tell(lookAtKeys(c))
	}
	lookAtDatabase(ctx, c, now, tell)
	tell(lookAtMail(ctx, c))
	tell(lookAtOpinion(ctx, c))
	for _, f := range lookAtPrograms() {
		tell(f)
	}
}

func bad(err error) Finding {
	if broken, ok := errors.AsType[*ledger.Broken](err); ok {
		return Finding{Fault, broken.EN, broken.LT}
	}
	f := fault.For(err)
	if f.Code == fault.Broken {
		return Finding{Fault, err.Error(), err.Error()}
	}
	return Finding{Fault, f.EN, f.LT}
}

func lookAtAddress(c Config) Finding {
	u, err := url.Parse(c.Address)
	if err != nil {
		return bad(err)
	}
	if host := u.Hostname(); u.Scheme == "http" && host != "localhost" && !strings.HasPrefix(host, "127.") && host != "::1" {
		return Finding{Warn, fmt.Sprintf("%s is not HTTPS: passkeys do not work, and passwords can be read on the way. Put a proxy with TLS in front, and give its address with --address.", c.Address),
			fmt.Sprintf("%s nėra HTTPS: prieigos raktai neveiks, o slaptažodžius pakeliui galima perskaityti. Priešais įrenkite tarpinį serverį su TLS ir jo adresą nurodykite su --address.", c.Address)}
	}
	return Finding{Fine, "The configuration can be read; people reach the server at " + c.Address + ".", "Konfigūracija perskaitoma; serveris pasiekiamas adresu " + c.Address + "."}
}

func lookAtData(c Config) Finding {
	info, err := os.Stat(c.Data)
	switch {
	case err != nil || !info.IsDir():
		return Finding{Fault, fmt.Sprintf("There is no data folder %s. “rostrum serve” makes it; or name another with --data.", c.Data),
			fmt.Sprintf("Duomenų aplanko %s nėra. Jį sukuria „rostrum serve“; kitą galima nurodyti su --data.", c.Data)}
	case info.Mode().Perm()&0o077 != 0:
		return Finding{Warn, fmt.Sprintf("Others on this machine may look into %s. Take that away with “chmod 700 %s”.", c.Data, c.Data),
			fmt.Sprintf("Į aplanką %s gali žiūrėti kiti šio kompiuterio naudotojai. Atimkite šią teisę: „chmod 700 %s“.", c.Data, c.Data)}
	}
	return Finding{Fine, fmt.Sprintf("The data folder is %s.", c.Data), fmt.Sprintf("Duomenų aplankas: %s.", c.Data)}
}

func lookAtKeys(c Config) Finding {
	if _, err := OpenKeys(c); err != nil {
		return bad(err)
	}
	return Finding{Fine, fmt.Sprintf("The keys are in %s, and only this user can read them. Keep a copy in a safe place: backups do not hold them.", keysFile(c)),
		fmt.Sprintf("Raktai yra %s, juos perskaityti gali tik šis naudotojas. Kopiją laikykite saugioje vietoje: atsarginėse kopijose jų nėra.", keysFile(c))}
}

// room is how many bytes should be free: a backup and a busy month fit.
const room = 1 << 30

func lookAtDisk(folder string) Finding {
	free, known := freeBytes(folder)
	switch {
	case !known:
		return Finding{Warn, "How much room the disk has cannot be told on this system.", "Šioje sistemoje nepavyksta sužinoti, kiek diske laisvos vietos."}
	case free < room:
		return Finding{Warn, fmt.Sprintf("The disk has %d MB left. Make room before it is full: a full disk stops all saving.", free>>20),
			fmt.Sprintf("Diske liko %d MB. Atlaisvinkite vietos, kol diskas neprisipildė: pilname diske niekas neišsaugoma.", free>>20)}
	}
	return Finding{Fine, fmt.Sprintf("The disk has %d GB left.", free>>30), fmt.Sprintf("Diske laisva %d GB.", free>>30)}
}

func lookAtDatabase(ctx context.Context, c Config, now time.Time, tell func(Finding)) {
	s, err := OpenStore(ctx, c)
	if err != nil {
		tell(bad(err))
		return
	}
	defer func() { _ = s.Close() }()
	if err := s.Sound(ctx); err != nil {
		tell(bad(err))
		return
	}
	size, err := s.Size(ctx)
	if err != nil {
		tell(bad(err))
		return
	}
	tell(Finding{Fine, fmt.Sprintf("The database (%s, %d KB) answers, is in order and has today's tables.", s.Engine(), size>>10),
		fmt.Sprintf("Duomenų bazė (%s, %d KB) atsako, yra tvarkinga, jos lentelės – šios laidos.", s.Engine(), size>>10)})
	tell(lookAtLedger(ctx, c, s))
	lookAtPauses(ctx, s, tell)
	tell(lookAtClock(ctx, s, now))
	lookAtPolicyPeople(ctx, s, tell)
}

func lookAtLedger(ctx context.Context, c Config, s *store.Store) Finding {
	key, err := verifier(c)
	if err != nil {
		return bad(err)
	}
	n, err := s.CheckLedger(ctx, key, nil)
	if err != nil {
		return bad(err)
	}
	if key == "" {
		return Finding{Warn, fmt.Sprintf("The ledger agrees with itself (entries: %d), but without the keys its signatures cannot be checked.", n),
			fmt.Sprintf("Žurnalas neprieštaringas (įrašų: %d), bet be raktų jo parašų patikrinti negalima.", n)}
	}
	return Finding{Fine, fmt.Sprintf("The ledger is whole and verifies (entries: %d).", n), fmt.Sprintf("Žurnalas vientisas ir patikrintas (įrašų: %d).", n)}
}

// lookAtPauses tells only while everything is paused, as it is after a backup was put back: whoever wonders why nothing goes
// out looks here.
func lookAtPauses(ctx context.Context, s *store.Store, tell func(Finding)) {
	var pauses []publish.Pause
	err := s.Read(ctx, func(tx *store.Tx) (err error) {
		pauses, err = tx.Pauses(ctx)
		return err
	})
	if err != nil {
		tell(bad(err))
	}
	for _, p := range pauses {
		if p.Scope != publish.Everything {
			continue
		}
		since := p.From.UTC().Format(time.DateTime)
		tell(Finding{Warn, fmt.Sprintf("Since %s UTC everything is paused, and nothing goes out (“%s”). Resume on the page /pause or with “rostrum resume”; what became due meanwhile waits for a person's word.", since, p.Why),
			fmt.Sprintf("Nuo %s UTC viskas sustabdyta ir nieko neskelbiama („%s“). Atnaujinkite puslapyje /pause arba komanda „rostrum resume“; įrašai, kurių laikas tuo metu atėjo, lauks žmogaus sprendimo.", since, p.Why)})
	}
}

func lookAtClock(ctx context.Context, s *store.Store, now time.Time) Finding {
	var last time.Time
	err := s.Read(ctx, func(tx *store.Tx) (err error) {
		_, last, err = tx.LedgerHead(ctx)
		return err
	})
	if err != nil {
		return bad(err)
	}
	if behind := last.Sub(now); behind > time.Second {
		return Finding{Fault, fmt.Sprintf("The clock says %s, but the ledger was written at %s already. Set the clock, and keep it right with NTP.", now.UTC().Format(time.DateTime), last.Format(time.DateTime)),
			fmt.Sprintf("Laikrodis rodo %s, bet žurnale jau yra %s įrašas. Nustatykite laikrodį ir sinchronizuokite jį per NTP.", now.UTC().Format(time.DateTime), last.Format(time.DateTime))}
	}
	return Finding{Fine, "The clock is not behind the ledger.", "Laikrodis nuo žurnalo neatsilieka."}
}

func lookAtMail(ctx context.Context, c Config) Finding {
	if c.Mail == "" {
		return Finding{Warn, "No mail server is configured: invitations and reminders are not sent. Give one with --mail.",
			"Pašto serveris nenurodytas: kvietimai ir priminimai nesiunčiami. Nurodykite jį su --mail."}
	}
	mail, err := notify.ParseMail(c.Mail)
	if err != nil {
		return bad(err)
	}
	answer := mail.Try(ctx)
	level := Fault
	if answer.OK {
		level = Fine
	}
	return Finding{level, fmt.Sprintf("Mail by %s: %s %s", mail, answer.EN, answer.Said), fmt.Sprintf("Paštas per %s: %s %s", mail, answer.LT, answer.Said)}
}

func lookAtPrograms() []Finding {
	missing := func(names ...string) bool {
		for _, name := range names {
			if _, err := exec.LookPath(name); err == nil {
				return false
			}
		}
		return true
	}
	found := []Finding{
		{Fine, "Chromium is there: the handbook can be a PDF.", "„Chromium“ yra: politiką galima gauti ir PDF."},
		{Fine, "Tesseract is there: words in pictures can be read.", "„Tesseract“ yra: žodžiai paveikslėliuose perskaitomi."},
	}
	if missing("chromium", "chromium-browser", "google-chrome", "chrome") {
		found[0] = Finding{Warn, "Chromium is not installed: the handbook cannot be a PDF. Everything else works.", "„Chromium“ neįdiegta: politikos PDF gauti negalima. Visa kita veikia."}
	}
	if missing("tesseract") {
		found[1] = Finding{Warn, "Tesseract is not installed: words in pictures are not read. Everything else works.", "„Tesseract“ neįdiegta: žodžiai paveikslėliuose neskaitomi. Visa kita veikia."}
	}
	return found
}
