package api

import (
	"context"
	"time"

	"rostrum/compose"
	"rostrum/fault"
	"rostrum/post"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

type createPostQuestion struct {
	Repeatable
	Body struct {
		Text     string            `json:"text" maxLength:"200000" doc:"For every account that has no text of its own. A line with only --- begins the next post of a thread."`
		Own      map[string]string `json:"own,omitempty" doc:"By the account's id or handle: a text of its own."`
		Lang     string            `json:"lang,omitempty" enum:"en,lt" doc:"Recognised where it is not said."`
		Topic    string            `json:"topic,omitempty" maxLength:"100" doc:"A topic of speakers.yaml, by id."`
		Accounts []string          `json:"accounts,omitempty" maxItems:"50" doc:"Ids or handles."`
		Due      *time.Time        `json:"due,omitempty" doc:"When it is to go out; as soon as it is approved where it is not said."`
		Zone     string            `json:"zone,omitempty" maxLength:"100" doc:"IANA time zone in which people see the time; yours where it is not said."`
		Images   []imageNamed      `json:"images,omitempty" maxItems:"20"`
	}
}

type imageNamed struct {
	Digest string `json:"digest" maxLength:"64" doc:"As POST /pictures gave it."`
	Alt    string `json:"alt,omitempty" maxLength:"20000" doc:"What the picture shows, for people who do not see it."`
	Credit string `json:"credit,omitempty" maxLength:"1500" doc:"Who made it."`
}

func imagesIn(named []imageNamed) []post.Image {
	var images []post.Image
	for _, i := range named {
		images = append(images, post.Image{Digest: i.Digest, Alt: i.Alt, Credit: i.Credit})
	}
	return images
}

// textsIn gives texts of accounts, which are named by id or handle, by id.
func textsIn(ctx context.Context, tx *store.Tx, texts map[string]string) (map[string]string, error) {
	var own map[string]string
	for name, said := range texts {
		ids, err := accountIDs(ctx, tx, []string{name}, "own")
		if err != nil {
			return nil, err
		}
		if own == nil {
			own = map[string]string{}
		}
		own[ids[0]] = said
	}
	return own, nil
}

// zoneOf is the time zone in which somebody chooses times.
func zoneOf(ctx context.Context, tx *store.Tx, asked string, who staff.Person) (string, error) {
	if asked != "" {
		return asked, nil
	}
	if who.Zone != "" {
		return who.Zone, nil
	}
	company, err := tx.Company(ctx)
	return company.Zone, err
}

func (s *Server) createPost(ctx context.Context, c *call, in *createPostQuestion) (*postAnswer, error) {
	if err := staff.May(c.who, staff.WritePosts); err != nil {
		return nil, err
	}
	return change(ctx, s, c, in.Repeatable, func(tx *store.Tx) (*postAnswer, error) {
		b := &in.Body
		content := post.Content{Text: b.Text, Lang: b.Lang, Topic: b.Topic, Images: imagesIn(b.Images)}
		var err error
		if content.Accounts, err = accountIDs(ctx, tx, b.Accounts, "accounts"); err != nil {
			return nil, err
		}
		if content.Own, err = textsIn(ctx, tx, b.Own); err != nil {
			return nil, err
		}
		zone, err := zoneOf(ctx, tx, b.Zone, c.who)
		if err != nil {
			return nil, err
		}
		due, err := chosen(b.Due)
		if err != nil {
			return nil, err
		}
		p, err := compose.Begin(ctx, tx, c.who, content, due, zone, c.now)
		return &postAnswer{ETag: etag(p.Version), Location: "/api/v1/posts/" + p.ID, Body: postOut(p)}, err
	})
}

type changePostQuestion struct {
	PostID
	Matching
	Body struct {
		Text     *string            `json:"text,omitempty" maxLength:"200000"`
		Own      *map[string]string `json:"own,omitempty" doc:"All of them, in place of those there are."`
		Lang     *string            `json:"lang,omitempty" enum:"en,lt," doc:"Empty: it is recognised."`
		Topic    *string            `json:"topic,omitempty" maxLength:"100" doc:"Empty: none."`
		Accounts *[]string          `json:"accounts,omitempty" maxItems:"50" doc:"All of them, by id or handle."`
		Due      *string            `json:"due,omitempty" maxLength:"40" doc:"A time such as 2026-03-14T09:00:00Z; empty: as soon as it is approved."`
		Zone     *string            `json:"zone,omitempty" maxLength:"100"`
		Images   *[]imageNamed      `json:"images,omitempty" maxItems:"20" doc:"All of them."`
	}
}

func (s *Server) changePost(ctx context.Context, c *call, in *changePostQuestion) (*postAnswer, error) {
	if err := staff.May(c.who, staff.WritePosts); err != nil {
		return nil, err
	}
	return change(ctx, s, c, Repeatable{}, func(tx *store.Tx) (*postAnswer, error) {
		p, err := asRead(ctx, tx, in.PostID, in.Matching)
		if err != nil {
			return nil, err
		}
		if err := in.onto(ctx, tx, &p); err != nil {
			return nil, err
		}
		p, err = compose.Save(ctx, tx, c.who, p.ID, p.Version, p.Content, p.Due, p.Zone, c.now)
		return &postAnswer{ETag: etag(p.Version), Body: postOut(p)}, err
	})
}

// asRead gives a post, if it is as the program read it.
func asRead(ctx context.Context, tx *store.Tx, id PostID, as Matching) (compose.Post, error) {
	p, err := tx.Post(ctx, id.ID)
	if err != nil {
		return p, err
	}
	return p, as.as(p.Version)
}

// onto puts what was asked for onto a post.
func (q *changePostQuestion) onto(ctx context.Context, tx *store.Tx, p *compose.Post) (err error) {
	b := &q.Body
	for _, f := range []struct{ to, from *string }{{&p.Content.Text, b.Text}, {&p.Content.Lang, b.Lang}, {&p.Content.Topic, b.Topic}, {&p.Zone, b.Zone}} {
		if f.from != nil {
			*f.to = *f.from
		}
	}
	if b.Own != nil {
		if p.Content.Own, err = textsIn(ctx, tx, *b.Own); err != nil {
			return err
		}
	}
	if b.Accounts != nil {
		if p.Content.Accounts, err = accountIDs(ctx, tx, *b.Accounts, "accounts"); err != nil {
			return err
		}
	}
	if b.Images != nil {
		p.Content.Images = imagesIn(*b.Images)
	}
	switch {
	case b.Due == nil:
	case *b.Due == "":
		p.Due = time.Time{}
	default:
		due, err := time.Parse(time.RFC3339, *b.Due)
		if err != nil {
			return fault.Of("due", "Give a time such as 2026-03-14T09:00:00Z, or nothing for as soon as it is approved.",
				"Nurodykite laiką, pavyzdžiui, 2026-03-14T09:00:00Z, arba nieko, jei skelbti, kai tik patvirtins.")
		}
		p.Due, err = chosen(&due)
		return err
	}
	return nil
}

// chosen is the time that a program gave, or none. The year 1 is none to everything behind this, and to a program it is long past.
func chosen(due *time.Time) (time.Time, error) {
	if due == nil {
		return time.Time{}, nil
	}
	if due.Year() < 2000 {
		return *due, fault.Of("due", "This time has passed. Give a later one.", "Šis laikas jau praėjo. Nurodykite vėlesnį.")
	}
	return *due, nil
}

type postQuestion struct {
	PostID
	Matching
	Repeatable
}

func (s *Server) reopenPost(ctx context.Context, c *call, in *postQuestion) (*postAnswer, error) {
	return s.turnPost(ctx, c, in, func(tx *store.Tx, p compose.Post) (compose.Post, error) {
		return publish.Reopen(ctx, tx, c.who, p.ID, c.now)
	})
}

func (s *Server) discardPost(ctx context.Context, c *call, in *postQuestion) (*postAnswer, error) {
	return s.turnPost(ctx, c, in, func(tx *store.Tx, p compose.Post) (compose.Post, error) {
		return compose.Discard(ctx, tx, c.who, p.ID, p.Version, c.now)
	})
}

// turnPost does something with a post that is as the program read it.
func (s *Server) turnPost(ctx context.Context, c *call, in *postQuestion, do func(*store.Tx, compose.Post) (compose.Post, error)) (*postAnswer, error) {
	if err := staff.May(c.who, staff.WritePosts); err != nil {
		return nil, err
	}
	return change(ctx, s, c, in.Repeatable, func(tx *store.Tx) (*postAnswer, error) {
		p, err := asRead(ctx, tx, in.PostID, in.Matching)
		if err != nil {
			return nil, err
		}
		p, err = do(tx, p)
		return &postAnswer{ETag: etag(p.Version), Body: postOut(p)}, err
	})
}
