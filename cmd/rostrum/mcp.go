package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/spf13/cobra"

	"rostrum/assistant"
)

func (p *program) mcpCommand() *cobra.Command {
	r := &remote{program: p}
	var folder string
	c := &cobra.Command{
		Use:   "mcp",
		Short: p.say("Let a writing assistant check, explain and draft", "Leisti rašymo asistentui tikrinti, aiškinti ir rengti juodraščius"),
		Long: p.say(`Speak the Model Context Protocol on standard input and output, so that a writing assistant can hold a text against the policy
and read its clauses. With --server it can also keep drafts there, in the name of the person whose token is used (scope
post:write). It submits, approves and publishes nothing: there is no tool for it.`,
			`Standartine įvestimi ir išvestimi kalba „Model Context Protocol“, kad rašymo asistentas galėtų tikrinti tekstą pagal politiką
ir skaityti jos punktus. Nurodžius --server, jis ten gali palikti juodraščių žmogaus, kurio žetonas naudojamas, vardu
(sritis post:write). Jis nieko nepateikia, netvirtina ir neskelbia: tam įrankio nėra.`),
		Example: "  rostrum mcp --policy acme\n  rostrum mcp --policy acme --server https://rostrum.example.com",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return p.told(p.mcp(c.Context(), r, folder)) },
	}
	r.flags(c.Flags())
	c.Flags().StringVar(&folder, "policy", "", p.say("the policy folder", "politikos aplankas"))
	return c
}

func (p *program) mcp(ctx context.Context, r *remote, folder string) error {
	checker, err := p.compile(folder)
	if err != nil {
		return err
	}
	var drafts assistant.Drafts
	if r.server != "" {
		if err := r.ready(); err != nil {
			return err
		}
		drafts = drafting{r}
	}
	err = assistant.New(checker, drafts, p.lang, version()).Run(ctx, &mcp.IOTransport{Reader: io.NopCloser(p.in), Writer: keptOpen{p.out}})
	if ctx.Err() != nil {
		return nil // the assistant, or the person, has had enough
	}
	return err
}

// keptOpen is an output that stays open when the conversation ends.
type keptOpen struct{ io.Writer }

func (keptOpen) Close() error { return nil }

// drafting keeps drafts on a server.
type drafting struct{ *remote }

func (d drafting) Keep(ctx context.Context, draft assistant.Draft) (string, error) {
	asked, err := json.Marshal(draft)
	if err != nil {
		return "", err
	}
	content, _, err := d.ask(ctx, http.MethodPost, "/posts", asked, map[string]string{"Content-Type": "application/json"})
	if err != nil {
		return "", err
	}
	var kept struct{ ID string }
	if err := json.Unmarshal(content, &kept); err != nil {
		return "", err
	}
	return d.server + "/posts/" + kept.ID, nil
}
