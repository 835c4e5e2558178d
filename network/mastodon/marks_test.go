package mastodon

import "testing"

// TestAPostIsKnownAgain compares what we sent with how servers show it.
func TestAPostIsKnownAgain(t *testing.T) {
	for _, c := range []struct {
		sent, shown string
		same        bool
	}{
		{"Labas\n\nrytas &\nvakaras", "<p>Labas</p><p>rytas &amp;<br />vakaras</p>", true},
		{"Žr. https://example.com/a/very/long/path?x=1&y=2.", `<p>Žr. <a href="https://example.com/a/very/long/path?x=1&amp;y=2"><span class="invisible">https://</span><span class="ellipsis">example.com/a/very/long/path?</span><span class="invisible">x=1&amp;y=2</span></a>.</p>`, true},
		{"https://Example.com/ ir", `<p><a href="https://example.com">example.com…</a> ir</p>`, true},
		{"https://example.lt/ąžuolas", `<p><a href="https://example.lt/%C4%85%C5%BEuolas">https://example.lt/ąžuolas</a></p>`, true},
		{"Ačiū @ona@example.social!", `<p>Ačiū <span class="h-card"><a href="https://example.social/@ona" class="u-url mention">@<span>ona</span></a></span>!</p>`, true},
		{"#ąžuolas *labai* `kodas`", `<a href="https://x.lt/tags/x" class="mention hashtag" rel="tag">#<span>ąžuolas</span></a> <em>labai</em> <code>kodas</code>`, true},
		{"Valio 🎉", "<p>Valio 🎊</p>", false},
		{"Kaina 10 €", "<p>Kaina 100 €</p>", false},
		{"https://example.com/a", `<p><a href="https://example.com/b">https://example.com/b</a></p>`, false},
	} {
		if got := marksOf(c.sent) == marksOfPost(status{Content: c.shown}); got != c.same {
			t.Errorf("%q and %q: same %t; %q, %q", c.sent, c.shown, got, marksOf(c.sent), marksOfPost(status{Content: c.shown}))
		}
	}
	if marksOf("Labas *rytas*") != marksOfPost(status{Text: "Labas *rytas*", Content: "<p>something else</p>"}) {
		t.Error("the text as it was written counts for nothing")
	}
}
