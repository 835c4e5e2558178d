package simulator_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"rostrum/network"
	"rostrum/network/simulator"
)

var ona = []simulator.Account{{Name: "ona", Shown: "Ona <b>"}}

func access(t *testing.T, s *running) network.Access {
	t.Helper()
	who, err := s.Connect("ona")
	if err != nil {
		t.Fatal(err)
	}
	return network.Access{Server: who.Server, ID: who.ID, Handle: who.Handle, Secret: who.Secret.Bytes}
}

func TestEveryTroubleIsToldForWhatItIs(t *testing.T) {
	s := start(t, simulator.Options{Accounts: ona})
	c, a := simulator.Connector(s.address), access(t, s)
	for trouble, want := range map[simulator.Trouble]struct {
		kind network.Kind
		out  bool
	}{
		simulator.TooMany:      {network.Limited, false},
		simulator.Fails:        {network.Unknown, false},
		simulator.Cuts:         {network.Unknown, false},
		simulator.TakesAndCuts: {network.Unknown, true},
		simulator.NeverAnswers: {network.Unknown, false},
		simulator.TakesQuietly: {network.Unknown, true},
		simulator.Lies:         {network.Unknown, false},
		simulator.Rubbish:      {network.Unknown, true},
		simulator.SignsOut:     {network.SignedOut, false},
	} {
		t.Run(string(trouble), func(t *testing.T) {
			s.Arrange(simulator.Fault{Trouble: trouble, Times: 1, Wait: 90 * time.Second})
			p := network.Piece{Key: string(trouble), Text: "Bėda: " + string(trouble), At: time.Now()}
			ctx := t.Context()
			if strings.HasSuffix(string(trouble), "quietly") || trouble == simulator.NeverAnswers {
				ctx = timeout(t, 300*time.Millisecond)
			}
			_, err := c.Publish(ctx, a, p)
			if network.KindOf(err) != want.kind {
				t.Errorf("Publish said %v", err)
			}
			var fault *network.Error
			if errors.As(err, &fault) && trouble == simulator.TooMany && time.Until(fault.Until).Round(10*time.Second) != 90*time.Second {
				t.Errorf("to come again at %s", fault.Until)
			}
			_, found, err := c.Find(t.Context(), a, p)
			if err != nil || found != want.out {
				t.Errorf("found %t, %v", found, err)
			}
			if _, err := c.Publish(t.Context(), a, p); err != nil {
				t.Errorf("once the trouble is over: %v", err)
			}
		})
	}
	if got := len(s.posts(t, a)); got != 9 {
		t.Errorf("%d posts are out, not 9", got)
	}
}

func TestWhatWasPostedOutlivesARestart(t *testing.T) {
	file := filepath.Join(t.TempDir(), "simulator.jsonl")
	s := start(t, simulator.Options{Accounts: ona, File: file})
	c, a := simulator.Connector(s.address), access(t, s)
	stays := network.Piece{Key: "stays", Text: "Liks", At: time.Now(), Images: []network.Picture{{Bytes: []byte("\x89PNG\r\n\x1a\nx"), Type: "image/png", Alt: "Ąžuolas"}}}
	first := publish(t, c, a, stays)
	goes := publish(t, c, a, network.Piece{Key: "goes", Text: "Dings", At: time.Now()})
	stays.Text = "Liks pakeista"
	if _, err := c.Edit(t.Context(), a, first, stays); err != nil {
		t.Fatal(err)
	}
	if err := c.Delete(t.Context(), a, goes); err != nil {
		t.Fatal(err)
	}
	s.stop()
	torn, err := os.OpenFile(file, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := torn.WriteString(`{"post":{"id":"9`); err != nil || torn.Close() != nil {
		t.Fatal(err)
	}
	for range 2 { // what a crash left must not spoil what is written after it
		s.start()
		kept := s.posts(t, a)
		if len(kept) != 1 || kept[0].Text != "Liks pakeista" || !kept[0].Edited || kept[0].Alts[0] != "Ąžuolas" {
			t.Fatalf("after a restart: %+v", kept)
		}
		if again := publish(t, c, a, network.Piece{Key: "stays", Text: "Liks pakeista"}); again.ID != first.ID {
			t.Error("the idempotency key was forgotten")
		}
		s.stop()
	}
	s.start()
}

func TestIgnoredKeysPostTwice(t *testing.T) {
	s := start(t, simulator.Options{Accounts: ona, IgnoreKeys: true})
	c, a := simulator.Connector(s.address), access(t, s)
	p := network.Piece{Key: "same", Text: "Du kartus"}
	first, second := publish(t, c, a, p), publish(t, c, a, p)
	if first == second {
		t.Error("the key was honoured")
	}
}

func TestTheLimitOfRequestsIsTold(t *testing.T) {
	s := start(t, simulator.Options{Accounts: ona, Limit: 2, Window: time.Hour})
	c, a := simulator.Connector(s.address), access(t, s)
	publish(t, c, a, network.Piece{Text: "1"})
	publish(t, c, a, network.Piece{Text: "2"})
	_, err := c.Publish(t.Context(), a, network.Piece{Text: "3"})
	var fault *network.Error
	if !errors.As(err, &fault) || fault.Kind != network.Limited || time.Until(fault.Until).Round(time.Minute) != time.Hour {
		t.Errorf("the third post: %+v", err)
	}
}

func TestPagesShowThePostsAndWhatTheyAre(t *testing.T) {
	s := start(t, simulator.Options{Accounts: ona})
	c, a := simulator.Connector(s.address), access(t, s)
	first := publish(t, c, a, network.Piece{Text: "Pirmas <script>alert(1)</script> https://example.com/?a=1&b=\"x #ąžuolas", Lang: "lt",
		Images: []network.Picture{{Bytes: []byte("GIF89a..."), Type: "image/gif", Alt: `Puodelis "ant" stalo`}}})
	second := publish(t, c, a, network.Piece{Text: "Antras", Parent: &first})
	for path, want := range map[string][]string{
		"/":             {"not a real social network", `href="/simulator/@ona?lang=en"`},
		"/?lang=lt":     {`lang="lt"`, "ne tikras socialinis tinklas"},
		"/@ona?lang=lt": {"Antras", "Ankstesnio įrašo tęsinys", "&lt;script&gt;", "Ona &lt;b&gt;", `alt="Puodelis &#34;ant&#34; stalo"`, `<span class="tag">#ąžuolas</span>`},
		strings.TrimPrefix(second.URL, s.address): {"Pirmas", `class="whole"`, "not a real"},
	} {
		answer := s.do(t, http.MethodGet, path, "", nil)
		body, err := io.ReadAll(answer.Body)
		if err != nil || answer.StatusCode != http.StatusOK {
			t.Fatalf("%s: %s, %v", path, answer.Status, err)
		}
		for _, part := range want {
			if !strings.Contains(string(body), part) {
				t.Errorf("%s lacks %q:\n%s", path, part, body)
			}
		}
		if strings.Contains(string(body), "<script") || strings.Contains(string(body), "style=") {
			t.Errorf("%s has what its own policy forbids", path)
		}
		if csp := answer.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") {
			t.Errorf("%s: policy %q", path, csp)
		}
	}
	if answer := s.do(t, http.MethodGet, "/@ona/1", "", nil); answer.StatusCode != http.StatusNotFound {
		t.Errorf("a post that is not there: %s", answer.Status)
	}
}

func TestOnlyRegisteredApplicationsAreSentBack(t *testing.T) {
	s := start(t, simulator.Options{Accounts: ona})
	begun, err := simulator.Connector(s.address).Begin(t.Context(), "https://elsewhere.example", "https://rostrum.example/back")
	if err != nil || !strings.HasPrefix(begun.URL, s.address+"/") {
		t.Fatalf("begun at %q, %v", begun.URL, err)
	}
	u, err := url.Parse(begun.URL)
	if err != nil {
		t.Fatal(err)
	}
	form := u.Query()
	form.Set("account", "ona")
	form.Set("redirect_uri", "https://thief.example/")
	if answer := s.do(t, http.MethodPost, "/oauth/authorize", "", form); answer.StatusCode != http.StatusBadRequest || answer.Header.Get("Location") != "" {
		t.Errorf("a stranger's address was answered %s", answer.Status)
	}
}

// TestTenThousandPosts holds the simulator to what benchmarks of publishing need of it.
func TestTenThousandPosts(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes some seconds")
	}
	s := start(t, simulator.Options{Accounts: ona, File: filepath.Join(t.TempDir(), "simulator.jsonl")})
	c, a := simulator.Connector(s.address), access(t, s)
	began := time.Now()
	var senders sync.WaitGroup
	for sender := range 20 {
		senders.Go(func() {
			for n := range 500 {
				if _, err := c.Publish(t.Context(), a, network.Piece{Key: fmt.Sprint(sender, ".", n), Text: fmt.Sprint("Įrašas ", sender, ".", n)}); err != nil {
					t.Errorf("post %d of sender %d: %v", n, sender, err)
					return
				}
			}
		})
	}
	senders.Wait()
	took := time.Since(began)
	t.Logf("10,000 posts took %s", took.Round(time.Millisecond))
	if took > time.Minute {
		t.Errorf("10,000 posts took %s", took)
	}
}
