package main

import (
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"rostrum/check"
	"rostrum/policy"
)

func (p *program) lintCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "lint [folder]",
		Short: p.say("Say what the policy lacks, and what in it cannot hold", "Parodyti, ko politikai trūksta ir kas joje negalios"),
		Long: p.say(`Say what is missing from the policy, what can never fire, what is not translated, and what is overbroad: wording that
labour, privacy or whistleblower law voids, with a lawful wording. Exit status 1 when there is an error, 2 when the policy
cannot be read.`,
			`Parodo, ko politikai trūksta, kas niekada nesuveiks, kas neišversta ir kas per platu – tai yra formuluotes, kurios pagal
darbo, asmens duomenų ar pranešėjų apsaugos teisę negalioja, kartu su tinkamomis. Jei yra klaidų, grąžinamas kodas 1, jei
politikos perskaityti nepavyksta – 2.`),
		Example: "  rostrum lint acme",
		Args:    p.atMostOne(),
		RunE:    func(_ *cobra.Command, args []string) error { return p.lint(optional(args), time.Now()) },
	}
}

func (p *program) lint(dir string, now time.Time) error {
	loaded, err := p.load(dir)
	if err != nil {
		return err
	}
	if _, err := check.Compile(loaded); err != nil {
		return p.faults(err, dir)
	}
	errorsFound, warnings := 0, 0
	for _, issue := range loaded.Lint(now) {
		if issue.Level == policy.Error {
			errorsFound++
		} else {
			warnings++
		}
		issue.Place.File = join(dir, issue.Place.File)
		p.issue(&issue)
	}
	if errorsFound+warnings == 0 {
		fmt.Fprintln(p.out, p.say("Nothing is missing.", "Nieko netrūksta."))
		return nil
	}
	fmt.Fprintf(p.out, p.say("%d errors, %d warnings\n", "Klaidų: %d, įspėjimų: %d\n"), errorsFound, warnings)
	if errorsFound > 0 {
		return errStop
	}
	return nil
}

func (p *program) issue(i *policy.Issue) {
	fmt.Fprintf(p.out, "%s: %s: %s (%s)\n", i.Place, i.Level.In(p.lang), i.Message.In(p.lang), i.Code)
	for _, line := range wrap(i.Mend.In(p.lang), min(terminalWidth(p.out), 120)-6) {
		fmt.Fprintln(p.out, "    "+line)
	}
}

// join puts the folder's name before a file's, so that an editor can open it.
func join(dir, file string) string { return filepath.Join(dir, file) }
