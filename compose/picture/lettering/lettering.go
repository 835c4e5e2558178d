// Package lettering owns the words in pictures: it asks tesseract, where that is installed, in Lithuanian and in English, so
// that what a picture says is checked like text. It refuses to wait for long and to say that nothing stands in a
// picture that could not be read.
package lettering

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Limit is how long one picture may take in one language.
const Limit = 20 * time.Second

const (
	sure     = 60     // of 100: what tesseract is less sure of is mostly the pattern of a curtain
	shortest = 3      // signs of a line: leaves and bricks look like one or two
	maxSaid  = 20_000 // bytes of words that are kept
)

// Reader reads pictures.
type Reader struct {
	tesseract string
	languages []string
}

// Find gives a reader for what is installed of Lithuanian and English, or nil where tesseract is not.
func Find(ctx context.Context) *Reader {
	path, err := exec.LookPath("tesseract")
	if err != nil {
		return nil
	}
	listed, err := exec.CommandContext(ctx, path, "--list-langs").Output()
	if err != nil {
		return nil
	}
	r := &Reader{tesseract: path}
	for _, lang := range []string{"lit", "eng"} {
		if slices.Contains(strings.Fields(string(listed)), lang) {
			r.languages = append(r.languages, lang)
		}
	}
	if r.languages == nil {
		return nil
	}
	return r
}

// Words gives what stands in a cleaned picture, line by line: once as Lithuanian and once as English, because one loses
// diacritics and the other garbles signs.
func (r *Reader) Words(ctx context.Context, file []byte) (string, error) {
	var lines []string
	for _, lang := range r.languages {
		more, err := r.read(ctx, file, lang)
		if err != nil {
			return "", err
		}
		for _, line := range more {
			if !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
		}
	}
	said := strings.Join(lines, "\n")
	return strings.ToValidUTF8(said[:min(len(said), maxSaid)], ""), nil
}

func (r *Reader) read(ctx context.Context, file []byte, lang string) ([]string, error) {
	ctx, stop := context.WithTimeout(ctx, Limit)
	defer stop()
	ask := exec.CommandContext(ctx, r.tesseract, "stdin", "stdout", "-l", lang, "--psm", "11", "tsv")
	ask.Stdin = bytes.NewReader(file)
	ask.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // more threads are slower on one picture
	ask.WaitDelay = time.Second
	var wrong bytes.Buffer
	ask.Stderr = &wrong
	table, err := ask.Output()
	if ctx.Err() != nil {
		return nil, errors.Join(errors.New("tesseract took too long"), ctx.Err())
	} else if err != nil {
		return nil, fmt.Errorf("tesseract: %w: %.200s", err, wrong.String())
	}
	return linesOf(string(table)), nil
}

// linesOf reads tesseract's table: level, page, block, paragraph, line, word, four numbers of the place, certainty, text.
func linesOf(table string) []string {
	var lines []string
	var line []string
	place := ""
	end := func() {
		if said := strings.Join(line, " "); utf8.RuneCountInString(said) >= shortest {
			lines = append(lines, said)
		}
		line = nil
	}
	for row := range strings.Lines(table) {
		cells := strings.Split(strings.TrimRight(row, "\r\n"), "\t")
		if len(cells) < 12 || cells[0] != "5" {
			continue
		}
		if at := strings.Join(cells[1:5], "."); at != place {
			end()
			place = at
		}
		certain, err := strconv.ParseFloat(cells[10], 64)
		if word := strings.TrimSpace(cells[11]); err == nil && certain >= sure && word != "" {
			line = append(line, word)
		}
	}
	end()
	return lines
}
