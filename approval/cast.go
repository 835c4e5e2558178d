package approval

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"rostrum/compose"
	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
)

// MaxReason is how many characters a reason may have.
const MaxReason = 4000

// Cast takes somebody's vote on a request: on each step that asks them now, or somebody for whom they stand in. A yes also
// counts in the steps after, where they are asked as well; a no, and the wish for changes, ends the request. Whoever had a hand
// in the post, has left or lost the role, or is not asked gets a [*Refusal], which is on the record.
func Cast(ctx context.Context, r Records, who staff.Person, request string, choice Choice, reason string, now time.Time) (Request, error) {
	b, err := openBallot(ctx, r, request, choice, reason, now)
	if err != nil && b.post.ID == "" {
		return b.req, err
	}
	today, gone := r.Person(ctx, who.ID)
	if gone == nil {
		gone = staff.May(today, staff.VotePosts)
	}
	switch {
	case gone != nil:
		return b.req, refuse(ctx, r, b.req, who.ID, noRight, noVote(), now)
	case slices.Contains(b.hands(), who.ID):
		return b.req, refuse(ctx, r, b.req, who.ID, ownPost, wroteIt(), now)
	case err != nil:
		return b.req, err
	}
	seats, err := b.seats(ctx, today)
	if err != nil {
		return b.req, err
	}
	return b.cast(ctx, today.ID, seats)
}

// ballot is a vote that is being taken.
type ballot struct {
	Records
	req    Request
	post   compose.Post
	choice Choice
	reason string
	now    time.Time
}

// openBallot gives the request to vote on, if it is open and about what the post says. Where the fault is of the request
// itself, the ballot tells of which post, so that a vote that would be refused anyhow is.
func openBallot(ctx context.Context, r Records, request string, choice Choice, reason string, now time.Time) (ballot, error) {
	b := ballot{Records: r, choice: choice, reason: strings.TrimSpace(reason), now: now}
	var err error
	if b.req, err = r.RequestToChange(ctx, request); err != nil {
		return b, err
	}
	if b.post, err = r.Post(ctx, b.req.Post); err != nil {
		return b, err
	}
	switch {
	case b.req.State != Open:
		return b, decided(b.req.State)
	case b.post.State != compose.Review || b.post.Digest != b.req.Digest || b.post.Revision != b.req.Revision:
		return b, decided(Voided)
	case choice != Yes && choice != No && choice != Change:
		return b, fault.Of("choice", "Say yes, no, or what is to be changed.", "Pritarkite, atmeskite arba nurodykite, ką pakeisti.")
	case choice != Yes && b.reason == "":
		return b, fault.Of("reason", "Say why, so that its authors know what to do.", "Nurodykite priežastį, kad autoriai žinotų, ką daryti.")
	case utf8.RuneCountInString(b.reason) > MaxReason || !utf8.ValidString(b.reason):
		return b, fault.Of("reason", "Write the reason in up to 4,000 characters.", "Priežastį surašykite ne ilgiau kaip 4 000 ženklų.")
	}
	return b, nil
}

func decided(s State) *fault.Fault {
	switch s {
	case Approved:
		return fault.New(fault.Conflict, "This post has been approved already.", "Šis įrašas jau patvirtintas.")
	case Rejected:
		return fault.New(fault.Conflict, "This post has been rejected already.", "Šis įrašas jau atmestas.")
	case Changes:
		return fault.New(fault.Conflict, "This post was sent back to be changed. You will be asked again.",
			"Šis įrašas grąžintas taisyti. Jūsų bus paklausta iš naujo.")
	}
	return fault.New(fault.Conflict, "This post was taken back or changed since. What you read is not asked about any more.",
		"Šis įrašas atsiimtas arba pakeistas. Dėl to, ką skaitėte, nebeklausiama.")
}

// hands are those who had a hand in the post, as it was submitted and as it is.
func (b *ballot) hands() []string {
	all := slices.Clone(b.req.Writers)
	for _, id := range append([]string{b.req.Author, b.post.Author}, b.post.Writers...) {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

// cast writes the vote down and ends the request where that decides it.
func (b *ballot) cast(ctx context.Context, who string, seats []seat) (Request, error) {
	before, err := b.counts(ctx)
	if err != nil {
		return b.req, err
	}
	asked := b.req.turn(before)
	if b.choice != Yes {
		seats = seats[:1]
	}
	for _, s := range seats {
		step := &b.req.Steps[s.step]
		v := Vote{Step: step.ID, Person: who, For: s.of, Choice: b.choice, Reason: b.reason, At: b.now}
		step.Votes = append(slices.Clone(step.Votes), v)
		if err := b.AddVote(ctx, b.req.ID, v); err != nil {
			return b.req, err
		}
		if err := b.tell(ctx, step, v); err != nil {
			return b.req, err
		}
	}
	switch b.choice {
	case No:
		return b.end(ctx, Rejected, "post.rejected", AboutRejected, func() error {
			_, err := compose.Decided(ctx, b, b.post, compose.Rejected, b.now)
			return err
		})
	case Change:
		return b.end(ctx, Changes, "post.sent_back", AboutSentBack, func() error {
			_, err := compose.SentBack(ctx, b, b.post, b.now)
			return err
		})
	}
	counts, err := b.counts(ctx)
	if err != nil {
		return b.req, err
	}
	if b.req.done(counts) {
		b.req.State, b.req.Decided = Approved, b.now
		if err := b.keep(ctx); err != nil {
			return b.req, err
		}
		return approved(ctx, b, b.req, b.post, who, b.now)
	}
	if err := b.keep(ctx); err != nil || b.req.turn(counts) == asked {
		return b.req, err
	}
	return b.req, callNow(ctx, b, b.req, counts, b.now)
}

func (b *ballot) keep(ctx context.Context) error {
	if err := b.ChangeRequest(ctx, b.req); err != nil {
		return err
	}
	b.req.Version++
	return nil
}

func (b *ballot) tell(ctx context.Context, s *Step, v Vote) error {
	kind := "post.voted"
	if s.Kind == Guest {
		kind = "guest.voted"
	}
	data := b.req.facts("step", s.ID, "of", string(s.Kind), "choice", string(v.Choice))
	if v.For != "" {
		data["for"] = v.For
	}
	return b.Append(ctx, ledger.Entry{Time: b.now, Actor: v.Person, Kind: kind, Subject: b.req.Post, Data: data,
		Private: map[string]string{"reason": v.Reason}})
}

// end closes the request without an approval.
func (b *ballot) end(ctx context.Context, s State, kind string, letter About, change func() error) (Request, error) {
	b.req.State, b.req.Decided = s, b.now
	if err := b.keep(ctx); err != nil {
		return b.req, err
	}
	if err := change(); err != nil {
		return b.req, err
	}
	if err := b.Append(ctx, ledger.Entry{Time: b.now, Actor: b.last().Person, Kind: kind, Subject: b.req.Post, Data: b.req.facts()}); err != nil {
		return b.req, err
	}
	return b.req, tellAuthors(ctx, b, b.req, letter, b.now)
}

// last gives the vote that was cast now.
func (b *ballot) last() Vote {
	var last Vote
	for _, s := range b.req.Steps {
		for _, v := range s.Votes {
			if !v.At.Before(last.At) {
				last = v
			}
		}
	}
	return last
}
