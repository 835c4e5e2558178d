package approval

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"rostrum/account"
	"rostrum/check"
	"rostrum/network"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
)

// Judge holds a content against a version of the policy, account by account: the text that goes out there, the words read
// in its pictures, its length as the network counts it, and whether the author may speak there on what it is about. The
// author is nil for somebody of whom nothing is known, who may nothing; name is how findings call them. at is when it goes out.
func Judge(e Edition, c post.Content, accounts []account.Account, author *policy.Person, name string, at time.Time) Decision {
	b := bench{Edition: e, content: c, author: &post.Author{Name: name, Standing: standing(author)}, at: at}
	b.draft()
	d := Decision{Policy: e.Digest}
	if e.Second != nil && e.Second.Content == c.Digest() {
		d.Second = e.Second
	}
	for _, id := range c.Accounts {
		j := Judged{Account: id}
		if at := slices.IndexFunc(accounts, func(a account.Account) bool { return a.ID == id }); at < 0 {
			j.Result.Findings = []check.Finding{noSuchAccount()}
		} else {
			b.judge(&j, accounts[at])
		}
		if d.Second != nil {
			j.Result.Findings = append(j.Result.Findings, d.Second.Finding)
		}
		weigh(&j.Result)
		d.Verdict = max(d.Verdict, j.Result.Verdict)
		d.Accounts = append(d.Accounts, j)
	}
	return d
}

func standing(author *policy.Person) *post.Standing {
	s := &post.Standing{}
	if author != nil {
		s.Teams, s.Trained = author.Teams, map[string]time.Time{}
		for training, passed := range author.Trained {
			s.Trained[training] = passed.Noon()
		}
	}
	return s
}

// bench is a content that is being judged.
type bench struct {
	Edition
	content post.Content
	author  *post.Author
	at      time.Time
	media   []post.Media
	topics  []string // named by the author, or seen in the pictures
}

// draft notes what is the same for each account.
func (b *bench) draft() {
	if b.content.Topic != "" {
		b.topics = []string{b.content.Topic}
	}
	for _, i := range b.content.Images {
		b.media = append(b.media, post.Media{Kind: "image", Alt: i.Alt, Credit: i.Credit})
		if b.Checker == nil || strings.TrimSpace(i.Words) == "" {
			continue
		}
		for _, topic := range b.Checker.Topics(&post.Post{Text: i.Words}) {
			if !slices.Contains(b.topics, topic) {
				b.topics = append(b.topics, topic)
			}
		}
	}
}

func (b *bench) judge(j *Judged, a account.Account) {
	said := b.content.TextFor(a.ID)
	if b.Checker == nil {
		j.Result = check.Unreadable(rule.Text{EN: "The policy is not ready for checking.", LT: "Politika tikrinimui neparengta."})
		return
	}
	profile, known := b.Networks[a.Network]
	p := post.Post{ID: a.ID, Text: said, Lang: b.content.Lang, Channel: post.Brand, Network: a.Network, Account: a.Policy,
		Topics: b.topics, Author: b.author, Media: b.media, Counted: known, At: b.at}
	j.Result = b.Checker.Check(&p)
	j.Topics = b.Checker.Topics(&p)
	for i := range b.content.Images {
		j.Result.Findings = append(j.Result.Findings, b.picture(i, a)...)
	}
	if known {
		j.Result.Findings = append(j.Result.Findings, b.fits(said, a, profile)...)
	}
}

// picture checks the words read in a picture as a text of its own. Its form is nobody's to choose, and its places are none
// of the post's text.
func (b *bench) picture(i int, a account.Account) []check.Finding {
	words := b.content.Images[i].Words
	if strings.TrimSpace(words) == "" {
		return nil
	}
	found := b.Checker.Check(&post.Post{Text: words, Channel: post.Brand, Network: a.Network, Counted: true, At: b.at}).Findings
	found = slices.DeleteFunc(found, func(f check.Finding) bool { return f.Category == rule.Form })
	for at := range found {
		f := &found[at]
		f.Start, f.End = 0, 0
		f.Message.EN = fmt.Sprintf("In picture %d: %s", i+1, f.Message.EN)
		f.Message.LT = fmt.Sprintf("%d paveikslėlyje: %s", i+1, f.Message.LT)
	}
	return found
}

// fits tells what the network would not take.
func (b *bench) fits(said string, a account.Account, n network.Profile) []check.Finding {
	var found []check.Finding
	limit := n.Length
	if a.Length > 0 {
		limit = a.Length
	}
	parts := post.Thread(said)
	for i, part := range parts {
		if size := count(n, part); limit > 0 && size > limit {
			found = append(found, tooLong(n.Name, i, len(parts), size, limit))
		}
	}
	if images := len(b.content.Images); n.Images > 0 && images > n.Images {
		found = append(found, refused(
			fmt.Sprintf("%s takes no more pictures in a post than %d; this one has %d.", n.Name, n.Images, images),
			fmt.Sprintf("„%s“ viename įraše leidžia ne daugiau paveikslėlių kaip %d, o čia jų %d.", n.Name, n.Images, images),
			rule.Text{EN: "Take some of them out.", LT: "Dalį jų pašalinkite."}))
	}
	for i, image := range b.content.Images {
		if size := utf8.RuneCountInString(image.Alt); n.AltMax > 0 && size > n.AltMax {
			found = append(found, refused(
				fmt.Sprintf("The alt text of picture %d has %d characters; %s takes at most %d.", i+1, size, n.Name, n.AltMax),
				fmt.Sprintf("%d paveikslėlio aprašas – %d ženklų, o „%s“ leidžia ne daugiau kaip %d.", i+1, size, n.Name, n.AltMax),
				rule.Text{EN: "Shorten it.", LT: "Sutrumpinkite."}))
		}
	}
	return found
}

func count(n network.Profile, part string) int {
	if n.Count == nil {
		return utf8.RuneCountInString(part)
	}
	return n.Count(part)
}

func tooLong(name string, i, parts, size, limit int) check.Finding {
	mend := rule.Text{EN: "Shorten it, or cut it into a thread.", LT: "Sutrumpinkite arba padalykite į giją."}
	if parts == 1 {
		return refused(fmt.Sprintf("The text has %d characters; %s takes at most %d here.", size, name, limit),
			fmt.Sprintf("Tekste %d ženklų, o „%s“ čia leidžia ne daugiau kaip %d.", size, name, limit), mend)
	}
	return refused(fmt.Sprintf("Post %d of the thread has %d characters; %s takes at most %d here.", i+1, size, name, limit),
		fmt.Sprintf("%d-ame gijos įraše %d ženklų, o „%s“ čia leidžia ne daugiau kaip %d.", i+1, size, name, limit), mend)
}

func refused(en, lt string, mend rule.Text) check.Finding {
	return check.Finding{Category: rule.Form, Verdict: rule.Block, Message: rule.Text{EN: en, LT: lt}, Suggestion: mend}
}

func noSuchAccount() check.Finding {
	return check.Finding{Category: rule.System, Verdict: rule.Block,
		Message:    rule.Text{EN: "This account is not among the company's accounts any more.", LT: "Šios paskyros tarp įmonės paskyrų nebėra."},
		Suggestion: rule.Text{EN: "Choose other accounts.", LT: "Pasirinkite kitas paskyras."}}
}

// weigh sets the verdict: the highest of the findings that are not waived.
func weigh(r *check.Result) {
	r.Verdict = rule.Allow
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Waived == nil {
			r.Verdict = max(r.Verdict, f.Verdict)
		}
	}
}
