package publish

import (
	"errors"
	"time"

	"rostrum/network"
)

// How long things may take.
const (
	// LeaseTime is how long a publication is in a worker's hands.
	LeaseTime = 30 * time.Second
	// Patience is how late a publication goes by itself. Whatever kept it for longer – the server was off, a network was away
	// – a human says whether it is still to go.
	Patience = 15 * time.Minute
	// Endurance is how long a network that is away or limits us is tried.
	Endurance = time.Hour

	firstWait, longestWait = 5 * time.Second, 5 * time.Minute
)

// Outcome is what came of one step at the network.
type Outcome struct {
	Receipt *network.Receipt // what the network took, or what a look has found; nil for what was taken down
	Left    int              // posts of the thread that are still to go
	Missing bool             // of a look: it is surely not there
	Err     error
}

// After gives where a publication stands after a step, and the kind of entry for the record, which is empty where there is
// nothing to tell yet. One post of a thread is a step: for the next one it is claimed, and everything asked, anew.
func (p Publication) After(o Outcome, now time.Time) (Publication, string) {
	if o.Err != nil {
		return p.afterFailure(o.Err, now)
	}
	if o.Missing {
		return p.put(now)
	}
	if o.Receipt != nil {
		p.Receipts = append(p.Receipts[:len(p.Receipts):len(p.Receipts)], *o.Receipt)
	}
	p.Tries = 0
	if o.Left > 0 {
		return p.put(now)
	}
	p.State, p.Hold, p.Said, p.Sent = Sent, "", "", now
	return p.down(), map[Verb]string{Post: "publication.sent", Edit: "publication.edited", Delete: "publication.deleted"}[p.Verb]
}

// down is the publication in nobody's hands.
func (p Publication) down() Publication {
	p.Lease, p.Holder, p.Again = time.Time{}, "", time.Time{}
	return p
}

// put puts it back in its place of the lane, or has it wait for a human where that was said while it was in hand.
func (p Publication) put(now time.Time) (Publication, string) {
	p = p.down()
	if p.Hold != "" {
		p.State = Held
		return p, "publication.held"
	}
	p.State, p.Again = Scheduled, now
	return p, ""
}

func (p Publication) afterFailure(err error, now time.Time) (Publication, string) {
	p.Said = network.SaidOf(err)
	p.Tries++
	looking := p.State == Unsure
	kind := network.KindOf(err)
	switch {
	case kind == network.SignedOut:
		return p.stop(Held, NoAccount)
	case !looking && (kind == network.Refused || kind == network.Unsupported):
		return p.stop(Failed, SaidNo)
	}
	again := now.Add(wait(p.Tries))
	if !looking && kind == network.Unknown && p.Verb == Post {
		p = p.down()
		p.State, p.Again = Unsure, again
		return p, ""
	}
	why := OutOfReach
	if kind == network.Limited {
		why = TooMany
		if until := untilOf(err); until.After(again) {
			again = until
		}
	}
	if again.After(p.Begun.Add(Endurance)) {
		return p.stop(Failed, why)
	}
	if looking {
		p = p.down()
		p.Again = again
		return p, ""
	}
	p, told := p.put(now)
	p.Again = again
	return p, told
}

// stop ends what is tried by itself. What may be out stays unsure, and says why it is no longer looked for.
func (p Publication) stop(s State, why Hold) (Publication, string) {
	p = p.down()
	p.Hold = why
	if p.State == Unsure {
		return p, "publication.held"
	}
	p.State = s
	return p, map[State]string{Held: "publication.held", Failed: "publication.failed"}[s]
}

// wait is how long to wait after so many failures in a row.
func wait(tries int) time.Duration {
	return min(firstWait<<min(max(tries-1, 0), 10), longestWait)
}

func untilOf(err error) time.Time {
	if e, ok := errors.AsType[*network.Error](err); ok {
		return e.Until
	}
	return time.Time{}
}

// Ready tells whether it is due and in nobody's hands.
func (p Publication) Ready(now time.Time) bool {
	return p.Free(now) && !p.Again.After(now) && !p.Due.After(now)
}

// Free tells whether no worker has it in hand.
func (p Publication) Free(now time.Time) bool {
	return p.Lease.IsZero() || now.After(p.Lease)
}

// forgotten tells whether it should have been taken up long ago.
func (p Publication) forgotten(now time.Time) bool {
	last := p.Due
	for _, t := range []time.Time{p.Again, p.Lease} {
		if t.After(last) {
			last = t
		}
	}
	return now.Sub(last) > Patience
}
