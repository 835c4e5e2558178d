package studio

import (
	"cmp"
	"context"
	"iter"
	"maps"
	"slices"

	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
)

// Impact is what a version would change about the verdicts on posts.
type Impact struct {
	Unchanged, Stricter, Looser int
	Shifts                      []Shift // by clause, in the order of the newer version
	Cut                         bool    // time ran out before all posts were tried
}

// Total is how many posts were tried.
func (i *Impact) Total() int { return i.Unchanged + i.Stricter + i.Looser }

// Shift is a post whose verdict changes.
type Shift struct {
	check.Shift
	Post   post.Post
	Clause string // the id of the clause that decides, empty where none does
}

// Stricter tells which way the verdict moves.
func (s Shift) Stricter() bool { return s.After.Verdict > s.Before.Verdict }

// Replay holds posts against two versions. When the context ends it gives what it has.
func Replay(ctx context.Context, before, after *policy.Policy, posts iter.Seq[post.Post]) (*Impact, error) {
	// Examples speak of names that a new company does not have yet; both versions get them, so that they differ in what
	// they say and not in what they know.
	older, err := check.Compile(knowing(before, before, after))
	if err != nil {
		return nil, err
	}
	newer, err := check.Compile(knowing(after, before, after))
	if err != nil {
		return nil, err
	}
	impact := &Impact{}
	for p := range posts {
		if ctx.Err() != nil {
			impact.Cut = true
			break
		}
		impact.add(p, older, newer)
	}
	impact.sort(after)
	return impact, nil
}

func (i *Impact) add(p post.Post, older, newer *check.Checker) {
	moved, changed := check.Compare(older, newer, &p)
	if !changed {
		i.Unchanged++
		return
	}
	shift := Shift{Shift: moved, Post: p}
	deciding := moved.Lost
	if shift.Stricter() {
		i.Stricter++
		deciding = moved.Gained
	} else {
		i.Looser++
	}
	var most rule.Verdict
	for _, f := range deciding {
		if f.Waived == nil && f.Verdict > most {
			most, shift.Clause = f.Verdict, f.Clause
		}
	}
	i.Shifts = append(i.Shifts, shift)
}

func (i *Impact) sort(p *policy.Policy) {
	place := func(s Shift) int {
		at := slices.IndexFunc(p.Clauses, func(c *policy.Clause) bool { return c.ID == s.Clause })
		if at < 0 {
			return len(p.Clauses)
		}
		return at
	}
	slices.SortStableFunc(i.Shifts, func(a, b Shift) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.Clause, b.Clause))
	})
}

// ExamplePosts gives the examples of some versions as posts, each once. One that names no day goes out when the last of
// the versions takes effect.
func ExamplePosts(versions ...*policy.Policy) iter.Seq[post.Post] {
	return func(yield func(post.Post) bool) {
		type key struct{ text, channel, network, sector string }
		seen := map[key]bool{}
		day := versions[len(versions)-1].Effective.Noon()
		for _, v := range versions {
			for _, c := range v.Clauses {
				for _, e := range c.Examples {
					p := e.Post()
					k := key{p.Text, string(p.Channel), p.Network, p.Sector}
					if p.At.IsZero() {
						p.At = day
					}
					if seen[k] {
						continue
					}
					if seen[k] = true; !yield(*p) {
						return
					}
				}
			}
		}
	}
}

// knowing gives a policy that also has the terms and people that the clauses of some versions take as given.
func knowing(p *policy.Policy, versions ...*policy.Policy) *policy.Policy {
	out := *p
	out.Speakers.People = slices.Clone(p.Speakers.People)
	given := map[string][]policy.Term{}
	for _, v := range versions {
		for _, c := range v.Clauses {
			for name, terms := range c.Given {
				given[name] = append(given[name], terms...)
			}
			out.Speakers.People = append(out.Speakers.People, c.GivenPeople...)
		}
	}
	out.Terms = slices.Clone(p.Terms)
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if i := slices.IndexFunc(out.Terms, func(l *policy.TermList) bool { return l.Name == name }); i >= 0 {
			list := *out.Terms[i]
			list.Terms = slices.Concat(list.Terms, given[name])
			out.Terms[i] = &list
		}
	}
	return &out
}
