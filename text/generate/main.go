// Command generate makes the tables that package text embeds, from public data: Unicode's confusables, word counts
// and a spelling dictionary. It is run by hand when the data changes; the same data gives the same bytes.
//
//	go run ./text/generate -data DIR
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

func main() {
	data := flag.String("data", os.Getenv("ROSTRUM_DATA"), "folder with lexicons/ and lt/")
	out := flag.String("out", "text", "folder of package text")
	flag.Parse()
	if err := generate(*data, *out); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// generate writes every table.
func generate(data, out string) error {
	if data == "" {
		return fmt.Errorf("no data folder given: use -data DIR or set ROSTRUM_DATA")
	}
	lookalikes, err := lookalikeTable(filepath.Join(data, "lexicons", "confusables.json"))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "lookalikes.txt"), lookalikes, 0o644); err != nil {
		return fmt.Errorf("writing the look-alikes: %w", err)
	}
	weights, err := trigramTable(data)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "trigrams.bin"), weights, 0o644); err != nil {
		return fmt.Errorf("writing the trigrams: %w", err)
	}
	return nil
}

// sortedKeys gives the keys in order, so that sums come out the same every time.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
