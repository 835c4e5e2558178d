package approval

import "slices"

// counted tells of a vote on a step whether it still counts.
type counted func(Step, Vote) bool

// every counts each vote.
func every(Step, Vote) bool { return true }

// Done tells whether the step has the yes that it asks for, as its votes say.
func (s Step) Done() bool { return s.done(every) }

// done tells whether enough of the votes that count say yes. Where everybody must, nobody fills two seats.
func (s Step) done(counts counted) bool {
	var seats, people []string
	for _, v := range s.Votes {
		if v.Choice == Yes && counts(s, v) && slices.Contains(s.Who, v.Seat()) && !slices.Contains(seats, v.Seat()) && !slices.Contains(people, v.Person) {
			seats, people = append(seats, v.Seat()), append(people, v.Person)
		}
	}
	if s.All {
		return len(s.Who) > 0 && len(seats) == len(s.Who)
	}
	return len(seats) > 0
}

// done tells whether every step is done.
func (r Request) done(counts counted) bool {
	return !slices.ContainsFunc(r.Steps, func(s Step) bool { return !s.done(counts) })
}

// turn is the order of the steps that are asked now; steps above wait. It is 0 where all are done.
func (r Request) turn(counts counted) int {
	turn := 0
	for _, s := range r.Steps {
		if !s.done(counts) && (turn == 0 || s.Order < turn) {
			turn = s.Order
		}
	}
	return turn
}

// Now gives the steps that are asked at present: none of a request that is decided.
func (r Request) Now() []Step {
	var steps []Step
	if r.State != Open {
		return nil
	}
	turn := r.turn(every)
	for _, s := range r.Steps {
		if s.Order == turn && !s.Done() {
			steps = append(steps, s)
		}
	}
	return steps
}

// Waiting gives those whose yes is missing at present, people and guests, each once.
func (r Request) Waiting() []string {
	var ids []string
	for _, s := range r.Now() {
		for _, id := range s.Who {
			if !s.taken(id) && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// AsksOf tells whether anybody is among those who are asked in any step.
func (r Request) AsksOf(id string) bool {
	return slices.ContainsFunc(r.Steps, func(s Step) bool { return slices.Contains(s.Who, id) })
}

// VotesOf gives what a person has said, for themselves or for others.
func (r Request) VotesOf(person string) []Vote {
	var votes []Vote
	for _, s := range r.Steps {
		for _, v := range s.Votes {
			if v.Person == person {
				votes = append(votes, v)
			}
		}
	}
	return votes
}

// taken tells whether the seat has a yes.
func (s Step) taken(seat string) bool {
	return slices.ContainsFunc(s.Votes, func(v Vote) bool { return v.Choice == Yes && v.Seat() == seat })
}

// spoke tells whether the person has said yes in the step, for whomever.
func (s Step) spoke(person string) bool {
	return slices.ContainsFunc(s.Votes, func(v Vote) bool { return v.Choice == Yes && v.Person == person })
}
