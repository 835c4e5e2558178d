package api

import (
	"context"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"rostrum/check"
	"rostrum/post"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/text"
)

type checkQuestion struct {
	Body struct {
		ID      string     `json:"id,omitempty" maxLength:"200" doc:"Comes back with the verdict."`
		Text    string     `json:"text" maxLength:"1000000"`
		Lang    string     `json:"lang,omitempty" enum:"en,lt" doc:"Recognised where it is not said."`
		Channel string     `json:"channel,omitempty" enum:"brand,personal,mention" default:"brand"`
		Network string     `json:"network,omitempty" maxLength:"100" doc:"Where it goes: bluesky, mastodon, …"`
		Sector  string     `json:"sector,omitempty" enum:"finance,government,health,retail" doc:"The policy's where it is not said."`
		Author  *author    `json:"author,omitempty"`
		Media   []media    `json:"media,omitempty" maxItems:"100"`
		At      *time.Time `json:"at,omitempty" doc:"When it goes out; now where it is not said."`
	}
}

type author struct {
	Handle string `json:"handle,omitempty" maxLength:"300"`
	Name   string `json:"name,omitempty" maxLength:"300"`
	Team   string `json:"team,omitempty" maxLength:"300"`
}

type media struct {
	Kind   string `json:"kind,omitempty" enum:"image,video,audio"`
	Alt    string `json:"alt,omitempty" maxLength:"10000"`
	Credit string `json:"credit,omitempty" maxLength:"1000"`
}

type checkAnswer struct {
	Body struct {
		ID       string        `json:"id"`
		Verdict  string        `json:"verdict" enum:"allow,advise,review,block"`
		Lang     string        `json:"lang" doc:"Of the post; empty where there is nothing to tell by."`
		Findings []finding     `json:"findings" nullable:"false"`
		Policy   policyInForce `json:"policy" doc:"By which it was checked."`
	}
}

type finding struct {
	Rule       string             `json:"rule" doc:"clause/rule; empty where checking itself failed."`
	Clause     string             `json:"clause"`
	Category   string             `json:"category"`
	Verdict    string             `json:"verdict"`
	Start      int                `json:"start" doc:"The first byte of the place in the text."`
	End        int                `json:"end" doc:"The byte after the last; 0 and 0 mean the post as a whole."`
	Text       string             `json:"text"`
	Message    string             `json:"message" doc:"In the language of Accept-Language, else in the post's."`
	Suggestion string             `json:"suggestion"`
	Waived     *check.WaivedEntry `json:"waived,omitempty" doc:"Set: the finding does not count."`
}

type policyInForce struct {
	Number int    `json:"number"`
	Digest string `json:"digest"`
}

func (s *Server) checkOperations(a huma.API) {
	offer(s, a, posting("check", "/check", signin.CheckPosts, "check", "Check a post against the policy in force", "Patikrinti įrašą pagal galiojančią politiką"), s.check)
}

func (s *Server) check(ctx context.Context, c *call, in *checkQuestion) (*checkAnswer, error) {
	if err := staff.May(c.who, staff.CheckDraft); err != nil {
		return nil, err
	}
	var inForce Policy
	err := s.Store.Read(ctx, func(tx *store.Tx) (err error) {
		inForce, err = s.InForce(ctx, tx, c.now)
		return err
	})
	if err != nil {
		return nil, err
	}
	checker, err := inForce.Checker()
	if err != nil {
		return nil, err
	}
	asked := in.post(c.now)
	result := checker.Check(&asked)
	lang := checker.ReaderLanguage(&result)
	if c.asked {
		lang = text.Lang(c.lang)
	}
	out := checkOut(result.Tell(asked.ID, lang))
	out.Body.Policy = policyInForce{inForce.Version.Number, inForce.Version.Digest}
	return out, nil
}

func (q *checkQuestion) post(now time.Time) post.Post {
	b := &q.Body
	p := post.Post{ID: b.ID, Text: b.Text, Lang: b.Lang, Channel: post.Channel(b.Channel), Network: b.Network, Sector: b.Sector, At: now}
	if b.At != nil {
		p.At = *b.At
	}
	if b.Author != nil {
		p.Author = &post.Author{Handle: b.Author.Handle, Name: b.Author.Name, Team: b.Author.Team}
	}
	for _, m := range b.Media {
		p.Media = append(p.Media, post.Media{Kind: m.Kind, Alt: m.Alt, Credit: m.Credit})
	}
	return p
}

func checkOut(v check.Verdict) *checkAnswer {
	out := &checkAnswer{}
	out.Body.ID, out.Body.Verdict, out.Body.Lang = v.ID, v.Verdict.String(), string(v.Lang)
	out.Body.Findings = make([]finding, len(v.Findings))
	for i, f := range v.Findings {
		out.Body.Findings[i] = finding{f.Rule, f.Clause, string(f.Category), f.Verdict.String(), f.Start, f.End, f.Text, f.Message, f.Suggestion, f.Waived}
	}
	return out
}
