package main

import (
	"fmt"
	"io"
	"math"

	"rostrum/learn"
	"rostrum/tone"
)

// How calibration is fitted, by gradient descent on posts that the sums were not made from. Each class weighs the same,
// so that a score of 0.5 means: as likely as not where as many posts are abusive as not.
const (
	calibrationSteps = 4000
	calibrationRate  = 0.5
)

func calibrate(w *tone.Weights, samples [tone.TaskCount][]learn.Sample, unseen [tone.TaskCount][]float32) {
	for t := range 2 {
		w.Slope[t], w.Shift[t] = platt(samples[t], unseen[t])
	}
	calibrateFeelings(w, samples[2], samples[3], unseen[2], unseen[3])
}

// platt fits score = σ(slope·sum + shift).
func platt(samples []learn.Sample, sums []float32) (slope, shift float32) {
	var count [2]float64
	for i := range samples {
		if samples[i].Judged {
			count[int(samples[i].Is)]++
		}
	}
	a, b := 1.0, 0.0
	for range calibrationSteps {
		var ga, gb float64
		for i := range samples {
			if !samples[i].Judged {
				continue
			}
			is := float64(samples[i].Is)
			g := (1/(1+math.Exp(-(a*float64(sums[i])+b))) - is) / count[int(is)] / 2
			ga, gb = ga+g*float64(sums[i]), gb+g
		}
		a, b = a-calibrationRate*ga, b-calibrationRate*gb
	}
	return float32(a), float32(b)
}

// calibrateFeelings fits the softmax of negative, neutral and positive; the sums of neutral are 0.
func calibrateFeelings(w *tone.Weights, negative, positive []learn.Sample, below, above []float32) {
	const saddens, gladdens = 2, 3
	var count [3]float64
	for i := range negative {
		if negative[i].Judged {
			count[feeling(&negative[i], &positive[i])]++
		}
	}
	an, bn, ap, bp := 1.0, 0.0, 1.0, 0.0
	for range calibrationSteps {
		var gan, gbn, gap, gbp float64
		for i := range negative {
			if !negative[i].Judged {
				continue
			}
			zn, zp := float64(below[i]), float64(above[i])
			en, ep := math.Exp(an*zn+bn), math.Exp(ap*zp+bp)
			share := 1 / count[feeling(&negative[i], &positive[i])] / 3
			gn := (en/(en+1+ep) - float64(negative[i].Is)) * share
			gp := (ep/(en+1+ep) - float64(positive[i].Is)) * share
			gan, gbn, gap, gbp = gan+gn*zn, gbn+gn, gap+gp*zp, gbp+gp
		}
		an, bn = an-calibrationRate*gan, bn-calibrationRate*gbn
		ap, bp = ap-calibrationRate*gap, bp-calibrationRate*gbp
	}
	w.Slope[saddens], w.Shift[saddens] = float32(an), float32(bn)
	w.Slope[gladdens], w.Shift[gladdens] = float32(ap), float32(bp)
}

// feeling gives 0 for a negative post, 1 for a neutral and 2 for a positive one.
func feeling(negative, positive *learn.Sample) int { return 1 - int(negative.Is) + int(positive.Is) }

// tellUnseen prints how well each task is told on judged posts by models that were made without them.
func tellUnseen(tell io.Writer, w *tone.Weights, samples [tone.TaskCount][]learn.Sample, unseen [tone.TaskCount][]float32) {
	for t := range tasks {
		var sums []float32
		var is []bool
		for i := range samples[t] {
			if s := &samples[t][i]; s.Judged {
				sums, is = append(sums, unseen[t][i]), append(is, s.Is == 1)
			}
		}
		even := -w.Shift[t] / w.Slope[t]
		best, at := bestBorder(sums, is)
		fmt.Fprintf(tell, "%-10s %5d posts, five folds: macro-F1 %.3f at 0.5, %.3f at best (%.2f)\n",
			tasks[t].name, len(sums), macroF1(sums, is, even), best, learn.Logistic(at*w.Slope[t]+w.Shift[t]))
	}
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
		m := learn.Fit(from, tasks[0].epochs, tone.EnglishSize.All())
		var sums []float32
		var is []bool
		for i := range to {
			sums, is = append(sums, m.Sum(&to[i])), append(is, to[i].Is == 1)
		}
		best, at := bestBorder(sums, is)
		fmt.Fprintf(tell, "learned on %s, tried on %s: macro-F1 %.3f at 0.5, %.3f at best (%.2f)\n",
			pair[0].file, pair[1].file, macroF1(sums, is, 0), best, learn.Logistic(at))
	}
	return nil
}
