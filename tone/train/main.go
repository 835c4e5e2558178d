// Command train learns the English weights of package tone from labelled posts and writes them. The same posts always
// give the same bytes. It refuses to see what models are judged by: the validation halves.
//
//	go run ./tone/train -data DIR [-out tone/english.weights]
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"sync"

	"rostrum/tone"
)

func main() {
	data := flag.String("data", os.Getenv("ROSTRUM_DATA"), "folder of the labelled posts")
	out := flag.String("out", "tone/english.weights", "file to write")
	flag.Parse()
	if err := run(*data, *out); err != nil {
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
	bytes, err := w.MarshalBinary()
	if err != nil {
		return err
	}
	if err := os.WriteFile(out, bytes, 0o644); err != nil {
		return err
	}
	return posts.otherSets(os.Stdout)
}

// learn makes the weights, and tells how well they did on posts that they were not made from.
func (p *posts) learn(tell io.Writer) (*tone.Weights, error) {
	var samples [tone.TaskCount][]sample
	for t := range tasks {
		var err error
		if samples[t], err = p.samples(tasks[t].sources); err != nil {
			return nil, err
		}
	}
	var models [tone.TaskCount]*model
	var unseen [tone.TaskCount][]float32
	both := make(chan struct{}, 2) // cores
	var work sync.WaitGroup
	for t := range tasks {
		work.Go(func() {
			both <- struct{}{}
			defer func() { <-both }()
			models[t] = fit(samples[t], tasks[t].epochs)
			models[t].instil(p.known)
			unseen[t] = unseenSums(samples[t], tasks[t].epochs)
		})
	}
	work.Wait()
	w := quantise(models)
	calibrate(w, samples, unseen)
	tellUnseen(tell, w, samples, unseen)
	return w, p.setThresholds(w, tell)
}
