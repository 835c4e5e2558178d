package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rostrum/policy"
	"rostrum/speaker"
)

// speakersFlags are what `rostrum speakers` was asked.
type speakersFlags struct{ who, account, topic, action, at string }

func (p *program) speakersCommand() *cobra.Command {
	f := &speakersFlags{}
	c := &cobra.Command{
		Use:   "speakers [folder]",
		Short: p.say("Explain who may speak, where and on what", "Paaiškinti, kas, kur ir kuo gali kalbėti"),
		Long: p.say("Explain whether a person may do something on an account about a topic, what is missing and who could approve.\nWithout --who, show everything that nobody or somebody may do.",
			"Paaiškina, ar žmogus gali ką nors daryti paskyroje tam tikra tema, ko trūksta ir kas galėtų patvirtinti.\nBe --who parodo, ką kas gali ir ko negali niekas."),
		Example: "  rostrum speakers acme\n  rostrum speakers acme --who \"Rasa Kazlauskaitė\" --account banga-mastodon --topic results",
		Args:    p.atMostOne(),
		RunE:    func(_ *cobra.Command, args []string) error { return p.speakers(optional(args), f, time.Now()) },
	}
	c.Flags().StringVar(&f.who, "who", "", p.say("a person's name or handle", "žmogaus vardas ar paskyros vardas"))
	c.Flags().StringVar(&f.account, "account", "", p.say("an account's id or handle", "paskyros id ar vardas"))
	c.Flags().StringVar(&f.topic, "topic", "", p.say("a topic's id; default: every topic", "temos id; numatyta – visos temos"))
	c.Flags().StringVar(&f.action, "action", "publish", p.say("publish, reply, crisis or approve", "publish (skelbti), reply (atsakyti), crisis (per krizę) arba approve (tvirtinti)"))
	c.Flags().StringVar(&f.at, "at", "", p.say("on which day, 2026-12-24; default: today", "kurią dieną, 2026-12-24; numatyta – šiandien"))
	return c
}

func (p *program) speakers(dir string, f *speakersFlags, now time.Time) error {
	asked := checkFlags{channel: "brand", format: "text", workers: 1, at: f.at}
	when, err := p.validate(&asked, now)
	if err != nil {
		return err
	}
	loaded, err := p.load(dir)
	if err != nil {
		return err
	}
	book, on := speaker.New(loaded), policy.DateOf(when)
	if len(book.People) == 0 {
		fmt.Fprintln(p.out, p.say("speakers.yaml names nobody yet. Add people, their teams and what they were trained in.",
			"speakers.yaml dar nieko neįvardija. Įrašykite žmones, jų komandas ir išklausytus mokymus."))
		return nil
	}
	if f.who == "" {
		p.matrix(book, on)
		return nil
	}
	return p.explain(book, f, on)
}

// explain answers for one person, topic by topic.
func (p *program) explain(book *speaker.Book, f *speakersFlags, on policy.Date) error {
	person := book.Person(f.who)
	if person == nil {
		return fmt.Errorf(p.say("nobody in speakers.yaml is called %q", "speakers.yaml nėra žmogaus „%s“"), f.who)
	}
	accounts, err := p.accounts(book, f.account)
	if err != nil {
		return err
	}
	topics := book.TopicIDs()
	if f.topic != "" {
		if !contains(topics, f.topic) {
			return fmt.Errorf(p.say("there is no topic %q. Topics: %s", "temos „%s“ nėra. Temos: %s"), f.topic, strings.Join(topics, ", "))
		}
		topics = []string{f.topic}
	}
	if !contains(actionNames(), f.action) {
		return p.unknownValue("action", f.action, actionNames())
	}
	allowed := true
	for _, account := range accounts {
		for _, topic := range topics {
			a := book.Ask(speaker.Question{Person: person, Account: account, Topics: []string{topic}, Action: speaker.Action(f.action), On: on})
			fmt.Fprintf(p.out, "%s · %s · %s · %s\n", person.Name, f.action, account, topic)
			p.sentence(book.Explain(&a))
			if !a.Allowed {
				allowed = false
				p.sentence(a.Instead())
			}
		}
	}
	if !allowed {
		return errStop
	}
	return nil
}

func (p *program) sentence(t policy.Text) {
	for _, line := range wrap(t.In(p.lang), min(terminalWidth(p.out), 120)-4) {
		fmt.Fprintln(p.out, "    "+line)
	}
}

func (p *program) accounts(book *speaker.Book, asked string) ([]string, error) {
	var ids []string
	for _, a := range book.Accounts {
		ids = append(ids, a.ID)
	}
	if asked == "" {
		if len(ids) == 0 {
			return nil, errors.New(p.say("speakers.yaml has no accounts yet", "speakers.yaml dar nėra paskyrų"))
		}
		return ids, nil
	}
	a := book.Account(asked)
	if a == nil {
		return nil, fmt.Errorf(p.say("there is no account %q. Accounts: %s", "paskyros „%s“ nėra. Paskyros: %s"), asked, strings.Join(ids, ", "))
	}
	return []string{a.ID}, nil
}

func actionNames() []string {
	var out []string
	for _, a := range speaker.Actions() {
		out = append(out, string(a))
	}
	return out
}

// matrix shows for each account, topic and action who may, and what nobody may.
func (p *program) matrix(book *speaker.Book, on policy.Date) {
	gaps := 0
	for _, a := range book.Accounts {
		fmt.Fprintf(p.out, "%s (%s, %s)\n", a.ID, a.Network, a.Handle)
		for _, topic := range book.TopicIDs() {
			for _, action := range speaker.Actions() {
				who := strings.Join(book.Able(a.ID, topic, action, on), ", ")
				if who == "" {
					gaps++
					who = p.say("nobody", "niekas")
				}
				fmt.Fprintf(p.out, "  %-20s %-8s %s\n", topic, action, who)
			}
		}
	}
	fmt.Fprintf(p.out, p.say("%d gaps\n", "Spragų: %d\n"), gaps)
}
