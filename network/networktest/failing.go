package networktest

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
	"testing"
	"time"

	"rostrum/network"
)

// answerSwallowed: the server posts, and nobody hears of it.
func answerSwallowed(t *testing.T, c Case) {
	direct, p := c.Account(t), piece("Atsakymas dingo 📭")
	p.Images = []network.Picture{picture(t, 5, "Tuščia pašto dėžutė")}
	spoiler, a := between(t, direct)
	spoiler.on(c.Publishes, spoiler.swallow)
	_, err := c.Network.Publish(t.Context(), a, p)
	mustBe(t, "Publish", err, network.Unknown)
	spoiler.heal()
	mustHave(t, c, direct, p.Text)
	r := mustFind(t, c, a, p, true)
	if !c.Network.Profile().Chosen {
		return
	}
	if again := mustPublish(t, c, a, p); again != r {
		t.Errorf("published %+v, found %+v", again, r)
	}
	mustHave(t, c, direct, p.Text)
}

// sameAgain: of two posts that say the same, one right after the other, the older is never taken for the younger, whether the
// younger came to be or not. What was posted by somebody else so shortly before leaves open which one it is, and that is said.
func sameAgain(t *testing.T, c Case) {
	direct := c.Account(t)
	older := mustPublish(t, c, direct, piece("Vėl tas pats 🔁"))
	spoiler, a := between(t, direct)
	p := piece("Vėl tas pats 🔁")
	p.Others = []network.Receipt{older}
	spoiler.on(c.Publishes, breakOff)
	_, err := c.Network.Publish(t.Context(), a, p)
	mustBe(t, "Publish", err, network.Unknown, network.Away)
	spoiler.heal()
	mustFind(t, c, a, p, false)
	spoiler.on(c.Publishes, spoiler.swallow)
	_, err = c.Network.Publish(t.Context(), a, p)
	mustBe(t, "Publish", err, network.Unknown)
	spoiler.heal()
	if r := mustFind(t, c, a, p, true); r.ID == older.ID {
		t.Errorf("the older post %+v was taken for the younger", r)
	}
	mustHave(t, c, direct, p.Text, p.Text)

	const byHand = "Kažkas jau rašė ✍️"
	stranger := mustPublish(t, c, direct, piece(byHand))
	p = piece(byHand)
	p.At = p.At.Add(3 * time.Second)
	if r, found, err := c.Network.Find(t.Context(), a, p); found {
		t.Errorf("the post of somebody else %+v was taken for ours, which is %+v", stranger, r)
	} else if err != nil {
		mustBe(t, "Find", err, network.Unknown)
	}
}

// requestBroken: the connection breaks and the server never sees the post.
func requestBroken(t *testing.T, c Case) {
	direct, p := c.Account(t), piece("Nutrūko ✂️")
	spoiler, a := between(t, direct)
	spoiler.on(c.Publishes, breakOff)
	_, err := c.Network.Publish(t.Context(), a, p)
	mustBe(t, "Publish", err, network.Unknown, network.Away)
	spoiler.heal()
	mustFind(t, c, a, p, false)
	mustPublish(t, c, a, p)
	mustHave(t, c, direct, p.Text)
}

// serverAway: nobody listens at the server's address.
func serverAway(t *testing.T, c Case) {
	a, p := c.Account(t), piece("Nėra kam")
	out := mustPublish(t, c, a, piece("Dar buvo kam"))
	nobody, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	a.Server = "http://" + nobody.Addr().String()
	if err := nobody.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = c.Network.Publish(t.Context(), a, p)
	mustBe(t, "Publish", err, network.Away)
	_, err = c.Network.Look(t.Context(), a)
	mustBe(t, "Look", err, network.Away)
	_, found, err := c.Network.Find(t.Context(), a, p)
	if mustBe(t, "Find", err, network.Away); found {
		t.Error("something was found on a server that is away")
	}
	mustBe(t, "Delete", c.Network.Delete(t.Context(), a, out), network.Away)
}

// serverRestarted: the server goes away between posts and comes back.
func serverRestarted(t *testing.T, c Case) {
	a, before, after := c.Account(t), piece("Prieš"), piece("Po")
	mustPublish(t, c, a, before)
	c.Stop()
	_, err := c.Network.Publish(t.Context(), a, after)
	c.Start()
	mustBe(t, "Publish", err, network.Away)
	mustFind(t, c, a, before, true)
	mustFind(t, c, a, after, false)
	mustPublish(t, c, a, after)
	mustHave(t, c, a, before.Text, after.Text)
}

// serverKilled: the server dies at some point of taking the post; looking first, then posting what is not there, makes
// one post of it whatever that point was.
func serverKilled(t *testing.T, c Case) {
	direct := c.Account(t)
	var texts []string
	for _, after := range []time.Duration{0, 5 * time.Millisecond, 20 * time.Millisecond} {
		p := piece("Nužudyta po " + after.String())
		spoiler, a := between(t, direct)
		var killing sync.WaitGroup
		spoiler.on(c.Publishes, func(w http.ResponseWriter, r *http.Request) {
			killing.Go(func() {
				time.Sleep(after)
				c.Stop()
			})
			spoiler.pass.ServeHTTP(w, r)
		})
		_, err := c.Network.Publish(t.Context(), a, p)
		killing.Wait()
		c.Start()
		spoiler.heal()
		if err != nil {
			mustBe(t, "Publish", err, network.Unknown, network.Away)
		}
		_, found, lost := c.Network.Find(t.Context(), a, p)
		if lost != nil || !found && err == nil {
			t.Fatalf("Find: found %t, %v, after Publish said %v", found, lost, err)
		}
		if !found {
			mustPublish(t, c, a, p)
		}
		texts = append(texts, p.Text)
		mustHave(t, c, direct, texts...)
	}
}

func limited(t *testing.T, c Case) {
	direct, p := c.Account(t), piece("Per dažnai 🐌")
	spoiler, a := between(t, direct)
	spoiler.on(c.Publishes, say(http.StatusTooManyRequests, map[string]string{"Retry-After": "120"}, `{"error":"RateLimitExceeded"}`))
	_, err := c.Network.Publish(t.Context(), a, p)
	spoiler.heal()
	mustBe(t, "Publish", err, network.Limited)
	var fault *network.Error
	if !errors.As(err, &fault) || time.Until(fault.Until).Round(10*time.Second) != 2*time.Minute {
		t.Errorf("%+v does not say to come again in the two minutes of the server", fault)
	}
	mustHave(t, c, direct)
}

func wrongAnswers(t *testing.T, c Case) {
	direct := c.Account(t)
	spoiler, a := between(t, direct)
	stays := mustPublish(t, c, a, piece("Lieka 🪨"))
	for name, answer := range map[string]http.HandlerFunc{
		"a page":            say(200, map[string]string{"Content-Type": "text/html"}, "<html><p>Prisijunkite prie „Wi-Fi“</p></html>"),
		"nothing":           say(200, nil, ""),
		"an empty object":   say(200, map[string]string{"Content-Type": "application/json"}, `{}`),
		"a list":            say(200, map[string]string{"Content-Type": "application/json"}, `[null]`),
		"an error as 200":   say(200, map[string]string{"Content-Type": "application/json"}, `{"error":"InternalError","message":"nope"}`),
		"a broken answer":   say(200, map[string]string{"Content-Type": "application/json", "Content-Length": "5000"}, `{"uri":"at://`),
		"endless":           say(200, nil, string(make([]byte, 5<<20))),
		"elsewhere":         say(302, map[string]string{"Location": "https://example.com/"}, ""),
		"failing":           say(500, nil, "oops"),
		"a bad gateway":     say(502, map[string]string{"Content-Type": "text/html"}, "<html>bad gateway</html>"),
		"unavailable":       say(503, nil, ""),
		"nothing to say":    say(204, nil, ""),
		"a gateway timeout": say(504, nil, ""),
	} {
		t.Run(name, func(t *testing.T) {
			p := piece("Keistas atsakymas")
			spoiler.on(c.Publishes, answer)
			_, err := c.Network.Publish(t.Context(), a, p)
			mustBe(t, "Publish", err, network.Unknown)
			spoiler.heal()
			spoiler.on(everything, answer)
			if _, found, err := c.Network.Find(t.Context(), a, p); err == nil || found {
				t.Errorf("Find: found %t, %v: nobody can know that", found, err)
			}
			if _, err := c.Network.Look(t.Context(), a); err == nil {
				t.Error("Look believed it")
			}
			if err := c.Network.Delete(t.Context(), a, stays); err == nil {
				t.Error("Delete believed it")
			}
			spoiler.heal()
		})
	}
	mustHave(t, c, direct, "Lieka 🪨")
}

// silence: the server takes the request and never answers; the caller's patience ends that.
func silence(t *testing.T, c Case) {
	direct, p := c.Account(t), piece("Tyla 🤫")
	spoiler, a := between(t, direct)
	patience, lose := context.WithCancel(t.Context())
	defer lose()
	spoiler.on(c.Publishes, func(w http.ResponseWriter, r *http.Request) {
		time.AfterFunc(100*time.Millisecond, lose)
		hang(w, r)
	})
	_, err := c.Network.Publish(patience, a, p)
	mustBe(t, "Publish", err, network.Unknown)
	spoiler.heal()
	mustFind(t, c, a, p, false)
}
