package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"time"

	"database/sql"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver by name, to make databases

	"rostrum/ledger"
	"rostrum/store"
)

// writerCommand is how this program is started as the process that is killed.
const writerCommand = "write"

// writers is how many goroutines of the killed process write at once.
const writers = 8

// crash kills a process that writes, at any instruction, and looks whether all that it acknowledged is there, in the state
// and in the ledger alike (promise 9).
func crash(ctx context.Context, n int, r *rand.Rand, t *tally) error {
	return onDatabases(ctx, func(_, place string) error {
		engine, _, _ := strings.Cut(place, ":")
		acknowledged := make([]int, writers)
		for kill := range max(2, n/50) {
			after := time.Duration(150+r.IntN(600)) * time.Millisecond
			if err := killed(ctx, place, after, acknowledged); err != nil {
				return err
			}
			lost, err := lost(ctx, place, acknowledged)
			t.held(err == nil && lost == "", "%s, kill %d after %v: %s %v", engine, kill+1, after, lost, err)
		}
		if sum := total(acknowledged); sum == 0 {
			return fmt.Errorf("nothing was written to %s before the kills", engine)
		}
		return nil
	})
}

func total(counts []int) int {
	sum := 0
	for _, c := range counts {
		sum += c
	}
	return sum
}

// killed starts a writer, kills it after a while, and notes the last write that it acknowledged for each of its goroutines.
func killed(ctx context.Context, place string, after time.Duration, acknowledged []int) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	writer := exec.CommandContext(ctx, self, writerCommand, place)
	writer.Stderr = os.Stderr
	said, err := writer.StdoutPipe()
	if err != nil {
		return err
	}
	if err := writer.Start(); err != nil {
		return err
	}
	lines := bufio.NewScanner(said)
	if !lines.Scan() { // "ready"
		return errors.Join(errors.New("the writer did not start"), writer.Wait())
	}
	timer := time.AfterFunc(after, func() { _ = writer.Process.Kill() }) // SIGKILL
	defer timer.Stop()
	for lines.Scan() {
		who, count, _ := strings.Cut(lines.Text(), " ")
		i, errWho := strconv.Atoi(who)
		number, errCount := strconv.Atoi(count)
		if errWho == nil && errCount == nil && i < len(acknowledged) {
			acknowledged[i] = max(acknowledged[i], number)
		}
	}
	_ = writer.Wait() // it was killed
	return ctx.Err()
}

// lost opens the database again, as a server that starts does, and says what of the acknowledged writes is missing.
func lost(ctx context.Context, place string, acknowledged []int) (string, error) {
	s, err := store.Open(ctx, place)
	if err != nil {
		return "", err
	}
	defer func() { _ = s.Close() }()
	kept := make([]int, writers)
	var entries int64
	// Both are read of one moment: PostgreSQL may still be committing what a killed client had asked it to.
	err = s.Read(ctx, func(tx *store.Tx) error {
		if entries, err = tx.CheckLedger(ctx, ""); err != nil {
			return err
		}
		for i := range kept {
			if err := tx.Setting(ctx, counter(i), &kept[i]); err != nil {
				return err
			}
		}
		return nil
	})
	for i := range kept {
		if kept[i] < acknowledged[i] {
			return fmt.Sprintf("%d writes were acknowledged and %d are there", acknowledged[i], kept[i]), err
		}
	}
	if int64(total(kept)) != entries {
		return fmt.Sprintf("the state knows %d writes and the ledger %d", total(kept), entries), err
	}
	return "", err
}

func counter(i int) string { return fmt.Sprint("prove.", i) }

// write is the process that is killed: it changes some state and appends to the ledger, and says so once that is kept.
func write(place string) int {
	ctx := context.Background()
	s, err := store.Open(ctx, place)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	fmt.Println("ready")
	var all sync.WaitGroup
	for i := range writers {
		all.Go(func() {
			for {
				var n int
				err := s.Write(ctx, func(tx *store.Tx) error {
					n = 0
					if err := tx.Setting(ctx, counter(i), &n); err != nil {
						return err
					}
					n++
					if err := tx.SetSetting(ctx, counter(i), n); err != nil {
						return err
					}
					return tx.Append(ctx, ledger.Entry{Time: time.Now(), Actor: counter(i), Kind: "prove.written", Subject: strconv.Itoa(n)})
				})
				if err != nil {
					fmt.Fprintln(os.Stderr, err)
					return
				}
				fmt.Printf("%d %d\n", i, n)
			}
		})
	}
	all.Wait()
	return 1
}

// newDatabase makes an empty database on a PostgreSQL server.
func newDatabase(ctx context.Context, server string) (place string, drop func(), err error) {
	address, err := url.Parse(server)
	if err != nil {
		return "", nil, err
	}
	db, err := sql.Open("pgx", server)
	if err != nil {
		return "", nil, err
	}
	name := fmt.Sprintf("prove_%d", os.Getpid())
	if _, err := db.ExecContext(ctx, "CREATE DATABASE "+name); err != nil {
		return "", nil, errors.Join(err, db.Close())
	}
	address.Path = "/" + name
	return address.String(), func() {
		_, _ = db.Exec("DROP DATABASE " + name + " WITH (FORCE)")
		_ = db.Close()
	}, nil
}
