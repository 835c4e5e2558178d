package compose

import (
	"context"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf8"

	"rostrum/fault"
	"rostrum/post"
)

// What a post may have at most. Networks allow much less; what they allow is told with the findings.
const (
	MaxText     = 200_000 // bytes of all its texts together
	MaxAccounts = 50
	MaxImages   = 20
	MaxAlt      = 4000 // characters
	MaxCredit   = 300  // characters
)

// Checked gives a content as it would be kept, or the fault of it, to tell whoever writes it before anything is kept.
func Checked(ctx context.Context, r Records, c post.Content) (post.Content, error) {
	return checked(ctx, r, c)
}

// checked gives the content tidied: line ends as \n, no text of its own for an account that is not chosen, and what is
// known of its pictures as it was kept with them. It refuses what is no text and what is too much.
func checked(ctx context.Context, r Records, c post.Content) (post.Content, error) {
	text, err := words("text", c.Text)
	if err != nil {
		return c, err
	}
	if c.Text = text; c.Lang != "" && c.Lang != "en" && c.Lang != "lt" {
		return c, fault.Of("lang", "Choose English or Lithuanian.", "Pasirinkite anglų arba lietuvių kalbą.")
	}
	if c.Topic, err = name("topic", c.Topic); err != nil {
		return c, err
	}
	if c.Accounts, err = accounts(c.Accounts); err != nil {
		return c, err
	}
	size, own := len(c.Text), map[string]string{}
	for _, id := range c.Accounts {
		said, err := words("own."+id, c.Own[id])
		if err != nil {
			return c, err
		}
		if size += len(said); strings.TrimSpace(said) != "" {
			own[id] = said
		}
	}
	if size > MaxText {
		return c, fault.Of("text", "This is longer than any post: 200 kB are the most. Shorten it.",
			"Tai ilgiau už bet kokį įrašą: daugiausia – 200 kB. Sutrumpinkite.")
	}
	if c.Own = own; len(own) == 0 {
		c.Own = nil
	}
	c.Images, err = images(ctx, r, c.Images)
	return c, err
}

// words gives a text with line ends of one kind.
func words(field, s string) (string, error) {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	if !utf8.ValidString(s) || strings.ContainsFunc(s, control) {
		return s, fault.Of(field, "There are characters in it that are no text. Paste it again as plain text.",
			"Čia yra ženklų, kurie nėra tekstas. Įklijuokite iš naujo kaip paprastą tekstą.")
	}
	return s, nil
}

func control(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 }

// name holds an id that comes from a form to what ids look like.
func name(field, s string) (string, error) {
	if s = strings.TrimSpace(s); len(s) > 100 || !utf8.ValidString(s) || strings.ContainsFunc(s, control) {
		return s, fault.Of(field, "Choose one of the list.", "Pasirinkite iš sąrašo.")
	}
	return s, nil
}

func accounts(ids []string) ([]string, error) {
	var all []string
	for _, id := range ids {
		id, err := name("accounts", id)
		if err != nil {
			return nil, err
		}
		if id != "" && !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	if len(all) > MaxAccounts {
		return nil, fault.Of("accounts", "Choose at most 50 accounts.", "Pasirinkite ne daugiau kaip 50 paskyrų.")
	}
	return all, nil
}

func images(ctx context.Context, r Records, given []post.Image) ([]post.Image, error) {
	if len(given) > MaxImages {
		return nil, fault.Of("images", "Add at most 20 pictures.", "Pridėkite ne daugiau kaip 20 paveikslėlių.")
	}
	var all []post.Image
	for _, g := range given {
		if raw, err := hex.DecodeString(g.Digest); err != nil || len(raw) != 32 {
			return nil, fault.Of("images", "One of the pictures is not here. Add it again.", "Vieno iš paveikslėlių čia nėra. Pridėkite jį iš naujo.")
		}
		kept, err := r.PictureFacts(ctx, g.Digest)
		if err != nil {
			return nil, err
		}
		if kept.Alt, err = line("alt", g.Alt, MaxAlt); err != nil {
			return nil, err
		}
		if kept.Credit, err = line("credit", g.Credit, MaxCredit); err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(all, func(i post.Image) bool { return i.Digest == kept.Digest }) {
			all = append(all, kept)
		}
	}
	return all, nil
}

// line gives a text beside a picture.
func line(field, s string, most int) (string, error) {
	s, err := words(field, strings.TrimSpace(s))
	if err == nil && utf8.RuneCountInString(s) > most {
		err = fault.Of(field, "The text beside a picture is too long. Shorten it.", "Tekstas prie paveikslėlio per ilgas. Sutrumpinkite.")
	}
	return s, err
}
