package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"rostrum/check"
	"rostrum/policy"
)

func (p *program) testCommand() *cobra.Command {
	var coverage bool
	c := &cobra.Command{
		Use:   "test [folder]",
		Short: p.say("Hold every clause's examples against the rules", "Patikrinti, ar taisyklės veikia taip, kaip rodo punktų pavyzdžiai"),
		Long: p.say(`Hold the examples of every clause against the policy: those that must fire must have a finding of their clause, those that
must pass must have none. Exit status 1 when one does not.`,
			`Patikrina visų punktų pavyzdžius: netinkami įrašai turi gauti pastabą, tinkami – ne. Jei bent vienas pavyzdys elgiasi kitaip,
grąžinamas kodas 1.`),
		Example: "  rostrum test acme\n  rostrum test acme --coverage",
		Args:    p.atMostOne(),
		RunE:    func(_ *cobra.Command, args []string) error { return p.test(optional(args), coverage) },
	}
	c.Flags().BoolVar(&coverage, "coverage", false, p.say("name the rules that no example makes fire", "išvardyti taisykles, kurių neparodo joks pavyzdys"))
	return c
}

func (p *program) test(dir string, coverage bool) error {
	loaded, err := p.load(dir)
	if err != nil {
		return err
	}
	result, err := check.Examples(loaded)
	if err != nil {
		return p.faults(err, dir)
	}
	for i := range result.Outcomes {
		if o := &result.Outcomes[i]; !o.OK {
			p.failedExample(dir, o)
		}
	}
	failed := result.Failed()
	fmt.Fprintf(p.out, p.say("%d examples, %d as they should be, %d not\n", "Pavyzdžių: %d, kaip reikia – %d, kitaip – %d\n"),
		len(result.Outcomes), len(result.Outcomes)-failed, failed)
	if coverage {
		p.coverage(dir, loaded, result)
	}
	if failed > 0 {
		return errStop
	}
	return nil
}

func (p *program) failedExample(dir string, o *check.Outcome) {
	e := o.Example
	place := e.Place
	place.File = join(dir, place.File)
	if e.ShouldFire() {
		want := p.say("nothing was found", "nieko nerasta")
		if e.Rule != "" {
			want = fmt.Sprintf(p.say("rule %s found nothing", "taisyklė %s nieko nerado"), e.Rule)
		}
		fmt.Fprintf(p.out, "%s: %s: %s\n", place, want, printable(e.Fires))
		return
	}
	f := o.Fired[0]
	fmt.Fprintf(p.out, p.say("%s: %s found “%s”, but this should pass: %s\n", "%s: %s rado „%s“, nors šis įrašas tinkamas: %s\n"),
		place, ruleOrCategory(&f), printable(f.Text), printable(e.Passes))
}

func ruleOrCategory(f *check.Finding) string {
	if f.Rule != "" {
		return f.Rule
	}
	return string(f.Category)
}

func (p *program) coverage(dir string, loaded *policy.Policy, result *check.Coverage) {
	rules := 0
	for _, c := range loaded.Clauses {
		rules += len(c.Rules)
	}
	for _, r := range result.Silent {
		place := r.Place
		place.File = join(dir, place.File)
		fmt.Fprintf(p.out, p.say("%s: no example makes %s fire\n", "%s: nė vienas pavyzdys neparodo, kaip veikia %s\n"), place, r.FullName())
	}
	fmt.Fprintf(p.out, p.say("%d of %d rules are shown by an example\n", "Pavyzdžiais parodyta taisyklių: %d iš %d\n"), rules-len(result.Silent), rules)
}

// optional gives the only argument, or nothing.
func optional(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}
