package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"strings"

	"rostrum/check"
	"rostrum/post"
	"rostrum/text"
)

// checked is a post with its result, on the way to the person or program that asked.
type checked struct {
	file    string
	line    int // of the file, for JSONL; 0 for a file that is one post
	post    post.Post
	result  check.Result
	lang    text.Lang // of the messages
	unknown []string
}

// format tells results. Nothing may be written after close.
type format interface {
	result(c *checked) error
	close() error
}

func newFormat(p *program, name string, checker *check.Checker) format {
	switch name {
	case "json":
		return &jsonFormat{out: bufio.NewWriter(p.out)}
	case "jsonl":
		return &jsonlFormat{out: bufio.NewWriterSize(p.out, 1<<16)}
	case "sarif":
		return &sarifFormat{out: p.out, policy: checker.Policy()}
	case "github":
		return &githubFormat{out: bufio.NewWriter(p.out)}
	}
	return newTextFormat(p, checker)
}

// jsonlFormat tells a result a line.
type jsonlFormat struct {
	out  *bufio.Writer
	line []byte
}

func (f *jsonlFormat) result(c *checked) error {
	v := c.result.Tell(c.post.ID, c.lang)
	line, err := v.Append(f.line[:0])
	if err != nil {
		return err
	}
	f.line = append(line, '\n')
	_, err = f.out.Write(f.line)
	return err
}

func (f *jsonlFormat) close() error { return f.out.Flush() }

// jsonFormat tells one post as an object and several as a list.
type jsonFormat struct {
	out *bufio.Writer
	all []check.Verdict
}

func (f *jsonFormat) result(c *checked) error {
	f.all = append(f.all, c.result.Tell(c.post.ID, c.lang))
	return nil
}

func (f *jsonFormat) close() error {
	e := json.NewEncoder(f.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	var err error
	if len(f.all) == 1 {
		err = e.Encode(f.all[0])
	} else {
		err = e.Encode(f.all)
	}
	if err != nil {
		return err
	}
	return f.out.Flush()
}

// githubFormat tells findings as workflow commands, which GitHub shows at the line in the pull request:
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
type githubFormat struct{ out *bufio.Writer }

func (f *githubFormat) result(c *checked) error {
	for i := range c.result.Findings {
		x := &c.result.Findings[i]
		if x.Waived != nil {
			continue
		}
		at := placeIn(c, x)
		_, err := fmt.Fprintf(f.out, "::%s file=%s,line=%d,endLine=%d,col=%d,endColumn=%d,title=%s::%s\n",
			githubLevel(x.Verdict.String()), githubProperty(c.file), at.line, at.endLine, at.column, at.endColumn,
			githubProperty(x.Verdict.String()+" "+x.Rule), githubData(x.Message.In(c.lang)))
		if err != nil {
			return err
		}
	}
	return nil
}

func (f *githubFormat) close() error { return f.out.Flush() }

func githubLevel(verdict string) string {
	switch verdict {
	case "block":
		return "error"
	case "review":
		return "warning"
	}
	return "notice"
}

func githubData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func githubProperty(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}
