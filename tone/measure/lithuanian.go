package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"rostrum/bench/corpus"
	"rostrum/text"
	"rostrum/tone"
)

// lithuanian is the file of Lithuanian posts, of which every third by number is held out.
const lithuanian = "tone/lithuanian/posts.jsonl"

// lithuanianPost is a post with what it is.
type lithuanianPost struct {
	ID, Text, Brand, Sentiment, Note, Target string
	Hate, Offensive, Threat, Accusation      bool
}

func (p *lithuanianPost) is(of tone.Of) bool {
	return [...]bool{tone.Hate: p.Hate, tone.Offensive: p.Offensive, tone.Threat: p.Threat, tone.Defamation: p.Accusation}[of]
}

func (p *lithuanianPost) heldOut() bool {
	n, _ := strconv.Atoi(strings.TrimPrefix(p.ID, "lt-"))
	return n%3 == 0
}

func readLithuanian(heldOut bool) ([]lithuanianPost, error) {
	all, err := corpus.Objects[lithuanianPost](lithuanian)
	return slices.DeleteFunc(all, func(p lithuanianPost) bool { return p.heldOut() != heldOut }), err
}

// brands gives the brands of the posts, which a policy has in its list.
func brands(posts []lithuanianPost) []string {
	named := map[string]bool{}
	for _, p := range posts {
		if p.Brand != "" {
			named[p.Brand] = true
		}
	}
	return slices.Sorted(maps.Keys(named))
}

// bare takes the diacritics from a text, as many type it.
func bare(s string) string {
	out, _, _ := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), s)
	return out
}

// way is how a text is typed.
type way struct {
	name string
	read func(string) string
}

// waysToType gives the ways to type a language.
func waysToType(lang text.Lang) []way {
	ways := []way{{"as typed", strings.Clone}}
	if lang == text.Lithuanian {
		ways = append(ways, way{"without diacritics", bare})
	}
	return ways
}

// measureLithuanian prints how one half of the Lithuanian posts is judged, as typed and without diacritics.
func measureLithuanian(heldOut bool, show string) error {
	posts, err := readLithuanian(heldOut)
	if err != nil {
		return err
	}
	l, err := tone.NewListener("", brands(posts)...)
	if err != nil {
		return err
	}
	m, err := newMeter(brands(posts)...)
	if err != nil {
		return err
	}
	for _, way := range waysToType(text.Lithuanian) {
		fmt.Printf("%s, %d posts, %s\n", lithuanian, len(posts), way.name)
		tellLithuanian(l, posts, way.read, show)
		m.lithuanianRule(posts, way.read)
		show = ""
	}
	return nil
}

// lithuanianCurves gives how far scores of the posts that nobody tunes on can be believed.
func lithuanianCurves() ([]*curve, error) {
	posts, err := readLithuanian(true)
	if err != nil {
		return nil, err
	}
	l, err := tone.NewListener("", brands(posts)...)
	if err != nil {
		return nil, err
	}
	offence, hate := &curve{name: "Lithuanian, offensive"}, &curve{name: "Lithuanian, hate"}
	for i := range posts {
		o := l.Listen(posts[i].Text, text.Lithuanian)
		for of, c := range map[tone.Of]*curve{tone.Offensive: offence, tone.Hate: hate} {
			c.scores, c.is = append(c.scores, o.Scores.Of(of)), append(c.is, posts[i].is(of))
		}
	}
	return []*curve{offence, hate}, nil
}

func tellLithuanian(l *tone.Listener, posts []lithuanianPost, read func(string) string, show string) {
	var felt [3][3]int
	var counts [4][3]confusion
	alarms, all := map[string]int{}, map[string]int{}
	aims := aims{}
	for i := range posts {
		p := &posts[i]
		l.Towards(p.Brand)
		o := l.Listen(read(p.Text), "")
		aims.count(p, l.Target(&o))
		is, said := slices.Index(feelingNames[:], p.Sentiment), slices.Index(feelingNames[:], o.Feeling())
		felt[is][said]++
		if show == "felt" && is != said {
			fmt.Printf("%s %s>%s %.2f %.2f %s @%s | %s\n", p.ID, p.Sentiment[:3], o.Feeling()[:3], o.Scores.Negative, o.Scores.Positive, p.Note, p.Brand, p.Text)
		}
		raised := ""
		for of := tone.Hate; of <= tone.Defamation; of++ {
			for k, level := range levels {
				counts[of][k].count(p.is(of), o.Scores.Of(of) >= level.Threshold())
			}
			over := o.Scores.Of(of) >= tone.Balanced.Threshold()
			if over {
				raised += " " + of.String()
			}
			if show == "missed" && p.is(of) && !over || show == "wrong" && over && !p.is(of) {
				fmt.Printf("%s %s %.2f %s | %s\n", p.ID, of, o.Scores.Of(of), p.Note, p.Text)
			}
		}
		if abuse := p.Hate || p.Offensive || p.Threat || p.Accusation; !abuse {
			all[p.Note]++
			if raised != "" {
				alarms[p.Note]++
			}
		}
	}
	tellFelt(felt)
	for of := tone.Hate; of <= tone.Defamation; of++ {
		for k, level := range levels {
			fmt.Printf("  %-10s %-9s %s\n", of, level, counts[of][k])
		}
	}
	aims.tell()
	fmt.Print("  harmless posts that raise something:")
	for _, note := range slices.Sorted(maps.Keys(all)) {
		if alarms[note] > 0 {
			fmt.Printf(" %q %d of %d", note, alarms[note], all[note])
		}
	}
	fmt.Println()
}

func tellFelt(table [3][3]int) {
	var sum float64
	for i, row := range table {
		recall := float64(row[i]) / float64(max(1, row[0]+row[1]+row[2]))
		sum += recall / 3
		fmt.Printf("  %-9s %5d %5d %5d  recall %.3f\n", feelingNames[i], row[0], row[1], row[2], recall)
	}
	fmt.Printf("  macro-recall %.3f\n", sum)
}

// lithuanianRule prints what a rule would find. An insulted group is found either as hate or as an insult.
func (m *meter) lithuanianRule(posts []lithuanianPost, read func(string) string) {
	for _, level := range levels {
		fmt.Printf("  as a rule finds it, %s\n", level)
		for of, c := range m.ruleCounts(posts, read, level) {
			fmt.Printf("    %-10s %s\n", tone.Of(of), c)
		}
	}
}

func (m *meter) ruleCounts(posts []lithuanianPost, read func(string) string, level tone.Strictness) (counts [4]confusion) {
	for i := range posts {
		p := &posts[i]
		said := m.together(read(p.Text), level)
		said[tone.Offensive] = said[tone.Offensive] || said[tone.Hate]
		for of := range counts {
			counts[of].count(p.is(tone.Of(of)), said[of])
		}
	}
	return counts
}
