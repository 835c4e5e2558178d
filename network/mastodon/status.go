package mastodon

import (
	"strings"
	"time"

	"rostrum/network"
)

// status is a post as servers show it.
type status struct {
	ID      string    `json:"id"`
	URL     string    `json:"url"`
	Created time.Time `json:"created_at"`
	Content string    `json:"content"` // HTML
	Text    string    `json:"text"`    // as it was written, from servers that show it
	ReplyTo string    `json:"in_reply_to_id"`
	Account struct {
		ID string `json:"id"`
	} `json:"account"`
	Reblog *struct{} `json:"reblog"`
	Pinned bool      `json:"pinned"`
	Media  []struct {
		Description string `json:"description"`
	} `json:"media_attachments"`
}

// receipt makes a receipt, or the failure of an answer that names no post.
func (s status) receipt() (network.Receipt, error) {
	if s.ID == "" {
		return network.Receipt{}, &network.Error{Kind: network.Unknown, Said: "the answer names no post"}
	}
	r := network.Receipt{ID: s.ID}
	if strings.HasPrefix(s.URL, "https://") || strings.HasPrefix(s.URL, "http://") {
		r.URL = s.URL
	}
	return r, nil
}

// shows tells whether these are the pictures, by what is said in their place.
func (s status) shows(pictures []network.Picture) bool {
	if len(s.Media) != len(pictures) {
		return false
	}
	for i, p := range pictures {
		if s.Media[i].Description != p.Alt {
			return false
		}
	}
	return true
}
