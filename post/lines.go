package post

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// MaxLine is how many bytes one line of JSONL may have; JSON may spell one byte of text as six.
const MaxLine = 100 << 20

// ErrLineTooLong is given for a line of more than MaxLine bytes.
var ErrLineTooLong = fmt.Errorf("the line is longer than %d MB", MaxLine>>20)

// LineReader cuts a stream into lines, of which one that is too long does not end the reading.
type LineReader struct {
	r      *bufio.Reader
	number int
}

// NewLineReader reads JSONL from r.
func NewLineReader(r io.Reader) *LineReader {
	return &LineReader{r: bufio.NewReaderSize(r, 256<<10)}
}

// Next gives the next line that is not blank and its number. The bytes are the caller's. At the end it gives io.EOF;
// ErrLineTooLong is about this line only.
func (l *LineReader) Next() (line []byte, number int, err error) {
	for {
		line, err = l.line()
		if err != nil && !errors.Is(err, ErrLineTooLong) {
			return nil, l.number, err
		}
		l.number++
		if err != nil || len(bytes.TrimSpace(line)) > 0 {
			return line, l.number, err
		}
	}
}

func (l *LineReader) line() ([]byte, error) {
	var line []byte
	tooLong, any := false, false
	for {
		part, err := l.r.ReadSlice('\n')
		any = any || len(part) > 0
		if tooLong = tooLong || len(line)+len(part) > MaxLine; !tooLong {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !(errors.Is(err, io.EOF) && any):
			return nil, err
		case tooLong:
			return nil, ErrLineTooLong
		}
		return bytes.TrimPrefix(line, []byte("\ufeff")), nil
	}
}
