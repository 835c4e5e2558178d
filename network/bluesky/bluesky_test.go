package bluesky_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"rostrum/network"
	"rostrum/network/bluesky"
	"rostrum/network/networktest"
	"rostrum/network/reach"
	"rostrum/network/realserver"
)

func connect(t *testing.T, pds *realserver.Bluesky) *bluesky.Connector {
	t.Helper()
	return with(t, reach.Client(true), bluesky.Options{Directory: pds.Directory})
}

func with(t *testing.T, client *http.Client, o bluesky.Options) *bluesky.Connector {
	t.Helper()
	c, err := bluesky.New(client, o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestContract runs the suite with sessions of passwords against the real PDS.
func TestContract(t *testing.T) {
	pds := realserver.PDS(t)
	c := connect(t, pds)
	networktest.Run(t, networktest.Case{
		Network: c,
		Account: func(t *testing.T) network.Access {
			handle, _, password := pds.Account(t, newName())
			who, err := c.SignIn(t.Context(), pds.URL, "@"+handle, password)
			if err != nil {
				t.Fatal(err)
			}
			return accessOf(who)
		},
		Posts:     func(t *testing.T, a network.Access) []networktest.Post { return postsOf(t, pds, a) },
		Publishes: func(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, "com.atproto.repo.createRecord") },
		Locked: func(t *testing.T, a network.Access) network.Access {
			a.Secret = []byte(strings.Replace(string(a.Secret), `"access":"`, `"access":"x`, 1))
			return a
		},
		Stop: pds.Stop, Start: pds.Start,
	})
}

// newName makes a name for an account, of letters.
func newName() string {
	n := time.Now().UnixNano()
	name := []byte("a")
	for ; n > 0; n /= 26 {
		name = append(name, byte('a'+n%26))
	}
	return string(name)
}

func accessOf(who network.Identity) network.Access {
	return network.Access{Server: who.Server, ID: who.ID, Handle: who.Handle, Secret: who.Secret.Bytes}
}

// post is a record of app.bsky.feed.post as the server gives it back.
type post struct {
	Text      string
	CreatedAt string
	Langs     []string
	Facets    []struct {
		Index    struct{ ByteStart, ByteEnd int }
		Features []struct {
			Type          string `json:"$type"`
			URI, DID, Tag string
		}
	}
	Reply struct{ Root, Parent struct{ URI, CID string } }
	Embed struct {
		Images []struct {
			Alt   string
			Image struct {
				Ref struct {
					Link string `json:"$link"`
				}
			}
			AspectRatio struct{ Width, Height int }
		}
	}
}

func recordsOf(t *testing.T, pds *realserver.Bluesky, did string) map[string]post {
	t.Helper()
	all := map[string]post{}
	for _, r := range pds.Records(t, did, "app.bsky.feed.post") {
		var p post
		if err := json.Unmarshal(r.Value, &p); err != nil {
			t.Fatal(err)
		}
		all[r.URI] = p
	}
	return all
}

func postsOf(t *testing.T, pds *realserver.Bluesky, a network.Access) []networktest.Post {
	t.Helper()
	var all []networktest.Post
	for uri, p := range recordsOf(t, pds, a.ID) {
		out := networktest.Post{ID: uri, Text: p.Text, Parent: p.Reply.Parent.URI}
		for _, i := range p.Embed.Images {
			out.Alts = append(out.Alts, i.Alt)
			out.Images = append(out.Images, pds.Blob(t, a.ID, i.Image.Ref.Link))
		}
		all = append(all, out)
	}
	return all
}
