// Package corpus owns how the measurements read their data: text and JSON, a line each. It refuses to measure.
package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

// maxLine is how long a line may be, in bytes.
const maxLine = 1 << 20

// Lines calls each with every line of a file. The bytes are valid during the call only. An error names file and line.
func Lines(name string, each func(line []byte) error) error {
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("%w. Name the folder with the data by -data or ROSTRUM_DATA", err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, maxLine)
	n := 0
	for s.Scan() {
		n++
		if err := each(s.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if err := s.Err(); err != nil {
		return fmt.Errorf("%s:%d: %w", name, n+1, err)
	}
	return nil
}

// Objects reads a file of JSON lines.
func Objects[T any](name string) ([]T, error) {
	var all []T
	err := Lines(name, func(line []byte) error {
		var one T
		if err := json.Unmarshal(line, &one); err != nil {
			return err
		}
		all = append(all, one)
		return nil
	})
	return all, err
}
