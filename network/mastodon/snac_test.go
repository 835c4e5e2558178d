package mastodon_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"testing"

	"rostrum/network"
	"rostrum/network/mastodon"
	"rostrum/network/networktest"
	"rostrum/network/reach"
	"rostrum/network/realserver"
)

// TestContractOnSnac tries the connector on a real server, which honours no idempotency key and has no second version of
// anything but pictures.
func TestContractOnSnac(t *testing.T) {
	server := realserver.Snac(t)
	c := mastodon.New(reach.Client(true))
	names := 0
	networktest.Run(t, networktest.Case{
		Network: c,
		Account: func(t *testing.T) network.Access {
			names++
			handle, password := server.Account(t, fmt.Sprintf("name%d", names))
			return connect(t, c, server, handle, password)
		},
		Posts:     func(t *testing.T, a network.Access) []networktest.Post { return posts(t, server, a) },
		Publishes: func(r *http.Request) bool { return r.Method == http.MethodPost && r.URL.Path == "/api/v1/statuses" },
		Locked: func(_ *testing.T, a network.Access) network.Access {
			a.Secret = mastodon.SecretOf("0123456789abcdef0123456789abcdef")
			return a
		},
		Stop: server.Stop, Start: server.Start,
		Cannot: map[string]string{
			"longest text": "snac takes 100,000 characters",
			"delete":       "snac cannot delete through the API; see TestWhatSnacCannotDoIsTold",
		},
	})
}

// connect goes the way of a browser.
func connect(t *testing.T, c *mastodon.Connector, server *realserver.Mastodon, handle, password string) network.Access {
	t.Helper()
	begun, err := c.Begin(t.Context(), server.URL, "http://127.0.0.1/accounts/back")
	if err != nil {
		t.Fatal(err)
	}
	arrived, err := url.Parse(server.Approve(t, begun.URL, handle, password))
	if err != nil {
		t.Fatal(err)
	}
	who, err := c.Finish(t.Context(), begun.State, arrived.Query())
	if err != nil {
		t.Fatal(err)
	}
	if who.Handle != "@"+handle || who.Length != 100_000 || who.Server != server.URL {
		t.Errorf("connected %+v", who)
	}
	return network.Access{Server: who.Server, ID: who.ID, Handle: who.Handle, Secret: who.Secret.Bytes}
}

func posts(t *testing.T, server *realserver.Mastodon, a network.Access) []networktest.Post {
	t.Helper()
	var secret struct{ Token string }
	if err := json.Unmarshal(a.Secret, &secret); err != nil {
		t.Fatal(err)
	}
	var all []networktest.Post
	for _, s := range server.Statuses(t, secret.Token) {
		p := networktest.Post{ID: s.ID, Text: s.Text, Parent: s.InReplyTo}
		for _, m := range s.Media {
			p.Alts, p.Images = append(p.Alts, m.Description), append(p.Images, fetch(t, m.URL))
		}
		all = append(all, p)
	}
	return all
}

func fetch(t *testing.T, address string) []byte {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := reach.Client(true).Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func TestWhatSnacCannotDoIsTold(t *testing.T) {
	server := realserver.Snac(t)
	c := mastodon.New(reach.Client(true))
	handle, password := server.Account(t, "ona")
	a := connect(t, c, server, handle, password)
	r, err := c.Publish(t.Context(), a, network.Piece{Text: "Liks"})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Delete(t.Context(), a, r); network.KindOf(err) != network.Unsupported {
		t.Errorf("Delete: %v, and the post is still there", err)
	}
	colour := func(c, alt string) []network.Picture {
		return []network.Picture{{Bytes: []byte("GIF89a " + c), Type: "image/gif", Alt: alt}}
	}
	shown, err := c.Publish(t.Context(), a, network.Piece{Text: "Žalia", Images: colour("green", "Žalia")})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Edit(t.Context(), a, shown, network.Piece{Text: "Raudona", Images: colour("red", "Raudona")}); network.KindOf(err) != network.Unsupported {
		t.Errorf("Edit: %v, and the picture is still the old one", err)
	}
	r.ID = "1" + r.ID[1:len(r.ID)-4] + "0000"
	if err := c.Delete(t.Context(), a, r); err != nil {
		t.Errorf("Delete of what is not there: %v", err)
	}
}
