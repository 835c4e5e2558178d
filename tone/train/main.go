// Command train learns the weights of package tone from labelled posts and writes them. The same posts always
// give the same bytes. It refuses to see what models are judged by: the validation halves, and the Lithuanian posts that
// are held out.
//
//	go run ./tone/train -data DIR [-out tone]
//	go run ./tone/train -towards [-out tone]
package main

import (
	"encoding"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"rostrum/learn"
	"rostrum/tone"
)

func main() {
	only := flag.Bool("towards", false, "learn only what is felt towards brands, by the weights that are there")
	data := flag.String("data", os.Getenv("ROSTRUM_DATA"), "folder of the labelled posts")
	out := flag.String("out", "tone", "folder to write into")
	flag.Parse()
	learn := run
	if *only {
		learn = func(_, out string) error { return learnTowards(out) }
	}
	if err := learn(*data, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(data, out string) error {
	if data == "" {
		return fmt.Errorf("say where the labelled posts are, with -data or ROSTRUM_DATA")
	}
	posts, err := newPosts(data)
	if err != nil {
		return err
	}
	w, err := posts.learn(os.Stdout)
	if err != nil {
		return err
	}
	if err := write(w, filepath.Join(out, "english.weights")); err != nil {
		return err
	}
	if w, err = learnLithuanian(os.Stdout); err != nil {
		return err
	}
	if err := write(w, filepath.Join(out, "lithuanian.weights")); err != nil {
		return err
	}
	if err := learnTowards(out); err != nil {
		return err
	}
	return posts.otherSets(os.Stdout)
}

func write(w encoding.BinaryMarshaler, file string) error {
	bytes, err := w.MarshalBinary()
	if err != nil {
		return err
	}
	return os.WriteFile(file, bytes, 0o644)
}

// learn makes the weights, and tells how well they did on posts that they were not made from.
func (p *posts) learn(tell io.Writer) (*tone.Weights, error) {
	var sets [tone.TaskCount]set
	for t := range tasks {
		var err error
		if sets[t], err = p.samples(tasks[t].sources); err != nil {
			return nil, err
		}
	}
	models, unseen := fitAll(sampled(sets), fitEnglish)
	for _, m := range models {
		instil(m, p.known)
	}
	w := quantise(models, tone.EnglishSize)
	for _, t := range []int{offends, hates} {
		leanAbuse(w, t, &sets[t], unseen, tell)
	}
	leanFeelings(w, feltSets(sets, unseen, isValidated), tell)
	tellWithout(sets, tell)
	return w, p.setThresholds(w, tell)
}

func sampled(sets [tone.TaskCount]set) (samples [tone.TaskCount][]learn.Sample) {
	for t := range sets {
		samples[t] = sets[t].samples
	}
	return samples
}

// fitAll learns all tasks, and gives each judged sample the sum of a model that was made without it.
func fitAll(samples [tone.TaskCount][]learn.Sample, fit fitter) (models [tone.TaskCount]*learn.Model, unseen [tone.TaskCount][]float32) {
	both := make(chan struct{}, 2) // cores
	var work sync.WaitGroup
	for t := range samples {
		if t >= saddens {
			feltWhole(samples[t])
		}
		work.Go(func() {
			both <- struct{}{}
			defer func() { <-both }()
			models[t] = fit(t, samples[t])
			unseen[t] = learn.Unseen(samples[t], func(rest []learn.Sample) *learn.Model { return fit(t, rest) })
		})
	}
	work.Wait()
	return models, unseen
}

// feltWhole has all words count for what is felt, also those that are told of.
func feltWhole(samples []learn.Sample) {
	for i := range samples {
		samples[i].Shares = nil
	}
}

// fitter makes the model of a task.
type fitter func(task int, samples []learn.Sample) *learn.Model

func fitEnglish(task int, samples []learn.Sample) *learn.Model {
	return learn.Fit(samples, tasks[task].epochs, tone.EnglishSize.All())
}
