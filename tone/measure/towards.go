package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"

	"rostrum/bench/corpus"
	"rostrum/tone"
	"rostrum/tone/towards"
)

// customers is the file of posts to airlines, which nothing is learned from.
const customers = "sentiment/airline_train"

// measureTowards prints what is told of feelings towards brands: of the posts that this is learned from, in folds, by
// weights that were made without them; and of what customers write, where their posts are at hand.
func measureTowards(data string) error {
	l, err := tone.NewListener("")
	if err != nil {
		return err
	}
	if err := tellCustomers(l, data); err != nil {
		return err
	}
	posts, err := towards.Read("tone")
	if err != nil {
		return err
	}
	tables := towards.InFolds(l, posts)
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		fmt.Printf("towards a brand, %s, in %d folds\n", name, towards.Folds)
		tellFelt(*tables[name])
	}
	return nil
}

func tellCustomers(l *tone.Listener, data string) error {
	posts, err := corpus.Objects[towards.Post](filepath.Join(data, customers+".jsonl"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var table towards.Table
	for i := range posts {
		table.Count(l, &posts[i])
	}
	fmt.Println(customers, "towards a brand")
	tellFelt(table)
	return err
}
