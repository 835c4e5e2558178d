package networktest

import (
	"bytes"
	"net/url"
	"slices"
	"sync"
	"testing"

	"rostrum/network"
)

func profile(t *testing.T, c Case) {
	p := c.Network.Profile()
	if p.ID == "" || p.Name == "" || p.Length < 100 || p.Count == nil || p.Images < 1 || p.ImageMax < 100_000 || p.AltMax < 100 {
		t.Errorf("the profile lacks something: %+v", p)
	}
	if n := p.Count("ąžuolas"); n != 7 {
		t.Errorf("ąžuolas counts %d, want 7", n)
	}
}

func look(t *testing.T, c Case) {
	a := c.Account(t)
	who, err := c.Network.Look(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	if who.ID != a.ID || who.Handle != a.Handle || who.Server != a.Server || who.Name == "" || len(who.Secret.Bytes) == 0 {
		t.Errorf("%+v is not the account %s %s", who, a.ID, a.Handle)
	}
}

func onePost(t *testing.T, c Case) {
	a, p := c.Account(t), piece(greeting)
	mustFind(t, c, a, p, false)
	r := mustPublish(t, c, a, p)
	posts := mustHave(t, c, a, greeting)
	if r.ID != posts[0].ID || posts[0].Edited {
		t.Errorf("the receipt is for %s, the server has %+v", r.ID, posts[0])
	}
	if u, err := url.Parse(r.URL); err != nil || u.Host == "" {
		t.Errorf("%q is no address where people read the post", r.URL)
	}
	if again := mustFind(t, c, a, p, true); again != r {
		t.Errorf("found %+v, published %+v", again, r)
	}
	mustFind(t, c, a, piece("Niekada neišsiųsta"), false)
}

func thread(t *testing.T, c Case) {
	a := c.Account(t)
	texts := []string{"Pirmas 🧵", "Antras, po pirmo", "Trečias, po antro"}
	var root, parent *network.Receipt
	var ids []string
	for _, text := range texts {
		p := piece(text)
		p.Root, p.Parent = root, parent
		r := mustPublish(t, c, a, p)
		if again := mustFind(t, c, a, p, true); again != r {
			t.Errorf("found %+v, published %+v", again, r)
		}
		parent = &r
		if root == nil {
			root = &r
		}
		ids = append(ids, r.ID)
	}
	for _, post := range mustHave(t, c, a, texts...) {
		place := slices.Index(ids, post.ID)
		want := ""
		if place > 0 {
			want = ids[place-1]
		}
		if place < 0 || post.Text != texts[place] || post.Parent != want {
			t.Errorf("post %+v should be %q after %q", post, texts[max(0, place)], want)
		}
	}
}

func pictures(t *testing.T, c Case) {
	a, p := c.Account(t), piece("Dvi nuotraukos 📷")
	p.Images = []network.Picture{picture(t, 10, "Raudona ąžuolo giria, „rudenį“"), picture(t, 200, "A blue lake")}
	mustPublish(t, c, a, p)
	post := mustHave(t, c, a, p.Text)[0]
	if !slices.Equal(post.Alts, []string{p.Images[0].Alt, p.Images[1].Alt}) {
		t.Errorf("the pictures are described as %q", post.Alts)
	}
	for i, kept := range post.Images {
		if !bytes.Equal(kept, p.Images[i].Bytes) {
			t.Errorf("picture %d is kept with %d bytes that are not the %d that were sent", i, len(kept), len(p.Images[i].Bytes))
		}
	}
}

func longestText(t *testing.T, c Case) {
	a, rules := c.Account(t), c.Network.Profile()
	_, err := c.Network.Publish(t.Context(), a, piece(textOf(t, rules, rules.Length+1)))
	mustBe(t, "Publish of a text that is too long", err, network.Refused)
	mustHave(t, c, a)
	longest := textOf(t, rules, rules.Length)
	mustPublish(t, c, a, piece(longest))
	mustHave(t, c, a, longest)
}

func edit(t *testing.T, c Case) {
	a, p := c.Account(t), piece("Su klaida")
	r := mustPublish(t, c, a, p)
	p.Text = "Be klaidos 👍"
	changed, err := c.Network.Edit(t.Context(), a, r, p)
	if !c.Network.Profile().Edits {
		mustBe(t, "Edit", err, network.Unsupported)
		mustHave(t, c, a, "Su klaida")
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if changed.ID != r.ID {
		t.Errorf("the edited post is %s and was %s", changed.ID, r.ID)
	}
	mustHave(t, c, a, p.Text)
}

func remove(t *testing.T, c Case) {
	a, p, stays := c.Account(t), piece("Bus ištrinta"), piece("Liks")
	r := mustPublish(t, c, a, p)
	mustPublish(t, c, a, stays)
	for range 2 { // what is gone already is no fault
		if err := c.Network.Delete(t.Context(), a, r); err != nil {
			t.Fatal(err)
		}
		mustHave(t, c, a, stays.Text)
	}
	mustFind(t, c, a, p, false)
}

func twice(t *testing.T, c Case) {
	if !c.Network.Profile().Chosen {
		t.Skip("the network lets nobody choose the key of a post")
	}
	a, p := c.Account(t), piece("Vieną kartą 1️⃣")
	p.Images = []network.Picture{picture(t, 77, "Vienas")}
	first := mustPublish(t, c, a, p)
	if second := mustPublish(t, c, a, p); second != first {
		t.Errorf("the second try gave %+v, the first %+v", second, first)
	}
	mustHave(t, c, a, p.Text)
	other := p
	other.Text = "Kitas tekstas tuo pačiu raktu"
	_, err := c.Network.Publish(t.Context(), a, other)
	mustBe(t, "Publish of another text under the same key", err, network.Refused)
	mustHave(t, c, a, p.Text)
}

func atOnce(t *testing.T, c Case) {
	if !c.Network.Profile().Chosen {
		t.Skip("the network lets nobody choose the key of a post")
	}
	a, p := c.Account(t), piece("Keturi iš karto 🏁")
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if _, err := c.Network.Publish(t.Context(), a, p); err != nil && network.KindOf(err) != network.Unknown {
				t.Errorf("Publish: %v", err)
			}
		})
	}
	all.Wait()
	mustHave(t, c, a, p.Text)
	mustFind(t, c, a, p, true)
}

func refresh(t *testing.T, c Case) {
	a := c.Account(t)
	renewed, err := c.Network.Refresh(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	a.Secret = renewed.Bytes
	mustPublish(t, c, a, piece("Po atnaujinimo"))
	mustHave(t, c, a, "Po atnaujinimo")
}

func revoke(t *testing.T, c Case) {
	a := c.Account(t)
	for range 2 { // what has ended already is no fault
		if err := c.Network.Revoke(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
}

func lockedOut(t *testing.T, c Case) {
	a := c.Account(t)
	out, p := c.Locked(t, a), piece("Niekas neišeis")
	_, err := c.Network.Publish(t.Context(), out, p)
	mustBe(t, "Publish", err, network.SignedOut)
	_, err = c.Network.Look(t.Context(), out)
	mustBe(t, "Look", err, network.SignedOut)
	mustHave(t, c, a)
}
