package api

import (
	"context"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"rostrum/compose"
	"rostrum/post"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// Post is a post as programs see it, with its latest content.
type Post struct {
	ID       string     `json:"id"`
	State    string     `json:"state" enum:"draft,review,approved,rejected,discarded"`
	Returned bool       `json:"returned,omitempty" doc:"Of a draft: a reviewer asked for changes."`
	Content  Content    `json:"content"`
	Revision int        `json:"revision" doc:"The number of the latest revision, from 1."`
	Digest   string     `json:"digest" doc:"Names exactly this content."`
	Due      *time.Time `json:"due,omitempty" doc:"When it is to go out; absent: as soon as it is approved."`
	Zone     string     `json:"zone" doc:"IANA time zone in which the time was chosen."`
	Author   string     `json:"author" doc:"The id of who began it."`
	Writers  []string   `json:"writers" nullable:"false" doc:"Ids of everybody who wrote a revision. Their votes do not count."`
	Created  *time.Time `json:"created,omitempty"`
	Changed  *time.Time `json:"changed,omitempty"`
}

// Content is everything that an approval is about.
type Content struct {
	Text     string            `json:"text" doc:"For every account that has no text of its own."`
	Own      map[string]string `json:"own,omitempty" doc:"By the account's id: a text of its own."`
	Lang     string            `json:"lang,omitempty"`
	Topic    string            `json:"topic,omitempty"`
	Accounts []string          `json:"accounts" nullable:"false" doc:"Ids."`
	Images   []Image           `json:"images" nullable:"false"`
}

// Image is a picture as it goes out.
type Image struct {
	Digest string `json:"digest" doc:"SHA-256 of the cleaned file, hexadecimal: its name in posts."`
	Type   string `json:"type"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
	Alt    string `json:"alt,omitempty"`
	Credit string `json:"credit,omitempty"`
	Words  string `json:"words,omitempty" doc:"What was read in the picture; it is checked like text."`
}

func postOut(p compose.Post) Post {
	return Post{p.ID, string(p.State), p.Returned, contentOut(p.Content), p.Revision, p.Digest, moment(p.Due), p.Zone, p.Author,
		append([]string{}, p.Writers...), moment(p.Created), moment(p.Changed)}
}

func contentOut(c post.Content) Content {
	out := Content{c.Text, c.Own, c.Lang, c.Topic, append([]string{}, c.Accounts...), make([]Image, len(c.Images))}
	for i, image := range c.Images {
		out.Images[i] = Image(image)
	}
	return out
}

// PostID names a post.
type PostID struct {
	ID string `path:"id" maxLength:"40"`
}

type postAnswer struct {
	ETag     string `header:"ETag"`
	Location string `header:"Location"`
	Body     Post
}

func (s *Server) postOperations(a huma.API) {
	offer(s, a, getting("list-posts", "/posts", signin.PostRead, "posts", "List posts, the latest changed first", "Įrašų sąrašas, vėliausiai keisti pirmi"), s.posts)
	offer(s, a, getting("get-post", "/posts/{id}", signin.PostRead, "posts", "Get one post", "Vienas įrašas"), s.post)
	offer(s, a, getting("check-post", "/posts/{id}/check", signin.PostRead, "posts", "What the policy says of a post as it is, account by account", "Ką apie įrašą sako politika, paskyra po paskyros"), s.checkPost)
	offer(s, a, posting("create-post", "/posts", signin.PostWrite, "posts", "Begin a post, as a draft", "Pradėti įrašą kaip juodraštį").created(), s.createPost)
	offer(s, a, patching("change-post", "/posts/{id}", signin.PostWrite, "posts", "Change a draft", "Pakeisti juodraštį"), s.changePost)
	offer(s, a, posting("submit-post", "/posts/{id}/submit", signin.PostWrite, "posts", "Submit a draft: it goes out once everybody who must has said yes", "Pateikti juodraštį: jis bus paskelbtas, kai pritars visi, kurių pritarimo reikia"), s.submitPost)
	offer(s, a, posting("reopen-post", "/posts/{id}/reopen", signin.PostWrite, "posts", "Take a submitted post back to be changed: its votes no longer count", "Atsiimti pateiktą įrašą ir jį keisti: gauti balsai nebegalios"), s.reopenPost)
	offer(s, a, posting("discard-post", "/posts/{id}/discard", signin.PostWrite, "posts", "Throw a draft away", "Išmesti juodraštį"), s.discardPost)
	offer(s, a, posting("add-picture", "/pictures", signin.PostWrite, "posts", "Add a picture for posts: it is cleaned of private data, and the words in it are read", "Pridėti paveikslėlį įrašams: privatūs duomenys pašalinami, žodžiai paveikslėlyje perskaitomi").created(), s.addPicture)
}

type postsQuestion struct {
	Paged
	State  string `query:"state" enum:"draft,review,approved,rejected,discarded"`
	Writer string `query:"writer" maxLength:"40" doc:"The id of somebody who had a hand in it, or me."`
}

type postsAnswer struct {
	Body struct {
		Items []Post `json:"items" nullable:"false"`
		Next  string `json:"next,omitempty" doc:"The cursor of the next page; absent on the last."`
	}
}

func (s *Server) posts(ctx context.Context, c *call, in *postsQuestion) (*postsAnswer, error) {
	if err := staff.May(c.who, staff.SeePosts); err != nil {
		return nil, err
	}
	after, err := in.place()
	if err != nil {
		return nil, err
	}
	filter := store.PostFilter{After: after, Writer: in.Writer}
	if in.State != "" {
		filter.States = []compose.State{compose.State(in.State)}
	}
	if in.Writer == "me" {
		filter.Writer = c.who.ID
	}
	var found []compose.Post
	err = s.Store.Read(ctx, func(tx *store.Tx) (err error) {
		found, err = tx.Posts(ctx, filter, in.Limit+1)
		return err
	})
	out := &postsAnswer{}
	if len(found) > in.Limit {
		found = found[:in.Limit]
		out.Body.Next = cursor(store.PostPlace(found[in.Limit-1]))
	}
	out.Body.Items = make([]Post, len(found))
	for i, p := range found {
		out.Body.Items[i] = postOut(p)
	}
	return out, err
}

func (s *Server) post(ctx context.Context, c *call, in *PostID) (*postAnswer, error) {
	if err := staff.May(c.who, staff.SeePosts); err != nil {
		return nil, err
	}
	var p compose.Post
	err := s.Store.Read(ctx, func(tx *store.Tx) (err error) {
		p, err = tx.Post(ctx, in.ID)
		return err
	})
	return &postAnswer{ETag: etag(p.Version), Body: postOut(p)}, err
}
