package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/server"
	"rostrum/staff"
	"rostrum/store"
)

func (p *program) ledgerCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "ledger",
		Short: p.say("Export the record of all decisions, and verify it", "Eksportuoti visų sprendimų žurnalą ir jį patikrinti"),
		Args:  p.knownCommand,
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(p.ledgerExportCommand(), p.ledgerVerifyCommand())
	return c
}

func (p *program) ledgerExportCommand() *cobra.Command {
	var file, config, redact string
	settings := server.Defaults()
	c := &cobra.Command{
		Use:   "export -o FILE",
		Short: p.say("Write the whole ledger into a file that anybody can verify", "Įrašyti visą žurnalą į failą, kurį kiekvienas gali patikrinti"),
		Long: p.say(`Write the whole ledger into a file that anybody can verify without the server. The server may be running. That it was
exported is the last entry of the file. --redact leaves private values out: what is left out is listed, and the proof
holds as before.`,
			`Visą žurnalą įrašo į failą, kurį kiekvienas gali patikrinti be serverio. Serveris tuo metu gali veikti. Paskutinis failo
įrašas yra apie patį eksportą. --redact praleidžia privačias reikšmes: kas praleista, išvardijama, o įrodymas galioja kaip
ir anksčiau.`),
		Example: "  rostrum ledger export --data /var/lib/rostrum -o ledger.jsonl\n  rostrum ledger export --data /var/lib/rostrum -o ledger.jsonl --redact name,mail",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := p.configure(&settings, c.Flags(), config); err != nil {
				return p.told(err)
			}
			return p.told(p.exportLedger(c.Context(), settings, file, redact))
		},
	}
	c.Flags().StringVarP(&file, "output", "o", "", p.say("file to write; it must not exist", "rašomas failas; jo dar neturi būti"))
	c.Flags().StringVar(&redact, "redact", "", p.say("private fields to leave out, separated by commas, or all", "praleidžiami privatūs laukai, atskirti kableliais, arba all (visi)"))
	p.placeFlags(c.Flags(), &settings, &config)
	return c
}

func (p *program) exportLedger(ctx context.Context, c server.Config, file, redact string) (err error) {
	if file == "" {
		return p.noOutput()
	}
	// What is put on record below should come true.
	if _, err := os.Stat(file); err == nil {
		return p.notWritten(file, os.ErrExist)
	}
	keys, err := server.OpenKeys(c)
	if err != nil {
		return err
	}
	s, err := server.OpenStore(ctx, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	now := time.Now()
	x := store.LedgerExport{Signer: keys.Signer, Verifier: keys.Verifier, Time: now, RedactAll: redact == "all"}
	left := strings.FieldsFunc(redact, func(r rune) bool { return r == ',' || r == ' ' })
	if x.RedactAll {
		left = []string{"*"}
	} else {
		x.Redact = left
	}
	err = s.Write(ctx, func(tx *store.Tx) error {
		company, err := tx.Company(ctx)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return err
		}
		x.Company = company.Name
		if err := staff.OperatorTakesLedger(ctx, tx, left, now); err != nil {
			return err
		}
		signed, err := tx.SignCheckpoint(ctx, keys.Signer, now)
		x.Size = signed.Size
		return err
	})
	if err != nil {
		return err
	}
	bar := newEntryProgress(p)
	x.Progress = bar.at
	if err := newFile(file, func(w io.Writer) error { return s.ExportLedger(ctx, w, x) }); err != nil {
		bar.end()
		return p.notWritten(file, err)
	}
	bar.end()
	fmt.Fprintf(p.out, p.say("%s: exported; entries: %d. Verify it with: rostrum ledger verify %s\n", "%s: eksportuota; įrašų: %d. Patikrinti: rostrum ledger verify %s\n"), file, x.Size, file)
	return nil
}

// newFile writes a new file, whole or not at all.
func newFile(file string, write func(io.Writer) error) error {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(file))
	}
	return nil
}

func (p *program) noOutput() error {
	return errors.New(p.say("name the file to write with -o", "rašomą failą nurodykite su -o"))
}

// notWritten says why a file was not written.
func (p *program) notWritten(file string, err error) error {
	if broken, ok := errors.AsType[*ledger.Broken](err); ok {
		return errors.New(broken.In(p.lang))
	}
	if errors.Is(err, os.ErrExist) {
		return fmt.Errorf(p.say("%s is there already; name a new file", "%s jau yra; nurodykite naują failą"), file)
	}
	return err
}

func (p *program) ledgerVerifyCommand() *cobra.Command {
	var key, checkpoint string
	c := &cobra.Command{
		Use:   "verify FILE",
		Short: p.say("Verify an exported ledger, with nothing but the file", "Patikrinti eksportuotą žurnalą, turint tik failą"),
		Long: p.say(`Verify an exported ledger, offline. Exit status 1 when something is wrong, and the first entry that cannot be relied on is
named. --key is the company's public key, known from elsewhere; without it the file is held against the key in it.
--checkpoint is a checkpoint that you kept: then everything up to it must be what it was. Both take a text or a file.`,
			`Patikrina eksportuotą žurnalą neprisijungus prie tinklo. Jei kas nors ne taip, grąžinamas kodas 1 ir nurodomas pirmas
įrašas, kuriuo remtis negalima. --key yra įmonės viešasis raktas, žinomas iš kitur; be jo failas tikrinamas pagal jame esantį
raktą. --checkpoint yra jūsų turimas kontrolinis taškas: tada viskas iki jo turi būti taip, kaip buvo. Abi parinktys priima
tekstą arba failą.`),
		Example: "  rostrum ledger verify ledger.jsonl\n  rostrum ledger verify ledger.jsonl --key rostrum-ledger-key.txt --checkpoint rostrum-checkpoint-1200.txt",
		Args:    p.oneFile(),
		RunE:    func(_ *cobra.Command, args []string) error { return p.verifyLedger(args[0], key, checkpoint) },
	}
	c.Flags().StringVar(&key, "key", "", p.say("the company's public key", "įmonės viešasis raktas"))
	c.Flags().StringVar(&checkpoint, "checkpoint", "", p.say("a checkpoint from earlier", "ankstesnis kontrolinis taškas"))
	return c
}

func (p *program) verifyLedger(file, key, checkpoint string) error {
	f, err := os.Open(file)
	if err != nil {
		return fmt.Errorf(p.say("%s cannot be read", "nepavyksta perskaityti %s"), file)
	}
	defer func() { _ = f.Close() }()
	trust := ledger.Trust{Verifier: strings.TrimSpace(textOrFile(key)), Checkpoint: textOrFile(checkpoint)}
	bar := newByteProgress(p, f)
	report, err := ledger.Verify(bar, trust)
	bar.end()
	if broken, ok := errors.AsType[*ledger.Broken](err); ok {
		fmt.Fprintf(p.out, "%s: %s\n", file, broken.In(p.lang))
		return errStop
	} else if err != nil {
		return err
	}
	whose := report.Key
	if key == "" {
		whose += p.say(" (the file's own)", " (paties failo)")
	}
	fmt.Fprintf(p.out, p.say("%s: verified; entries: %d, checkpoints: %d, from %s to %s, key %s\n", "%s: patikrinta; įrašų: %d, kontrolinių taškų: %d, nuo %s iki %s, raktas %s\n"),
		file, report.Entries, report.Checkpoints, report.From.Format(time.DateOnly), report.To.Format(time.DateOnly), whose)
	return nil
}

// textOrFile gives what is in a file of this name, or the text itself.
func textOrFile(s string) string {
	if content, err := os.ReadFile(s); err == nil {
		return string(content)
	}
	return s
}
