package simulator

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"
)

// keepIn reads a file and opens it to be continued. A last line that a crash cut short was never answered for: it is cut off.
func (w *world) keepIn(path string) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	whole, err := w.read(file)
	if err == nil {
		err = file.Truncate(whole)
	}
	if err == nil {
		_, err = file.Seek(whole, io.SeekStart)
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

// read applies each whole line and gives their length together.
func (w *world) read(from io.Reader) (whole int64, err error) {
	for lines := bufio.NewReaderSize(from, 1<<20); ; {
		line, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return whole, nil
		}
		if err != nil {
			return whole, err
		}
		var e entry
		if err := json.Unmarshal(line, &e); err != nil {
			return whole, err
		}
		w.apply(e)
		whole += int64(len(line))
	}
}

// change writes an entry to the file and then applies it. The lock is held.
func (s *Simulator) change(e entry) error {
	if s.file != nil {
		line, err := json.Marshal(e)
		if err != nil {
			return err
		}
		if _, err := s.file.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	s.world.apply(e)
	return nil
}
