package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"rostrum/check"
	"rostrum/policy"
	"rostrum/post"
	"rostrum/text"
)

func (p *program) diffCommand() *cobra.Command {
	var replay string
	c := &cobra.Command{
		Use:   "diff old new",
		Short: p.say("Tell two versions of a policy apart, and which verdicts change", "Palyginti dvi politikos versijas ir parodyti, kurie sprendimai keistųsi"),
		Long: p.say("Tell what differs between two policy folders, clause by clause. With --replay, hold posts against both and tell which\nverdicts change, and why.",
			"Punktas po punkto parodo, kuo skiriasi du politikos aplankai. Su --replay tuos pačius įrašus patikrina pagal abu ir\nparodo, kurie sprendimai keistųsi ir kodėl."),
		Example: "  rostrum diff acme acme-draft\n  rostrum diff acme acme-draft --replay posts.jsonl",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return errors.New(p.say("name the old and the new folder: rostrum diff acme acme-draft", "nurodykite senąjį ir naująjį aplanką: rostrum diff acme acme-draft"))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return p.diff(c.Context(), args[0], args[1], replay) },
	}
	c.Flags().StringVar(&replay, "replay", "", p.say("a .jsonl of posts to hold against both", ".jsonl failas su įrašais, kuriuos patikrinti pagal abi versijas"))
	return c
}

func (p *program) diff(ctx context.Context, oldDir, newDir, replay string) error {
	before, err := p.compile(oldDir)
	if err != nil {
		return err
	}
	after, err := p.compile(newDir)
	if err != nil {
		return err
	}
	changes := policy.Diff(before.Policy(), after.Policy())
	for _, c := range changes {
		fmt.Fprintln(p.out, c.In(p.lang))
	}
	if len(changes) == 0 {
		fmt.Fprintln(p.out, p.say("The two policies say the same.", "Abi politikos sako tą patį."))
	}
	if replay == "" {
		return nil
	}
	run := &checkRun{program: p, flags: &checkFlags{channel: "brand"}, when: time.Now()}
	in, err := run.open(replay)
	if err != nil {
		return err
	}
	defer in.Close()
	return run.replay(ctx, in, before, after)
}

// replay holds each post against both versions and tells those whose verdict changes.
func (r *checkRun) replay(ctx context.Context, in io.Reader, before, after *check.Checker) error {
	lines, parser := post.NewLineReader(in), post.Parser{}
	total, changed, bad := 0, 0, 0
	bar := newProgress(r.program)
	defer bar.end()
	for ctx.Err() == nil {
		line, number, err := lines.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		parsed := post.TooLong(number)
		if err == nil {
			parsed = parser.Parse(line, number)
		} else if !errors.Is(err, post.ErrLineTooLong) {
			return err
		}
		total++
		if parsed.Err != nil {
			bad++
			fmt.Fprintln(r.err, parsed.Err.In(r.lang))
			continue
		}
		p := r.defaults(parsed.Post)
		if s, differs := check.Compare(before, after, &p); differs {
			changed++
			r.shift(&p, number, &s)
		}
		bar.at(total)
	}
	fmt.Fprintf(r.program.out, r.say("%d posts, %d verdicts change, %d lines could not be read\n", "Įrašų: %d, sprendimų keistųsi: %d, neperskaityta eilučių: %d\n"), total, changed, bad)
	return ctx.Err()
}

func (r *checkRun) shift(p *post.Post, number int, s *check.Shift) {
	id := p.ID
	if id == "" {
		id = fmt.Sprintf(r.say("line %d", "%d eilutė"), number)
	}
	fmt.Fprintf(r.program.out, "\n%s  %s → %s  %s\n", printable(id), s.Before.Verdict, s.After.Verdict, clip(printable(p.Text), 100))
	for i := range s.Lost {
		r.because("-", &s.Lost[i])
	}
	for i := range s.Gained {
		r.because("+", &s.Gained[i])
	}
}

func (r *checkRun) because(sign string, f *check.Finding) {
	fmt.Fprintf(r.program.out, "  %s %s %s: %s\n", sign, f.Verdict, ruleOrCategory(f), printable(f.Message.In(text.Lang(r.lang))))
}
