package web

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/opinion"
	"rostrum/opinion/chat"
	"rostrum/publish"
	"rostrum/store"
)

// standIn is no language model: it speaks like an OpenAI-compatible endpoint and says what it is told to say.
type standIn struct {
	says  string
	asked []string
}

func (s *standIn) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	s.asked = append(s.asked, string(body))
	fmt.Fprintf(w, `{"model":"stand-in","choices":[{"message":{"role":"assistant","content":%s}}]}`, strconv.Quote(s.says))
}

// advised is a bureau whose account asks for a yes only where something was found, and that can ask a stand-in.
func advised(t *testing.T, says string) (*bureau, *standIn) {
	b, model := newBureau(t), &standIn{says: says}
	server := httptest.NewServer(model)
	t.Cleanup(server.Close)
	endpoint, err := chat.New(server.URL, "stand-in", "")
	b.must(err)
	b.Opinion, err = opinion.New(opinion.Config{Endpoint: endpoint, Calls: 10, Timeout: time.Second})
	b.must(err)
	b.OpinionModel = "stand-in"
	b.must(b.Store.Write(t.Context(), func(tx *store.Tx) error {
		main, err := tx.BrandAccount(t.Context(), "main")
		b.must(err)
		main.Rule = account.Findings
		return tx.ChangeBrandAccount(t.Context(), main)
	}))
	return b, model
}

// sent sends a post for approval as its author's browser does, and gives the request.
func (b *bureau) sent(text string) (req approval.Request) {
	b.t.Helper()
	p := b.begun(b.rasa, text, "main")
	status, page := b.browser(b.rasa).post("/posts/"+p.ID+"/submit", url.Values{"version": {"1"}})
	if status != 200 {
		b.t.Fatalf("%d: %s", status, page)
	}
	b.must(b.Store.Read(b.t.Context(), func(tx *store.Tx) (err error) {
		req, err = tx.LastRequest(b.t.Context(), p.ID)
		return err
	}))
	return req
}

const doubtful = "What a lousy circus, Petras Petraitis and his people"

func TestASecondOpinionHasSomebodyLook(t *testing.T) {
	b, model := advised(t, `{"verdict":"review","reason_en":"It mocks somebody.","reason_lt":"Iš kažko tyčiojamasi."}`)
	req := b.sent(doubtful)
	if req.State != approval.Open || len(model.asked) != 1 || strings.Contains(model.asked[0], "Petrait") {
		t.Fatalf("%s, asked %q", req.State, model.asked)
	}
	entry := b.entry("opinion.asked")
	if entry.Data["answer"] != "review" || entry.Data["model"] != "stand-in" || entry.Data["digest"] != req.Digest || strings.Contains(fmt.Sprint(entry), "circus") {
		t.Errorf("on the record: %+v", entry)
	}
	jonas := b.browser(b.jonas)
	_, page := jonas.get("/approvals/" + req.ID)
	b.holds(page, "A second opinion, by a language model: It mocks somebody.", "Yes, publish it")
	_, page = b.browser(b.rasa).get("/posts/" + req.Post)
	b.holds(page, "It mocks somebody.")
	if _, page = jonas.post("/approvals/"+req.ID+"/vote", url.Values{"choice": {"yes"}}); !strings.Contains(page, "Your yes is on the record") {
		t.Error("not approved")
	}
	b.must(b.Store.Read(t.Context(), func(tx *store.Tx) error {
		story, err := publish.Story(t.Context(), tx, req.Post)
		b.must(err)
		e, err := b.Edition(t.Context(), tx, b.now)
		b.must(err)
		if _, same, err := story.Decisions[0].Replay(t.Context(), tx, e); !same || err != nil {
			t.Errorf("the decision cannot be replayed: %v", err)
		}
		return nil
	}))
}

func TestWithoutAnAnswerAPostGoesItsWay(t *testing.T) {
	for name, c := range map[string]struct {
		text, says, answer string
		asked              int
	}{
		"nothing that can be read": {doubtful, "Sure!", "none", 1},
		"it sees nothing":          {doubtful, `{"verdict":"allow"}`, "allow", 1},
		"an ordinary post":         {"We open at nine", `{"verdict":"review"}`, "", 0},
	} {
		t.Run(name, func(t *testing.T) {
			b, model := advised(t, c.says)
			if req := b.sent(c.text); req.State != approval.Approved {
				t.Errorf("the post is %s", req.State)
			}
			if len(model.asked) != c.asked || b.entry("opinion.asked").Data["answer"] != c.answer {
				t.Errorf("asked %d times, on record %+v", len(model.asked), b.entry("opinion.asked"))
			}
		})
	}
}
