// Command train learns the weights of package sense from posts that were written and labelled for it, and writes them. The same
// posts always give the same bytes. It refuses to see the exam, which the weights are judged by.
//
//	go run ./sense/train -data DIR [-out sense]
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"rostrum/sense"
	"rostrum/text"
)

func main() {
	data := flag.String("data", os.Getenv("ROSTRUM_DATA"), "folder of the posts that say what people say on any day")
	out := flag.String("out", "sense", "folder to write into")
	flag.Parse()
	if err := run(*data, *out, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(data, out string, tell io.Writer) error {
	if data == "" {
		return fmt.Errorf("say where the public posts are, with -data or ROSTRUM_DATA")
	}
	for lang, file := range map[text.Lang]string{text.English: "english.weights", text.Lithuanian: "lithuanian.weights"} {
		p, err := read(lang, data)
		if err != nil {
			return err
		}
		bytes, err := p.learn(tell).MarshalBinary()
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, file), bytes, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// learn makes the weights of one language.
func (p *posts) learn(tell io.Writer) *sense.Weights {
	w := &sense.Weights{Lang: p.lang, Units: make([]byte, int(sense.Count)*sense.Features), Wakes: make([]byte, lanes*sense.Beginnings)}
	done := make([]*learned, sense.Count)
	each(int(sense.Count), func(of int) { done[of] = p.learnOne(sense.Of(of)) })
	p.wake(w)
	for of, l := range done {
		l.store(w, sense.Of(of))
		p.limit(w, sense.Of(of), l)
		p.reach(w, sense.Of(of))
		p.tell(tell, w, sense.Of(of), l)
	}
	return w
}
