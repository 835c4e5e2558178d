package bluesky

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"time"

	"github.com/rivo/uniseg"

	"rostrum/network"
)

const posts = "app.bsky.feed.post"

// aKey is a TID, the usual key of a record: a time in 13 characters that sort as the times do.
var aKey = regexp.MustCompile(`^[234567a-j][234567a-z]{12}$`)

// record is a post as it is kept (lexicon app.bsky.feed.post).
type record struct {
	Type    string   `json:"$type"`
	Text    string   `json:"text"`
	Created string   `json:"createdAt"`
	Langs   []string `json:"langs,omitempty"`
	Facets  []facet  `json:"facets,omitempty"`
	Reply   *reply   `json:"reply,omitempty"`
	Embed   *embed   `json:"embed,omitempty"`
}

type reply struct {
	Root   ref `json:"root"`
	Parent ref `json:"parent"`
}

// ref names exactly one version of a record.
type ref struct {
	URI string `json:"uri"`
	CID string `json:"cid"`
}

type embed struct {
	Type   string  `json:"$type"`
	Images []image `json:"images"`
}

type image struct {
	Blob   json.RawMessage `json:"image"` // as the server described what it was brought
	Alt    string          `json:"alt"`
	Aspect *aspect         `json:"aspectRatio,omitempty"`
}

type aspect struct {
	Width  int `json:"width"`
	Height int `json:"height"`
}

// check refuses what the network would refuse, before anything is sent.
func check(p network.Piece) error {
	refuse := func(format string, values ...any) error {
		return &network.Error{Kind: network.Refused, Said: fmt.Sprintf(format, values...)}
	}
	n := uniseg.GraphemeClusterCount(p.Text)
	switch {
	case !aKey.MatchString(p.Key):
		return refuse("the key of the post is no TID: %q", p.Key)
	case n > maxGraphemes:
		return refuse("the text has %d characters and may have %d", n, maxGraphemes)
	case len(p.Text) > maxBytes:
		return refuse("the text has %d bytes and may have %d", len(p.Text), maxBytes)
	case strings.TrimSpace(p.Text) == "" && len(p.Images) == 0:
		return refuse("the post is empty")
	case len(p.Images) > maxImages:
		return refuse("the post has %d pictures and may have %d", len(p.Images), maxImages)
	case (p.Root == nil) != (p.Parent == nil):
		return refuse("the post names only one of the thread's first post and the one before")
	}
	for i, picture := range p.Images {
		if len(picture.Bytes) > maxImageBytes {
			return refuse("picture %d has %d bytes and may have %d", i+1, len(picture.Bytes), maxImageBytes)
		}
	}
	return nil
}

// recordOf makes the record, for which it brings the pictures to the server. Nothing of that is public.
func (c *Connector) recordOf(ctx context.Context, a network.Access, s *session, p network.Piece) (record, error) {
	r := record{Type: posts, Text: p.Text, Created: createdAt(p)}
	var err error
	if r.Facets, err = c.facets(ctx, a.Server, p.Text); err != nil {
		return record{}, err
	}
	if p.Lang != "" {
		r.Langs = []string{p.Lang}
	}
	if p.Parent != nil {
		r.Reply = &reply{Root: ref{p.Root.ID, p.Root.Hash}, Parent: ref{p.Parent.ID, p.Parent.Hash}}
	}
	if len(p.Images) == 0 {
		return r, nil
	}
	r.Embed = &embed{Type: "app.bsky.embed.images"}
	for _, picture := range p.Images {
		i, err := c.bring(ctx, a, s, picture)
		if err != nil {
			return record{}, err
		}
		r.Embed.Images = append(r.Embed.Images, i)
	}
	return r, nil
}

// bring brings a picture's bytes, which the server drops again where no record comes to name them.
func (c *Connector) bring(ctx context.Context, a network.Access, s *session, p network.Picture) (image, error) {
	var brought struct{ Blob json.RawMessage }
	err := c.ask(ctx, a.Server, s, call{
		method: http.MethodPost, name: "com.atproto.repo.uploadBlob", kind: p.Type, body: p.Bytes,
	}, &brought)
	if err != nil {
		return image{}, err
	}
	if len(brought.Blob) == 0 {
		return image{}, &network.Error{Kind: network.Away, Said: "the server took a picture and did not say what it calls it"}
	}
	i := image{Blob: brought.Blob, Alt: p.Alt}
	if p.Width > 0 && p.Height > 0 {
		i.Aspect = &aspect{p.Width, p.Height}
	}
	return i, nil
}

// createdAt is the same at each try, so that each try makes the same record.
func createdAt(p network.Piece) string {
	return p.At.UTC().Truncate(time.Millisecond).Format("2006-01-02T15:04:05.000Z")
}
