package web

import (
	"math"
	"slices"
	"time"

	"rostrum/approval"
	"rostrum/compose"
	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

// whyPage retells from the record why a post was allowed, who said so, and what became of it.
type whyPage struct {
	Page
	Post      compose.Post
	Decisions []whyDecision
	Revisions []compose.Revision
	Names     map[string]string
	Between   []heldPause // pauses that fell into its time
	Entries   []whyEntry
	Write     bool
}

// whyDecision is one request and all that it rests on.
type whyDecision struct {
	approval.Request
	Content   compose.Revision
	By        string
	Texts     []whyText
	Number    int // of the version of the policy; 0: it is not among those that were in force
	Checked   []checkedText
	Chain     []chainTurn
	Out       []publicationLine
	Again     *whyAgain
	MayReplay bool
}

// whyText is what was to be said on accounts that say the same.
type whyText struct {
	On   []face
	Text string
}

// whyAgain is what the check of the revision comes to now, under the version under which it was decided.
type whyAgain struct {
	Same    bool
	Verdict string
	At      time.Time
	Checked []checkedText
}

// whyEntry is an entry of the ledger about the post.
type whyEntry struct {
	At             time.Time
	Sentence, Icon string
	Why            string // the reason that somebody gave
	Href           string
}

// entriesShown is how many entries of the ledger the page tells of the post itself.
const entriesShown = 200

func (s *Server) why(v *visit) error {
	page := whyPage{Names: map[string]string{}, Write: staff.May(v.who, staff.WritePosts) == nil}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		story, err := publish.Story(v.ctx, tx, v.r.PathValue("id"))
		if err != nil {
			return err
		}
		page.Post = story.Post
		if page.Revisions, err = tx.Revisions(v.ctx, story.Post.ID); err != nil {
			return err
		}
		for _, r := range page.Revisions {
			if err := s.names(v, tx, page.Names, r.Author); err != nil {
				return err
			}
		}
		for _, d := range story.Decisions {
			one, err := s.whyDecision(v, tx, d)
			if err != nil {
				return err
			}
			page.Decisions = append(page.Decisions, one)
		}
		if page.Between, err = s.pausesBetween(v, tx, story); err != nil {
			return err
		}
		page.Entries, err = s.whyEntries(v, tx, story)
		return err
	})
	if err != nil {
		return err
	}
	page.Page = s.page(v, "publish.why_title")
	page.Lead = firstWords(beginning(page.Post.Content.Text))
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "compose.title"), Href: "/posts"}, {Label: s.words.T(v.lang, "publish.post_link"), Href: "/posts/" + page.Post.ID}}
	s.render.Render(v.w, v.r, 200, "publish/why", &page)
	return nil
}

func (s *Server) whyDecision(v *visit, tx *store.Tx, d publish.Decided) (whyDecision, error) {
	one := whyDecision{Request: d.Request, Content: d.Revision}
	accounts, err := tx.BrandAccounts(v.ctx)
	if err != nil {
		return one, err
	}
	faces, handles := faced(accounts), map[string]string{}
	for _, a := range accounts {
		handles[a.ID] = a.Handle
	}
	names, err := s.votersOf(v.ctx, tx, d.Request)
	if err != nil {
		return one, err
	}
	one.By = names[d.Request.Author]
	for _, id := range d.Revision.Content.Accounts {
		text := d.Revision.Content.TextFor(id)
		at := slices.IndexFunc(one.Texts, func(t whyText) bool { return t.Text == text })
		if at < 0 {
			one.Texts, at = append(one.Texts, whyText{Text: text}), len(one.Texts)
		}
		one.Texts[at].On = append(one.Texts[at].On, faceOf(faces, id))
	}
	if one.Out, err = s.publicationLines(v, tx, d.Publications); err != nil {
		return one, err
	}
	ready, err := s.InForce(v.ctx, tx, d.Request.Asked)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return one, err
	}
	if err != nil || ready.Version.Digest != d.Request.Policy {
		return one, nil // what was found then is in the ledger; the version itself is not among those that were in force
	}
	one.Number, one.MayReplay = ready.Version.Number, true
	told := desk{ready: ready, accounts: accounts}
	one.Checked = s.checkedTexts(v, &told, compose.Post{Content: d.Revision.Content}, d.Request.Decision)
	one.Chain = s.chain(v.lang, ready.Policy, d.Request, names, handles)
	if v.r.URL.Query().Get("again") != d.Request.ID {
		return one, nil
	}
	edition, err := s.edition(ready)
	if err != nil {
		return one, err
	}
	anew, same, err := d.Replay(v.ctx, tx, edition)
	if err != nil {
		return one, err
	}
	one.Again = &whyAgain{Same: same, Verdict: anew.Verdict.String(), At: v.now}
	if !same {
		one.Again.Checked = s.checkedTexts(v, &told, compose.Post{Content: d.Revision.Content}, anew)
	}
	return one, nil
}

// pausesBetween gives the pauses that held some publication of the post while it was on its way.
func (s *Server) pausesBetween(v *visit, tx *store.Tx, story publish.Told) ([]heldPause, error) {
	const most = 200
	past, err := tx.PastPauses(v.ctx, most)
	if err != nil {
		return nil, err
	}
	var between []publish.Pause
	for _, p := range slices.Backward(past) {
		while := p
		while.Ended = time.Time{} // whether it would hold, had it not ended
		held := slices.ContainsFunc(story.Decisions, func(d publish.Decided) bool {
			return slices.ContainsFunc(d.Publications, func(out publish.Publication) bool {
				begun := p.Ended.IsZero() || p.Ended.After(out.Created)
				return begun && while.Holds(out) && (out.Sent.IsZero() || out.Sent.After(p.From))
			})
		})
		if held {
			between = append(between, p)
		}
	}
	return s.namedPauses(v, tx, between)
}

// whyEntries gives what the ledger has about the post and its publications, the oldest first.
func (s *Server) whyEntries(v *visit, tx *store.Tx, story publish.Told) ([]whyEntry, error) {
	subjects := []string{story.Post.ID}
	for _, d := range story.Decisions {
		for _, p := range d.Publications {
			subjects = append(subjects, p.ID)
		}
	}
	var sealed []ledger.Sealed
	for _, subject := range subjects {
		more, err := tx.LedgerEntries(v.ctx, store.LedgerFilter{Subject: subject}, math.MaxInt64, entriesShown)
		if err != nil {
			return nil, err
		}
		sealed = append(sealed, more...)
	}
	slices.SortFunc(sealed, func(a, b ledger.Sealed) int { return int(a.Seq - b.Seq) })
	var opened []ledger.Entry
	var entries []whyEntry
	for _, one := range sealed {
		e, _, _, err := ledger.Open(one.Leaf, one.Private)
		if err != nil {
			continue // the ledger's own pages tell of what was tampered with
		}
		entry := whyEntry{At: e.Time, Icon: kindIcon(e.Kind), Why: e.Private["why"]}
		if staff.May(v.who, staff.SeeLedger) == nil {
			entry.Href = "/ledger/" + itoa(one.Seq)
		}
		opened, entries = append(opened, e), append(entries, entry)
	}
	names, err := s.namesIn(v.ctx, tx, v.lang, opened...)
	for i := range opened {
		entries[i].Sentence = s.sentence(v.lang, opened[i], names)
	}
	return entries, err
}
