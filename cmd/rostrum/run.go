package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"rostrum/policy"
)

// The exit codes.
const (
	exitFine  = 0 // at most advise
	exitStop  = 1 // review or block; lint errors; failed examples
	exitFault = 2 // a fault in the policy, the input or the command line
)

// errStop ends a command with exitStop; what there is to say has been said.
var errStop = errors.New("a person must look at this")

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// program is what every command has at hand.
type program struct {
	streams
	env  environment
	lang string // of the messages to the person at the terminal: en or lt
}

// environment looks up an environment variable.
type environment func(name string) string

// language is the language that a person has set their terminal to.
func (e environment) language() string {
	for _, name := range []string{"ROSTRUM_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := e(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "lt") {
				return policy.Lithuanian
			}
			return policy.English
		}
	}
	return policy.English
}

// run runs one command line and gives the exit code.
func run(ctx context.Context, args []string, s streams, env environment) int {
	p := &program{streams: s, env: env, lang: env.language()}
	root := p.root()
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errStop):
		return exitStop
	}
	fmt.Fprintln(s.err, "rostrum: "+err.Error())
	return exitFault
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "rostrum",
		Short:         p.say("The company social media policy as working software", "Įmonės socialinių tinklų politika, kuri veikia"),
		SilenceUsage:  true,
		SilenceErrors: true,
		Long: p.say(`Write your company's social media policy once, as a folder. People read it, every post is checked by it, and every
finding cites the clause.

With no --policy, rostrum looks for policy.yaml here and in the folders above, and otherwise uses its starter policy.`,
			`Įmonės socialinių tinklų politiką parašykite vieną kartą – kaip aplanką. Žmonės ją skaito, pagal ją tikrinamas
kiekvienas įrašas, o kiekviena pastaba nurodo politikos punktą.

Jei --policy nenurodyta, policy.yaml ieškoma šiame aplanke ir aukščiau, o neradus taikoma pradinė politika.`),
		Version: version(),
	}
	root.Args = p.knownCommand
	root.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
	root.SetFlagErrorFunc(p.flagFault)
	root.SetVersionTemplate("rostrum {{.Version}}\n")
	root.AddCommand(p.checkCommand(), p.initCommand(), p.lintCommand(), p.testCommand(), p.diffCommand(), p.speakersCommand(), p.handbookCommand(), p.toneCommand(), p.serveCommand(), p.ledgerCommand(), p.backupCommand(), p.restoreCommand(), p.migrateCommand(), p.doctorCommand(), p.keysCommand(), p.demoCommand(), p.pushCommand(), p.pullCommand(), p.postCommand(), p.publicationsCommand(), p.pauseCommand(), p.resumeCommand(), p.whyCommand(), p.mcpCommand(), p.manCommand())
	p.localise(root)
	return root
}

// say gives the sentence in the person's language.
func (p *program) say(en, lt string) string {
	return policy.Text{EN: en, LT: lt}.In(p.lang)
}
