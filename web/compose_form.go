package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"rostrum/compose"
	"rostrum/post"
)

// written is what the form of a post says. Wrong is what is wrong with its time; everything else is compose's to judge.
type written struct {
	Content post.Content
	Version int64
	Due     time.Time
	Zone    string
	Wrong   error
	Apart   bool // it was chosen over what somebody else saved, which is to stay in the history
}

// written reads the form of a post: text, account (many), own-ACCOUNT, lang, topic, image (many digests in order),
// alt-DIGEST, credit-DIGEST, when (now or at), day, clock, zone, version, apart.
func (v *visit) written() written {
	form := v.r.PostForm
	w := written{Zone: form.Get("zone"), Apart: form.Get("apart") != "", Content: post.Content{Text: form.Get("text"), Lang: form.Get("lang"), Topic: form.Get("topic"), Accounts: form["account"]}}
	w.Version, _ = strconv.ParseInt(form.Get("version"), 10, 64) // what is no number is no version that there is
	for _, id := range w.Content.Accounts {
		if own := form.Get("own-" + id); strings.TrimSpace(own) != "" {
			if w.Content.Own == nil {
				w.Content.Own = map[string]string{}
			}
			w.Content.Own[id] = own
		}
	}
	for _, digest := range form["image"] {
		w.Content.Images = append(w.Content.Images, post.Image{Digest: digest, Alt: form.Get("alt-" + digest), Credit: form.Get("credit-" + digest)})
	}
	if form.Get("when") == "at" {
		w.Due, w.Wrong = compose.ParseDue(form.Get("day"), form.Get("clock"), w.Zone)
	}
	return w
}

// formOfPost fills the form with a post as it is kept, unless it says something already.
func formOfPost(p compose.Post, zone string) url.Values {
	form := url.Values{"text": {p.Content.Text}, "lang": {p.Content.Lang}, "topic": {p.Content.Topic}, "account": p.Content.Accounts,
		"when": {"now"}, "zone": {p.Zone}, "version": {strconv.FormatInt(p.Version, 10)}}
	if p.Zone == "" {
		form.Set("zone", zone)
	}
	for id, own := range p.Content.Own {
		form.Set("own-"+id, own)
	}
	for _, i := range p.Content.Images {
		form.Add("image", i.Digest)
		form.Set("alt-"+i.Digest, i.Alt)
		form.Set("credit-"+i.Digest, i.Credit)
	}
	if in, err := time.LoadLocation(form.Get("zone")); err == nil && !p.Due.IsZero() {
		form.Set("when", "at")
		form.Set("day", p.Due.In(in).Format("2006-01-02"))
		form.Set("clock", p.Due.In(in).Format("15:04"))
	}
	return form
}

// withoutPictures gives digests without those whose pictures are to go.
func withoutPictures(digests, gone []string) []string {
	return slices.DeleteFunc(slices.Clone(digests), func(d string) bool { return slices.Contains(gone, d) })
}
