package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"rostrum/check"
	"rostrum/policy/rule"
	"rostrum/post"
)

// batchSize is how many lines travel together: few enough to keep memory small, enough that handing them over costs
// nothing.
const batchSize = 256

// batch is a run of lines on its way through a worker.
type batch struct {
	lines   [][]byte
	numbers []int
	tooLong []bool
	results []checked
	done    chan struct{}
}

// lines checks JSONL with several workers and tells the results in the order of the lines.
func (r *checkRun) lines(ctx context.Context, file string, in io.Reader) (rule.Verdict, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	work := make(chan *batch, r.flags.workers)
	order := make(chan *batch, 2*r.flags.workers)
	var workers sync.WaitGroup
	for range r.flags.workers {
		workers.Go(func() { r.work(ctx, file, work) })
	}
	var readErr error
	go func() {
		defer close(order)
		defer close(work)
		readErr = r.read(ctx, in, work, order)
	}()
	worst, err := r.tell(order)
	if err != nil {
		cancel()
		for range order { // let the reader end
		}
	}
	workers.Wait()
	if err == nil && readErr != nil {
		err = r.unreadable(file, readErr)
	}
	return worst, err
}

func (r *checkRun) read(ctx context.Context, in io.Reader, work, order chan<- *batch) error {
	lines := post.NewLineReader(in)
	for {
		b := &batch{done: make(chan struct{})}
		var err error
		for len(b.lines) < batchSize && err == nil {
			var line []byte
			var number int
			line, number, err = lines.Next()
			tooLong := errors.Is(err, post.ErrLineTooLong)
			if err == nil || tooLong {
				b.lines, b.numbers, b.tooLong = append(b.lines, line), append(b.numbers, number), append(b.tooLong, tooLong)
				err = nil
			}
		}
		if len(b.lines) > 0 {
			select {
			case order <- b:
				work <- b
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (r *checkRun) work(ctx context.Context, file string, work <-chan *batch) {
	var parser post.Parser
	for b := range work {
		b.results = make([]checked, len(b.lines))
		for i, line := range b.lines {
			b.results[i] = r.line(ctx, &parser, file, line, b.numbers[i], b.tooLong[i])
		}
		close(b.done)
	}
}

func (r *checkRun) line(ctx context.Context, parser *post.Parser, file string, line []byte, number int, tooLong bool) checked {
	parsed := post.TooLong(number)
	if !tooLong {
		parsed = parser.Parse(line, number)
	}
	c := checked{file: file, line: number, unknown: parsed.Unknown}
	if parsed.Err != nil {
		c.post, c.result = parsed.Post, check.Unreadable(rule.Text(*parsed.Err))
	} else {
		c.post = r.defaults(parsed.Post)
		c.result = r.checker.Check(&c.post)
		r.second(ctx, &c.post, &c.result)
	}
	c.lang = r.language(&c.result)
	return c
}

// tell writes results as they come, in order, and warns once of keys that posts do not have.
func (r *checkRun) tell(order <-chan *batch) (rule.Verdict, error) {
	worst, warned, count := rule.Allow, false, 0
	bar := newProgress(r.program)
	defer bar.end()
	for b := range order {
		<-b.done
		for i := range b.results {
			c := &b.results[i]
			worst = max(worst, c.result.Verdict)
			if len(c.unknown) > 0 && !warned {
				warned = true
				fmt.Fprintf(r.err, r.say("line %d: the key \"%s\" is not known and is ignored, here and in later lines\n",
					"%d eilutė: raktas „%s“ nežinomas, todėl čia ir toliau jo nepaisoma\n"), c.line, printable(c.unknown[0]))
			}
			if err := r.out.result(c); err != nil {
				return worst, err
			}
		}
		count += len(b.results)
		bar.at(count)
	}
	return worst, nil
}
