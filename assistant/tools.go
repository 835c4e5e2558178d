package assistant

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"rostrum/check"
	"rostrum/fault"
	"rostrum/policy"
	"rostrum/post"
	"rostrum/text"
)

// desk is where questions are answered.
type desk struct {
	checker *check.Checker
	drafts  Drafts
	lang    string
}

// maxText is how many bytes of text a question may have.
const maxText = 1 << 20

type checkQuestion struct {
	Text     string `json:"text" jsonschema:"what is to be said"`
	Channel  string `json:"channel,omitempty" jsonschema:"brand for a company account (the default), personal for somebody's own, mention for a post of somebody else"`
	Network  string `json:"network,omitempty" jsonschema:"where it goes: bluesky, mastodon, …"`
	Lang     string `json:"lang,omitempty" jsonschema:"the text's language, en or lt; left out, it is recognised"`
	Language string `json:"language,omitempty" jsonschema:"the language of the answer, en or lt"`
}

// checked is what the policy says of a text.
type checked struct {
	Verdict  string  `json:"verdict" jsonschema:"allow, advise, review (the clause's owner must approve) or block"`
	Lang     string  `json:"lang"`
	Findings []found `json:"findings"`
}

type found struct {
	Clause     string `json:"clause"`
	Category   string `json:"category"`
	Verdict    string `json:"verdict"`
	Start      int    `json:"start" jsonschema:"the first byte of the place in the text; 0 and 0 mean the whole"`
	End        int    `json:"end"`
	Text       string `json:"text"`
	Message    string `json:"message"`
	Suggestion string `json:"suggestion,omitempty"`
	Waived     bool   `json:"waived,omitempty" jsonschema:"an exception holds, so it does not count"`
}

func (d *desk) check(_ context.Context, _ *mcp.CallToolRequest, q checkQuestion) (*mcp.CallToolResult, checked, error) {
	if len(q.Text) > maxText {
		return nil, checked{}, d.refuse(q.Language, fault.New(fault.Invalid, "This is longer than any post. Check it in parts.", "Tai ilgiau už bet kokį įrašą. Tikrinkite dalimis."))
	}
	p := &post.Post{Text: q.Text, Channel: post.Channel(q.Channel), Network: q.Network, Lang: q.Lang, At: time.Now()}
	switch p.Channel {
	case "", post.Brand, post.Personal, post.Mention:
	default:
		return nil, checked{}, d.refuse(q.Language, fault.New(fault.Invalid, "The channel is brand, personal or mention.", "Kanalas yra brand, personal arba mention."))
	}
	result := d.checker.Check(p)
	told := result.Tell("", text.Lang(d.language(q.Language)))
	out := checked{Verdict: told.Verdict.String(), Lang: string(told.Lang), Findings: []found{}}
	for _, f := range told.Findings {
		out.Findings = append(out.Findings, found{f.Clause, string(f.Category), f.Verdict.String(), f.Start, f.End, f.Text, f.Message, f.Suggestion, f.Waived != nil})
	}
	return nil, out, nil
}

type explainQuestion struct {
	Clause   string `json:"clause,omitempty" jsonschema:"the clause's id or number, as findings cite it; left out, all clauses are listed"`
	Language string `json:"language,omitempty" jsonschema:"en or lt"`
}

// clause is a clause as assistants read it.
type clause struct {
	ID          string    `json:"id"`
	Number      string    `json:"number"`
	Title       string    `json:"title"`
	Owner       string    `json:"owner"`
	Text        string    `json:"text,omitempty"`
	Consequence string    `json:"consequence,omitempty"`
	Examples    []example `json:"examples,omitempty"`
}

type example struct {
	Text string `json:"text"`
	Fine bool   `json:"fine"`
}

type explained struct {
	Company string   `json:"company"`
	Clauses []clause `json:"clauses"`
}

func (d *desk) explain(_ context.Context, _ *mcp.CallToolRequest, q explainQuestion) (*mcp.CallToolResult, explained, error) {
	p, lang := d.checker.Policy(), d.language(q.Language)
	out := explained{Company: p.Company, Clauses: []clause{}}
	for _, c := range p.Clauses {
		told := clause{ID: c.ID, Number: c.Number, Title: c.Title.In(lang), Owner: owner(p, c.Owner, lang)}
		if q.Clause == "" {
			out.Clauses = append(out.Clauses, told)
			continue
		}
		if strings.EqualFold(c.ID, q.Clause) || c.Number == q.Clause {
			told.Text, told.Consequence = c.Text.In(lang), c.Consequence.In(lang)
			for _, e := range c.Examples {
				told.Examples = append(told.Examples, example{e.Post().Text, !e.ShouldFire()})
			}
			out.Clauses = append(out.Clauses, told)
		}
	}
	if len(out.Clauses) == 0 {
		return nil, out, d.refuse(q.Language, fault.New(fault.NotFound, "There is no clause “"+q.Clause+"”. Ask without a clause for the list.",
			"Punkto „"+q.Clause+"“ nėra. Klauskite nenurodę punkto – gausite sąrašą."))
	}
	return nil, out, nil
}

type kept struct {
	Address string `json:"address" jsonschema:"where the person goes on with it"`
	Verdict string `json:"verdict" jsonschema:"what the policy says of it so far"`
}

func (d *desk) draft(ctx context.Context, _ *mcp.CallToolRequest, q Draft) (*mcp.CallToolResult, kept, error) {
	if strings.TrimSpace(q.Text) == "" || len(q.Text) > maxText {
		return nil, kept{}, d.refuse("", fault.New(fault.Invalid, "Give a text, up to a megabyte.", "Pateikite tekstą iki vieno megabaito."))
	}
	address, err := d.drafts.Keep(ctx, q)
	if err != nil {
		return nil, kept{}, d.refuse("", err)
	}
	result := d.checker.Check(&post.Post{Text: q.Text, Lang: q.Lang, Channel: post.Brand, At: time.Now()})
	return nil, kept{address, result.Verdict.String()}, nil
}

func (d *desk) language(asked string) string {
	if asked == "en" || asked == "lt" {
		return asked
	}
	return d.lang
}

// refuse tells a fault as the assistant passes it on.
func (d *desk) refuse(lang string, err error) error {
	return errors.New(fault.For(err).In(d.language(lang)))
}

func owner(p *policy.Policy, team, lang string) string {
	for _, t := range p.Speakers.Teams {
		if t.ID == team {
			return t.Name.In(lang)
		}
	}
	return team
}
