package main

import (
	"fmt"
	"io"

	"rostrum/learn"
	"rostrum/tone"
)

// heard gives the judged posts of a task, of one file or of all where none is named.
func (s *set) heard(unseen [tone.TaskCount][]float32, t int, file string) []heard {
	var all []heard
	for i := range s.samples {
		if s.samples[i].Judged && (file == "" || s.from[i] == file) {
			h := heard{said: s.said[i], class: int(s.samples[i].Is)}
			h.sums[t] = unseen[t][i]
			all = append(all, h)
		}
	}
	return all
}

// leanAbuse makes the scores of a kind of abuse. Each class weighs the same, so that a score of 0.5 means: as likely as not
// where as many posts are abusive as not.
func leanAbuse(w *tone.Weights, t int, posts *set, unseen [tone.TaskCount][]float32, tell io.Writer) {
	lean(w, []int{t}, posts.heard(unseen, t, ""), true)
	for _, s := range tasks[t].sources {
		if !s.judged {
			continue
		}
		some := posts.heard(unseen, t, s.file)
		sums, is := levels(w, t, some)
		best, at := bestBorder(sums, is)
		fmt.Fprintf(tell, "%-10s %5d posts of %s, five folds: macro-F1 %.3f at 0.5, %.3f at best (%.2f)\n",
			tasks[t].name, len(some), s.file, macroF1(sums, is, 0), best, learn.Logistic(at))
	}
}

// isValidated tells whether a file is the validation half of feelings; other files were labelled by another taste.
func isValidated(file string) bool { return file == validated }

// feltSets gives the judged posts of files in the same way, negative and positive together.
func feltSets(sets [tone.TaskCount]set, unseen [tone.TaskCount][]float32, wanted func(file string) bool) []heard {
	var all []heard
	negative, positive := &sets[saddens], &sets[gladdens]
	for i := range negative.samples {
		if !negative.samples[i].Judged || !wanted(negative.from[i]) {
			continue
		}
		h := heard{said: negative.said[i], class: int(negative.samples[i].Is + 2*positive.samples[i].Is)}
		for _, t := range []int{saddens, gladdens} {
			h.sums[t] = unseen[t][i]
		}
		all = append(all, h)
	}
	return all
}

// leanFeelings makes the scores of feelings.
func leanFeelings(w *tone.Weights, posts []heard, tell io.Writer) {
	table := inFolds(w, posts)
	fmt.Fprintf(tell, "feelings   %5d posts, five folds: macro-recall %.3f %v\n", len(posts), table.recall(), table)
	lean(w, []int{saddens, gladdens}, posts, true)
}

// inFolds tells how each fifth of the posts is told where scores are made by the others.
func inFolds(w *tone.Weights, posts []heard) confusion {
	const folds = 5
	var table confusion
	for fold := range folds {
		var rest []heard
		for i := range posts {
			if i%folds != fold {
				rest = append(rest, posts[i])
			}
		}
		trial := *w
		lean(&trial, []int{saddens, gladdens}, rest, true)
		for i := fold; i < len(posts); i += folds {
			table[posts[i].class][feels(&trial, &posts[i])]++
		}
	}
	return table
}

// tellWithout prints how the validation half is told by weights that have nothing from it, with scores made from other posts
// and with scores made from four fifths of it.
func tellWithout(sets [tone.TaskCount]set, tell io.Writer) {
	var rest [tone.TaskCount]set
	for _, t := range []int{saddens, gladdens} {
		for i, file := range sets[t].from {
			if !isValidated(file) {
				rest[t].samples = append(rest[t].samples, sets[t].samples[i])
				rest[t].said = append(rest[t].said, sets[t].said[i])
				rest[t].from = append(rest[t].from, file)
			}
		}
	}
	models, unseen := fitAll(sampled(rest), fitEnglish)
	var w tone.Weights
	lean(&w, []int{saddens, gladdens}, feltSets(rest, unseen, func(string) bool { return true }), true)
	var sums [tone.TaskCount][]float32
	for _, t := range []int{saddens, gladdens} {
		for i := range sets[t].samples {
			sums[t] = append(sums[t], models[t].Sum(&sets[t].samples[i]))
		}
	}
	var table confusion
	posts := feltSets(sets, sums, isValidated)
	for _, p := range posts {
		table[p.class][feels(&w, &p)]++
	}
	fmt.Fprintf(tell, "  nothing learned from them: macro-recall %.3f %v\n", table.recall(), table)
	table = inFolds(&w, posts)
	fmt.Fprintf(tell, "  nothing but how sums become scores: macro-recall %.3f %v\n", table.recall(), table)
}

func macroF1(sums []float32, is []bool, border float32) float64 {
	var right, wrong, missed, passed float64
	for i, sum := range sums {
		switch said := sum >= border; {
		case said && is[i]:
			right++
		case said:
			wrong++
		case is[i]:
			missed++
		default:
			passed++
		}
	}
	return right/max(1, 2*right+wrong+missed) + passed/max(1, 2*passed+wrong+missed)
}

func bestBorder(sums []float32, is []bool) (best float64, at float32) {
	for border := float32(-4); border <= 4; border += 0.05 {
		if f := macroF1(sums, is, border); f > best {
			best, at = f, border
		}
	}
	return best, at
}

// otherSets prints how well models made from one set tell the posts of another, which was labelled by other people
// after other rules.
func (p *posts) otherSets(tell io.Writer) error {
	hateval := source{"hate/tweeteval_train", 1, labels("hate", "not_hate"), true}
	davidson := source{"offensive/davidson", 1, labels("hate", "neither"), true}
	olid := source{"offensive/tweeteval_train", 1, labels("offensive", "not_offensive"), true}
	rude := source{"offensive/davidson", 1, labels("offensive hate", "neither"), true}
	for _, pair := range [][2]source{{hateval, davidson}, {davidson, hateval}, {olid, rude}, {rude, olid}} {
		from, err := p.samples(pair[:1])
		if err != nil {
			return err
		}
		to, err := p.samples(pair[1:])
		if err != nil {
			return err
		}
		m := fitEnglish(offends, from.samples)
		var sums []float32
		var is []bool
		for i := range to.samples {
			sums, is = append(sums, m.Sum(&to.samples[i])), append(is, to.samples[i].Is == 1)
		}
		best, at := bestBorder(sums, is)
		fmt.Fprintf(tell, "learned on %s, tried on %s: macro-F1 %.3f at 0.5, %.3f at best (%.2f)\n",
			pair[0].file, pair[1].file, macroF1(sums, is, 0), best, learn.Logistic(at))
	}
	return nil
}
