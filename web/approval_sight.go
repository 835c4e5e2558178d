package web

import (
	"slices"
	"strings"

	"rostrum/approval"
	"rostrum/compose"
	"rostrum/policy"
	"rostrum/post"
	"rostrum/store"
)

// sight is what everybody who decides about a post sees of it, with or without an account.
type sight struct {
	Req       approval.Request
	Start, By string
	Late      bool
	Looks     []approvalLook
	Images    []post.Image
	Checked   []checkedText
	Chain     []chainTurn
	Texts     []saidText
	Earlier   []remark // on earlier revisions, and still open
	Overall   []remark // about the whole
	handles   map[string]string
}

// approvalLook is how the post will look on one account.
type approvalLook struct {
	Network string
	Preview postPreview
}

// chainTurn are the steps that are asked at once. State is done, now, wait or stopped.
type chainTurn struct {
	State string
	Steps []chainStep
}

// chainStep is one yes that is needed, and who has said what.
type chainStep struct {
	approval.Step
	State  string
	Why    string
	People []chainPerson
	Again  string // of a guest: where a new link is asked for; empty where the visitor may not
}

// chainPerson is somebody who is asked; Vote is nil while they have not answered.
type chainPerson struct {
	Name string
	Vote *approval.Vote
	By   string // the name of who voted for them
}

// sight shows a request as it was asked.
func (s *Server) sight(v *visit, tx *store.Tx, req approval.Request) (sight, error) {
	out := sight{Req: req, Late: late(req, v.now), handles: map[string]string{}}
	ready, err := s.InForce(v.ctx, tx, v.now)
	if err != nil {
		return out, err
	}
	revision, err := tx.Revision(v.ctx, req.Post, req.Revision)
	if err != nil {
		return out, err
	}
	d := desk{ready: ready}
	if d.accounts, err = tx.BrandAccounts(v.ctx); err != nil {
		return out, err
	}
	names, err := s.votersOf(v.ctx, tx, req)
	if err != nil {
		return out, err
	}
	out.Start, out.By, out.Images = firstWords(revision.Content.Text), names[req.Author], revision.Content.Images
	for _, a := range d.accounts {
		out.handles[a.ID] = a.Handle
		if !slices.Contains(revision.Content.Accounts, a.ID) {
			continue
		}
		n, limit := s.profile(a.Network), a.Length
		if limit == 0 {
			limit = n.Length
		}
		out.Looks = append(out.Looks, approvalLook{n.Name, previewOf(n, a, limit, revision.Content.TextFor(a.ID))})
	}
	out.Checked = s.checkedTexts(v, &d, compose.Post{Content: revision.Content}, req.Decision)
	out.Chain = s.chain(v.lang, ready.Policy, req, names, out.handles)
	return out, s.comments(v, tx, revision, &out, names)
}

// chain tells whom a request asks, turn by turn.
func (s *Server) chain(lang string, p *policy.Policy, req approval.Request, names, handles map[string]string) []chainTurn {
	now := map[string]bool{}
	for _, step := range req.Now() {
		now[step.ID] = true
	}
	steps := slices.SortedStableFunc(slices.Values(req.Steps), func(a, b approval.Step) int { return a.Order - b.Order })
	var turns []chainTurn
	for i, step := range steps {
		one := chainStep{Step: step, State: "wait", Why: s.whyStep(lang, p, step, handles)}
		for _, id := range step.Who {
			one.People = append(one.People, chainPerson{Name: names[id]})
		}
		for at := range step.Votes {
			vote := &step.Votes[at]
			if seat := slices.Index(step.Who, vote.Seat()); seat >= 0 {
				one.People[seat].Vote = vote
				if vote.For != "" {
					one.People[seat].By = names[vote.Person]
				}
			}
		}
		switch {
		case slices.ContainsFunc(step.Votes, func(v approval.Vote) bool { return v.Choice != approval.Yes }):
			one.State = "stopped"
		case step.Done():
			one.State = "done"
		case now[step.ID]:
			one.State = "now"
		}
		if i == 0 || steps[i-1].Order != step.Order {
			turns = append(turns, chainTurn{State: "done"})
		}
		turn := &turns[len(turns)-1]
		turn.Steps = append(turn.Steps, one)
		if one.State != "done" && turn.State != "stopped" {
			turn.State = one.State
		}
	}
	return turns
}

// whyStep says in one line why a step is asked.
func (s *Server) whyStep(lang string, p *policy.Policy, step approval.Step, handles map[string]string) string {
	switch step.Kind {
	case approval.Clause:
		var clauses []string
		for _, c := range p.Clauses {
			if slices.Contains(step.Clauses, c.ID) {
				clauses = append(clauses, c.Number+" "+c.Title.In(lang))
			}
		}
		team := step.Team
		for _, t := range p.Speakers.Teams {
			if t.ID == step.Team {
				team = t.Name.In(lang)
			}
		}
		return s.words.T(lang, "approval.why_clause", "team", team, "clauses", strings.Join(clauses, ", "))
	case approval.Speaker:
		return s.words.T(lang, "approval.why_speaker", "account", handles[step.Account])
	case approval.Account:
		return s.words.T(lang, "approval.why_account", "account", handles[step.Account])
	case approval.Guest:
		return s.words.T(lang, "approval.why_guest")
	}
	return s.words.T(lang, "approval.why_principal")
}

// remark is a comment with the answers to it.
type remark struct {
	approval.Comment
	By      string
	Closer  string // the name of who resolved it
	Answers []remark
}

// Open tells whether the thread waits for something.
func (r remark) Open() bool { return r.Resolved.IsZero() }

// saidText is a text of the post, paragraph by paragraph, with what was said about each.
type saidText struct {
	Account, Label string
	Paragraphs     []saidParagraph
}

// saidParagraph is a paragraph; Start and End are its bytes in the text.
type saidParagraph struct {
	Start, End int
	Text       string
	Remarks    []remark
}

// comments puts what was said about a post beside what it is about.
func (s *Server) comments(v *visit, tx *store.Tx, of compose.Revision, to *sight, names map[string]string) error {
	to.Texts = append(to.Texts, saidText{Paragraphs: paragraphs(of.Content.Text)})
	for _, id := range of.Content.Accounts {
		if own := of.Content.Own[id]; own != "" {
			to.Texts = append(to.Texts, saidText{Account: id, Label: to.handles[id], Paragraphs: paragraphs(own)})
		}
	}
	all, err := tx.PostComments(v.ctx, of.Post)
	if err != nil {
		return err
	}
	var threads []remark
	at := map[string]int{}
	for _, c := range all {
		if err := s.names(v, tx, names, c.Person, c.Resolver); err != nil {
			return err
		}
		one := remark{Comment: c, By: names[c.Person], Closer: names[c.Resolver]}
		if i, answers := at[c.Thread]; answers {
			threads[i].Answers = append(threads[i].Answers, one)
			continue
		}
		at[c.Thread] = len(threads)
		threads = append(threads, one)
	}
	for _, t := range threads {
		to.place(t, of.Number)
	}
	return nil
}

// place puts a thread beside its paragraph, or among those about the whole or about an earlier revision.
func (to *sight) place(t remark, revision int) {
	switch {
	case t.Revision != revision:
		if t.Open() {
			to.Earlier = append(to.Earlier, t)
		}
		return
	case t.End == 0:
		to.Overall = append(to.Overall, t)
		return
	}
	for i := range to.Texts {
		for j := range to.Texts[i].Paragraphs {
			p := &to.Texts[i].Paragraphs[j]
			if to.Texts[i].Account == t.Account && t.Start < p.End && t.End > p.Start {
				p.Remarks = append(p.Remarks, t)
				return
			}
		}
	}
	to.Overall = append(to.Overall, t)
}

// paragraphs cuts a text at its line ends, without the marks between the posts of a thread.
func paragraphs(text string) []saidParagraph {
	var all []saidParagraph
	at := 0
	for line := range strings.Lines(text) {
		bare := strings.TrimRight(line, "\n")
		if said := strings.TrimSpace(bare); said != "" && said != post.ThreadMark {
			all = append(all, saidParagraph{Start: at, End: at + len(bare), Text: bare})
		}
		at += len(line)
	}
	return all
}
