package web

import (
	"iter"
	"time"

	"rostrum/post"
	"rostrum/store"
)

// Which posts that went out are held against a version that is being drafted.
const (
	outFor  = 90 * 24 * time.Hour
	outMost = 1000
)

// wentOut are posts that went out lately, as impact tries them.
type wentOut struct {
	posts []post.Post
	where map[string]string // by the id of a publication: on which account, and when
}

func (s *Server) wentOut(v *visit, tx *store.Tx) (wentOut, error) {
	out := wentOut{where: map[string]string{}}
	found, err := tx.PostsOut(v.ctx, v.now.Add(-outFor), outMost)
	if err != nil || len(found) == 0 {
		return out, err
	}
	accounts, err := tx.BrandAccounts(v.ctx)
	if err != nil {
		return out, err
	}
	handles, inPolicy := map[string]string{}, map[string]string{}
	for _, a := range accounts {
		handles[a.ID], inPolicy[a.ID] = a.Handle, a.Policy
	}
	for _, p := range found {
		text := p.Content.TextFor(p.Account)
		said := post.Post{ID: p.ID, Text: text, Lang: p.Content.Lang, Channel: post.Brand, Network: p.Network, Account: inPolicy[p.Account], Counted: true, At: p.Sent}
		if p.Content.Topic != "" {
			said.Topics = []string{p.Content.Topic}
		}
		for _, i := range p.Content.Images {
			said.Media = append(said.Media, post.Media{Kind: "image", Alt: i.Alt, Credit: i.Credit})
		}
		out.posts = append(out.posts, said)
		out.where[p.ID] = s.words.T(v.lang, "studio.impact_out", "account", handles[p.Account], "when", s.moment(v.lang, p.Sent))
	}
	return out, nil
}

// after gives the examples, and then what went out.
func (o wentOut) after(examples iter.Seq[post.Post]) iter.Seq[post.Post] {
	return func(yield func(post.Post) bool) {
		for p := range examples {
			p.ID = "" // an example is none of the publications
			if !yield(p) {
				return
			}
		}
		for _, p := range o.posts {
			if !yield(p) {
				return
			}
		}
	}
}
