package main

import (
	"runtime/debug"

	"github.com/spf13/cobra"

	"rostrum/policy"
)

// version is the module's version, or the commit that it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "development"
	}
	return info.Main.Version
}

// localise gives the help pages in the person's language; the library speaks English by itself.
func (p *program) localise(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	if p.lang != policy.Lithuanian {
		return
	}
	root.SetUsageTemplate(usageLT)
	for _, c := range root.Commands() {
		c.InitDefaultHelpFlag()
		if f := c.Flags().Lookup("help"); f != nil {
			f.Usage = "parodyti šios komandos aprašą"
		}
		switch c.Name() {
		case "help":
			c.Short = "Komandos aprašas"
		case "completion":
			c.Short = "Komandų užbaigimo scenarijus jūsų apvalkalui"
		}
	}
	root.InitDefaultHelpFlag()
	root.Flags().Lookup("help").Usage = "parodyti aprašą"
	root.InitDefaultVersionFlag()
	root.Flags().Lookup("version").Usage = "parodyti versiją"
}

const usageLT = `Naudojimas:{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} [komanda]{{end}}{{if .HasExample}}

Pavyzdžiai:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Komandos:{{range .Commands}}{{if (or .IsAvailableCommand (eq .Name "help"))}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Parinktys:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

Daugiau apie komandą: „{{.CommandPath}} [komanda] --help“.{{end}}
`
