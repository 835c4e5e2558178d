package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rostrum/policy"
)

// The library that reads the command line speaks English; here its faults are said in the person's language.

// knownCommand refuses what is no command.
func (p *program) knownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	said := fmt.Sprintf(p.say("unknown command %q for %q", "komandos „%s“ nėra: žr. „%s --help“"), args[0], c.CommandPath())
	c.SuggestionsMinimumDistance = 2 // letters that may differ
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		said += fmt.Sprintf(p.say(". Did you mean %q?", ". Gal turėjote omenyje „%s“?"), near[0])
	}
	return errors.New(said)
}

// atMostOne accepts a folder, or nothing.
func (p *program) atMostOne() cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > 1 {
			return fmt.Errorf(p.say("name one file or folder at most, not %d", "nurodykite ne daugiau kaip vieną failą ar aplanką (dabar: %d)"), len(args))
		}
		return nil
	}
}

// unknownValue is the fault of a flag that takes one of a few words.
func (p *program) unknownValue(flag, value string, allowed []string) error {
	return fmt.Errorf(p.say("--%s cannot be %q: use %s", "--%s negali būti „%s“: galima %s"),
		flag, value, strings.TrimPrefix(strings.Join(allowed, ", "), ", "))
}

// flagFault says what is wrong with a flag.
func (p *program) flagFault(_ *cobra.Command, err error) error {
	if p.lang != policy.Lithuanian {
		return err
	}
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return fmt.Errorf("parinkties -%s nėra", unknown.GetSpecifiedShortnames())
	case errors.As(err, &unknown):
		return fmt.Errorf("parinkties --%s nėra", unknown.GetSpecifiedName())
	case errors.As(err, &bare):
		return fmt.Errorf("po --%s turi būti reikšmė", bare.GetFlag().Name)
	case errors.As(err, &invalid):
		return fmt.Errorf("--%s netinka reikšmė „%s“", invalid.GetFlag().Name, invalid.GetValue())
	}
	return fmt.Errorf("komandos eilutė neperskaitoma: %w", err)
}
