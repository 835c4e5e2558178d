package demo

import (
	"context"
	"embed"
	"fmt"
	"time"

	"go.yaml.in/yaml/v3"

	"rostrum/compose"
	"rostrum/compose/picture"
	"rostrum/post"
	"rostrum/staff"
	"rostrum/store"
)

//go:embed posts/*.yaml
var texts embed.FS

// written is a post as the company's people wrote it. When it goes out is one of Ago, Date and In, with At.
type written struct {
	Ago     int    // days before today
	In      int    // days from today
	Date    string // month and day, the last time that it came round: 12-24
	At      string // 17:30
	By      string
	On      []string // accounts, by their ids in speakers.yaml
	Own     map[string]string
	Topic   string
	Picture string
	Alt     string
	Text    string
	Story   string // what happened to it; nothing else than usual where it is empty
	Then    string // what it said after it was changed
	Last    string // and after it was changed again
	Why     string // what a reviewer said, or why it was taken down
}

// entry is a post while it is played.
type entry struct {
	written
	id, request string
	due         time.Time // zero: as soon as it may
}

func (y *year) planPosts() error {
	for _, name := range []string{"past", "season", "now"} {
		source, err := texts.ReadFile("posts/" + name + ".yaml")
		if err != nil {
			return err
		}
		var all []written
		if err := yaml.Unmarshal(source, &all); err != nil {
			return fmt.Errorf("posts/%s.yaml: %w", name, err)
		}
		for _, w := range all {
			p := &entry{written: w}
			if p.due, err = y.dueOf(w); err != nil {
				return fmt.Errorf("posts/%s.yaml: %s: %w", name, w.Text, err)
			}
			y.planPost(p)
		}
	}
	y.planAway()
	return nil
}

// dueOf is when a post goes out, or zero where its story says so.
func (y *year) dueOf(w written) (time.Time, error) {
	if w.At == "" {
		return time.Time{}, nil
	}
	clock, err := time.Parse("15:04", w.At)
	if err != nil {
		return time.Time{}, err
	}
	today := y.now.In(y.zone)
	if w.Date != "" {
		day, err := time.Parse("01-02", w.Date)
		if err != nil {
			return time.Time{}, err
		}
		due := time.Date(today.Year(), day.Month(), day.Day(), clock.Hour(), clock.Minute(), 0, 0, y.zone)
		if due.After(y.now.AddDate(0, 0, -2)) {
			due = time.Date(today.Year()-1, day.Month(), day.Day(), clock.Hour(), clock.Minute(), 0, 0, y.zone)
		}
		return due, nil
	}
	return time.Date(today.Year(), today.Month(), today.Day()+w.In-w.Ago, clock.Hour(), clock.Minute(), 0, 0, y.zone), nil
}

// before is a morning so many days before a post goes out, on a working day that has passed.
func (y *year) before(p *entry, days int, seed string) time.Time {
	ago := int(y.now.Sub(p.due).Hours()/24) + days
	day := y.workday(max(ago, days), seed+p.Text)
	return time.Date(day.Year(), day.Month(), day.Day(), 8, 30+chance(seed+p.Text, 180), 0, 0, y.zone)
}

// write has the author begin the draft.
func (y *year) write(p *entry) func(context.Context, *store.Tx, time.Time) error {
	return y.step(p.By, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		c, err := y.content(ctx, tx, p, who, at)
		if err != nil {
			return err
		}
		made, err := compose.Begin(ctx, tx, who, c, p.due, y.zone.String(), at)
		p.id = made.ID
		return p.told(err)
	})
}

// rewrite has the author change what the draft says.
func (y *year) rewrite(p *entry, text string) func(context.Context, *store.Tx, time.Time) error {
	return y.step(p.By, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		is, err := tx.Post(ctx, p.id)
		if err != nil {
			return err
		}
		is.Content.Text = text
		_, err = compose.Save(ctx, tx, who, p.id, is.Version, is.Content, p.due, is.Zone, at)
		return p.told(err)
	})
}

// content is what the post says, with its picture cleaned and kept as an upload would be.
func (y *year) content(ctx context.Context, tx *store.Tx, p *entry, who staff.Person, at time.Time) (post.Content, error) {
	c := post.Content{Text: p.Text, Topic: p.Topic, Own: map[string]string{}}
	for _, id := range p.On {
		c.Accounts = append(c.Accounts, y.accounts[id])
		if own, ok := p.Own[id]; ok {
			c.Own[y.accounts[id]] = own
		}
	}
	if p.Picture == "" {
		return c, nil
	}
	if y.pictures[p.Picture] == "" {
		raw, err := drawn(drawings()[p.Picture])
		if err != nil {
			return c, err
		}
		clean, image, err := picture.Clean(raw)
		if err != nil {
			return c, err
		}
		if err := tx.AddPicture(ctx, image, clean, who.ID, at); err != nil {
			return c, err
		}
		y.pictures[p.Picture] = image.Digest
	}
	c.Images = []post.Image{{Digest: y.pictures[p.Picture], Alt: p.Alt, Credit: "Banga"}}
	return c, nil
}

// told says of which post an error is.
func (p *entry) told(err error) error {
	if err != nil {
		err = fmt.Errorf("%s, %q: %w", p.By, p.Text, err)
	}
	return err
}
