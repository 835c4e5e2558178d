// Package post owns what somebody wants to say, or has said, in public: its text, where it goes and who wrote it.
// It refuses to judge it.
package post

import "time"

// Channel says whose words a post is.
type Channel string

// The channels.
const (
	Brand    Channel = "brand"    // a draft for a company account
	Personal Channel = "personal" // an employee's draft for a private account
	Mention  Channel = "mention"  // somebody else's public post
)

// Channels lists every channel.
var Channels = [...]Channel{Brand, Personal, Mention}

// Post is one post as the checker sees it.
type Post struct {
	ID      string
	Text    string
	Lang    string // "en", "lt", or empty to have it recognised
	Channel Channel
	Network string   // "bluesky", "mastodon", …; empty where it is not known
	Account string   // the account's id in speakers.yaml, where the author's Standing is known; empty: one that is not listed there
	Topics  []string // topics of speakers.yaml that are known besides those which the text is about: its author named them, or pictures show them
	Sector  string   // empty: the company's sectors hold
	Author  *Author
	Media   []Media
	Counted bool      // its length was held against its account's own limit already
	At      time.Time // when it goes out; quiet periods, waivers and grants are held against it
}

// Author is who wrote a post.
type Author struct {
	Handle   string    `json:"handle"`
	Name     string    `json:"name"`
	Team     string    `json:"team"`
	Standing *Standing `json:"-"` // nil: what the policy says of a person of that name or handle
}

// Standing is what a company that knows its people says of an author, in the words of speakers.yaml.
type Standing struct {
	Teams   []string             // ids
	Trained map[string]time.Time // the id of a training → the day on which it was passed
}

// Media is a picture, film or sound that goes with a post.
type Media struct {
	Kind   string `json:"kind"` // "image", "video", "audio"
	Alt    string `json:"alt"`
	Credit string `json:"credit"`
}
