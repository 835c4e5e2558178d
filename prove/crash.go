package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"rostrum/server"
)

// serverCommand is how this program is started as the server that is killed.
const serverCommand = "serve"

// clients is how many people use the server at once when it is killed.
const clients = 16

// crash kills a server that many people use over HTTP, at any instruction, and starts it again. All that it had answered
// with yes must be there, in the state, in the ledger and on the pages alike (promise 9).
func crash(ctx context.Context, n int, r *rand.Rand, t *tally) error {
	return onDatabases(ctx, func(folder, place string) error {
		o, err := openOffice(ctx, folder, place)
		if err != nil {
			return err
		}
		said := 0
		for kill := range max(2, n/10) {
			after := time.Duration(50+r.IntN(600)) * time.Millisecond
			crew, lost, err := o.killed(ctx, after, r)
			if err != nil {
				return err
			}
			t.held(lost == "", "%s, kill %d after %v: %s", o.engine, kill+1, after, lost)
			for _, c := range crew {
				said += c.said
			}
		}
		if said == 0 {
			return fmt.Errorf("nothing was answered on %s before the kills", o.engine)
		}
		fmt.Fprintf(os.Stderr, "%s: %d answers with yes looked for\n", o.engine, said)
		return o.recall(ctx)
	})
}

// killed has new people use the server until it is killed, and says what of that is missing afterwards. The people of the
// time before look first whether the server that was started again knows what they were told.
func (o *office) killed(ctx context.Context, after time.Duration, r *rand.Rand) (crew []*client, lost string, err error) {
	if crew, err = o.hire(ctx); err != nil {
		return nil, "", err
	}
	process, address, err := o.start(ctx)
	if err != nil {
		return nil, "", err
	}
	lost, err = o.told(ctx, address)
	if err == nil {
		o.before = crew
		timer := time.AfterFunc(after, func() { _ = process.Process.Kill() }) // SIGKILL
		defer timer.Stop()
		err = work(ctx, crew, address, r)
	}
	_ = process.Process.Kill()
	_ = process.Wait()
	if err != nil || lost != "" {
		return crew, lost, err
	}
	lost, err = o.lost(ctx, crew)
	return crew, lost, errors.Join(err, ctx.Err())
}

// work lets all clients do what they do until the server is gone.
func work(ctx context.Context, crew []*client, address string, r *rand.Rand) error {
	failed := make([]error, len(crew))
	var all sync.WaitGroup
	for i, c := range crew {
		own := rand.New(rand.NewPCG(r.Uint64(), r.Uint64()))
		all.Go(func() { failed[i] = c.work(ctx, address, own) })
	}
	all.Wait()
	return errors.Join(failed...)
}

// recall starts the server once more for the last people who were told something.
func (o *office) recall(ctx context.Context) error {
	process, address, err := o.start(ctx)
	if err != nil {
		return err
	}
	lost, err := o.told(ctx, address)
	_ = process.Process.Kill()
	_ = process.Wait()
	if lost != "" {
		err = errors.Join(err, errors.New(lost))
	}
	return err
}

// start starts a server and gives its address once it answers.
func (o *office) start(ctx context.Context) (*exec.Cmd, string, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, "", err
	}
	process := exec.CommandContext(ctx, self, serverCommand, o.data, o.place)
	process.Stderr = os.Stderr
	said, err := process.StdoutPipe()
	if err != nil {
		return nil, "", err
	}
	if err := process.Start(); err != nil {
		return nil, "", err
	}
	line, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		return nil, "", errors.Join(fmt.Errorf("the server on %s did not start", o.engine), process.Wait())
	}
	go func() { _, _ = io.Copy(io.Discard, said) }()
	return process, strings.TrimSpace(line), nil
}

// serve is the process that is killed: the server that people start, on a port that is free.
func serve(data, place string) int {
	ctx := context.Background()
	config := server.Defaults()
	config.Listen, config.Data, config.Database = "127.0.0.1:0", data, place
	s, err := server.Start(ctx, config, slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	fmt.Println("http://" + s.Config.Listen)
	if err := s.Wait(ctx); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	return 1
}
