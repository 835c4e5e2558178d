package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"rostrum/check"
	"rostrum/opinion"
	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/text"
)

// checkFlags are what `rostrum check` was asked.
type checkFlags struct {
	policy, channel, format, language, network, sector, lang, at string
	workers                                                      int
	opinion, opinionModel                                        string
	opinionBudget                                                int
}

func (p *program) checkCommand() *cobra.Command {
	f := &checkFlags{}
	c := &cobra.Command{
		Use:   "check [file …]",
		Short: p.say("Check posts against the policy", "Patikrinti įrašus pagal politiką"),
		Long: p.say(`Check posts against the policy. A file is one post; a .jsonl file, or standard input with --format jsonl, has one post
a line: {"id", "text", "lang"?, "channel"?, "network"?, "sector"?, "author"?, "media"?}. - is standard input.

Exit status: 0 at most advise, 1 review or block, 2 a fault in the policy or the command.`,
			`Patikrina įrašus pagal politiką. Failas – vienas įrašas; .jsonl faile (arba standartinėje įvestyje su --format jsonl)
kiekviena eilutė yra įrašas: {"id", "text", "lang"?, "channel"?, "network"?, "sector"?, "author"?, "media"?}.
Brūkšnelis (-) reiškia standartinę įvestį.

Grąžinamas kodas: 0 – ne daugiau kaip „advise“, 1 – „review“ arba „block“, 2 – politikos ar komandos klaida.`),
		Example: `  rostrum check post.txt
  echo "Projekto Ąžuolo pristatymas – ketvirtadienį!" | rostrum check --policy acme -
  rostrum check --policy acme --channel personal --format json draft.txt
  rostrum check --policy acme --format jsonl - < posts.jsonl > verdicts.jsonl`,
		RunE: func(c *cobra.Command, args []string) error { return p.check(c.Context(), f, args) },
	}
	c.Flags().StringVar(&f.policy, "policy", "", p.say("the policy folder", "politikos aplankas"))
	c.Flags().StringVar(&f.channel, "channel", "brand", p.say("brand, personal or mention", "brand (įmonės), personal (asmeninė) arba mention (paminėjimas)"))
	c.Flags().StringVar(&f.format, "format", "text", p.say("text, json, jsonl, sarif or github", "text, json, jsonl, sarif arba github"))
	c.Flags().StringVar(&f.network, "network", "", p.say("where it goes: bluesky, mastodon, …", "kur skelbiama: bluesky, mastodon, …"))
	c.Flags().StringVar(&f.sector, "sector", "", p.say("finance, government, health or retail; default: the policy's", "finance, government, health arba retail; numatyta – iš politikos"))
	c.Flags().StringVar(&f.lang, "lang", "", p.say("the post's language, en or lt; default: recognised", "įrašo kalba, en arba lt; numatyta – atpažįstama"))
	c.Flags().StringVar(&f.language, "language", "", p.say("the language of messages, en or lt; default: the post's", "pranešimų kalba, en arba lt; numatyta – įrašo"))
	c.Flags().StringVar(&f.at, "at", "", p.say("when it goes out, 2026-12-24; default: now", "kada skelbiama, 2026-12-24; numatyta – dabar"))
	c.Flags().StringVar(&f.opinion, "opinion", "", p.say("an OpenAI-compatible endpoint to ask for a second opinion on borderline posts, http://127.0.0.1:11434/v1", "su „OpenAI“ suderinamas adresas, kuriuo klausti antrosios nuomonės apie abejotinus įrašus, http://127.0.0.1:11434/v1"))
	c.Flags().StringVar(&f.opinionModel, "opinion-model", "", p.say("the model that gives it; its key, if any, is ROSTRUM_OPINION_KEY", "ją teikiantis modelis; jo raktas, jei reikia, – ROSTRUM_OPINION_KEY"))
	c.Flags().IntVar(&f.opinionBudget, "opinion-budget", secondBudget, p.say("how many posts are asked about at most", "apie kiek įrašų daugiausia klausti"))
	c.Flags().IntVar(&f.workers, "workers", runtime.GOMAXPROCS(0), p.say("how many posts of a .jsonl are checked at once", "kiek .jsonl įrašų tikrinti vienu metu"))
	return c
}

func (p *program) check(ctx context.Context, f *checkFlags, args []string) error {
	when, err := p.validate(f, time.Now())
	if err != nil {
		return err
	}
	if len(args) == 0 {
		if isTerminal(p.in) {
			return errors.New(p.say(
				"name a file with a post, or - for standard input. For example: rostrum check post.txt",
				"nurodykite failą su įrašu arba - (standartinę įvestį). Pavyzdžiui: rostrum check irasas.txt"))
		}
		args = []string{"-"}
	}
	// Compiling makes tables that stay; collecting garbage among them would be most of a short run.
	debug.SetGCPercent(400)
	checker, err := p.compile(f.policy)
	if err != nil {
		return err
	}
	second, err := p.askable(f)
	if err != nil {
		return err
	}
	run := &checkRun{program: p, flags: f, checker: checker, when: when, out: newFormat(p, f.format, checker), opinion: second}
	worst, err := run.all(ctx, args)
	if err != nil {
		return err
	}
	if worst >= rule.Review {
		return errStop
	}
	return nil
}

func (p *program) validate(f *checkFlags, now time.Time) (time.Time, error) {
	for _, v := range []struct {
		name, value string
		allowed     []string
	}{
		{"channel", f.channel, []string{"brand", "personal", "mention"}},
		{"format", f.format, []string{"text", "json", "jsonl", "sarif", "github"}},
		{"lang", f.lang, []string{"", "en", "lt"}},
		{"language", f.language, []string{"", "en", "lt"}},
		{"sector", f.sector, []string{"", "finance", "government", "health", "retail"}},
	} {
		if !contains(v.allowed, v.value) {
			return now, p.unknownValue(v.name, v.value, v.allowed)
		}
	}
	if f.workers < 1 {
		return now, errors.New(p.say("--workers must be at least 1", "--workers turi būti ne mažiau kaip 1"))
	}
	if f.at == "" {
		return now, nil
	}
	when, err := time.Parse(time.DateOnly, f.at)
	if err != nil {
		return now, fmt.Errorf(p.say("--at %q is not a date: write it as 2026-12-24", "--at „%s“ nėra data: rašykite taip: 2026-12-24"), f.at)
	}
	return when.Add(12 * time.Hour), nil
}

// checkRun is one run of `rostrum check`.
type checkRun struct {
	*program
	flags   *checkFlags
	checker *check.Checker
	when    time.Time
	out     format
	opinion *opinion.Opinion // asked about borderline posts, or nil
	silent  sync.Once        // telling that it does not answer
}

// all checks every file and gives the worst verdict.
func (r *checkRun) all(ctx context.Context, files []string) (rule.Verdict, error) {
	worst := rule.Allow
	for _, file := range files {
		v, err := r.file(ctx, file)
		if err != nil {
			return worst, err
		}
		worst = max(worst, v)
	}
	return worst, r.out.close()
}

func (r *checkRun) file(ctx context.Context, name string) (rule.Verdict, error) {
	in, err := r.open(name)
	if err != nil {
		return rule.Allow, err
	}
	defer in.Close()
	if strings.HasSuffix(name, ".jsonl") || (name == "-" && r.flags.format == "jsonl") {
		return r.lines(ctx, name, in)
	}
	content, err := io.ReadAll(io.LimitReader(in, check.MaxText+1))
	if err != nil {
		return rule.Allow, r.unreadable(name, err)
	}
	p := r.defaults(post.Post{ID: name, Text: strings.TrimRight(string(content), "\r\n")})
	result := r.checker.Check(&p)
	r.second(ctx, &p, &result)
	return result.Verdict, r.out.result(&checked{file: name, post: p, result: result, lang: r.language(&result)})
}

// defaults fills in what the command line says and the post leaves open.
func (r *checkRun) defaults(p post.Post) post.Post {
	if p.Channel == "" {
		p.Channel = post.Channel(r.flags.channel)
	}
	if p.Network == "" {
		p.Network = r.flags.network
	}
	if p.Sector == "" {
		p.Sector = r.flags.sector
	}
	if p.Lang == "" {
		p.Lang = r.flags.lang
	}
	p.At = r.when
	return p
}

func (r *checkRun) language(result *check.Result) text.Lang {
	if r.flags.language != "" {
		return text.Lang(r.flags.language)
	}
	return r.checker.ReaderLanguage(result)
}

func (p *program) open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(p.in), nil
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return nil, errors.New(p.say(name+" is a folder, not a post. Name a file in it", name+" yra aplankas, ne įrašas. Nurodykite jame esantį failą"))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, p.unreadable(name, err)
	}
	return f, nil
}

func (p *program) unreadable(name string, err error) error {
	return errors.New(p.say(name+" cannot be read: ", name+" perskaityti nepavyko: ") + p.cause(err))
}

func contains(all []string, s string) bool {
	for _, a := range all {
		if a == s {
			return true
		}
	}
	return false
}
