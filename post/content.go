package post

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
)

// Content is everything that an approval is about: what goes out, where, and with which pictures.
type Content struct {
	Text     string            `json:"text"`            // for every account that has no text of its own
	Own      map[string]string `json:"own,omitempty"`   // account id → a text of its own
	Accounts []string          `json:"accounts"`        // ids of brand accounts, in the order in which they were chosen
	Lang     string            `json:"lang,omitempty"`  // "en", "lt", or empty to have it recognised
	Topic    string            `json:"topic,omitempty"` // the topic of speakers.yaml that the author named, or empty
	Images   []Image           `json:"images,omitempty"`
}

// Image is a picture as it goes out: cleaned of private metadata, kept by its digest.
type Image struct {
	Digest string `json:"digest"` // SHA-256 of the cleaned file, in hex
	Type   string `json:"type"`   // "image/jpeg", "image/png", "image/gif" or "image/webp"
	Width  int    `json:"width"`  // pixels
	Height int    `json:"height"`
	Alt    string `json:"alt,omitempty"`
	Credit string `json:"credit,omitempty"`
	Words  string `json:"words,omitempty"` // text that was read in the picture; it is checked like text
}

// TextFor gives what an account says: its own text, or the one for all.
func (c Content) TextFor(account string) string {
	if own, ok := c.Own[account]; ok && strings.TrimSpace(own) != "" {
		return own
	}
	return c.Text
}

// Digest names exactly this content: "sha256:" and the hash of its JSON, in which maps are sorted.
func (c Content) Digest() string {
	written, err := json.Marshal(c)
	if err != nil {
		return "" // strings, numbers and maps of them cannot fail
	}
	sum := sha256.Sum256(written)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// ThreadMark, alone on a line, ends one post of a thread and begins the next.
const ThreadMark = "---"

// Thread cuts a text into the posts of a thread, without the white space around them. A text without marks is one post.
func Thread(text string) []string {
	var parts []string
	var part strings.Builder
	end := func() {
		if s := strings.TrimSpace(part.String()); s != "" {
			parts = append(parts, s)
		}
		part.Reset()
	}
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == ThreadMark {
			end()
			continue
		}
		part.WriteString(line)
	}
	end()
	return parts
}
