package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rostrum/text"
	"rostrum/tone"
)

// sampleFolder writes a few posts for every file that is learned from.
func sampleFolder(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	lines := map[string][]string{}
	for i := range 40 {
		for _, file := range []string{"offensive/tweeteval_train", "offensive/davidson", "abuse_bias/madlibs_half", "hate/tweeteval_train"} {
			bad := map[string]string{"offensive/tweeteval_train": "offensive", "offensive/davidson": "hate", "abuse_bias/madlibs_half": "toxic", "hate/tweeteval_train": "hate"}[file]
			good := map[string]string{"offensive/tweeteval_train": "not_offensive", "offensive/davidson": "neither", "abuse_bias/madlibs_half": "ok", "hate/tweeteval_train": "not_hate"}[file]
			lines[file] = append(lines[file],
				fmt.Sprintf(`{"text":"rotten liars number %d, go away","label":%q}`, i, bad),
				fmt.Sprintf(`{"text":"kind friends number %d, come in","label":%q}`, i, good))
		}
		for _, file := range []string{"sentiment/vader_tweets_half", "sentiment/vader_amazonReviewSnippets", "sentiment/vader_movieReviewSnippets", "sentiment/vader_nytEditorialSnippets"} {
			lines[file] = append(lines[file], `{"text":"a sad and broken day","score":-2}`, `{"text":"a bright and happy day","score":2}`, `{"text":"a day","score":0}`)
		}
		lines["emotion/tweeteval_train"] = append(lines["emotion/tweeteval_train"], `{"text":"so sad","label":"sadness"}`, `{"text":"so happy","label":"joy"}`)
		lines[validated] = append(lines[validated], `{"text":"so sad today","label":"negative"}`, `{"text":"a day","label":"neutral"}`, `{"text":"so happy today","label":"positive"}`)
		lines[ordinary] = append(lines[ordinary], `{"text":"the young women came in at nine"}`)
	}
	for file, all := range lines {
		path := filepath.Join(folder, file+".jsonl")
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(strings.Join(all, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func learnSample(t *testing.T, folder string) *tone.Weights {
	t.Helper()
	p, err := newPosts(folder)
	if err != nil {
		t.Fatal(err)
	}
	p.files[own] = []post{{Text: "sad", Label: "negative"}, {Text: "happy", Label: "positive"}, {Text: "day", Label: "neutral"}}
	for _, file := range []string{everyTone, groups, meant} {
		p.files[file] = []post{{Text: "rotten liars", Sentiment: "negative", Offensive: true, Hate: true}, {Text: "kind friends", Sentiment: "positive"}}
	}
	w, err := p.learn(io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestLearningTwiceGivesTheSameBytes(t *testing.T) {
	folder := sampleFolder(t)
	w := learnSample(t, folder)
	first, _ := w.MarshalBinary()
	second, _ := learnSample(t, folder).MarshalBinary()
	if !bytes.Equal(first, second) {
		t.Error("learning twice from the same posts gave different weights")
	}
	x, r := tone.LearnedFrom(*w), text.NewReader()
	bad, _ := x.Read(r.Read("rotten liars", text.English), nil, &tone.Result{})
	good, _ := x.Read(r.Read("kind friends", text.English), nil, &tone.Result{})
	if bad.Offensive <= good.Offensive || bad.Hate <= good.Hate {
		t.Errorf("what was learned does not show: %+v and %+v", bad, good)
	}
}

func TestFaultsNameTheirPlace(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "broken.jsonl")
	if err := os.WriteFile(path, []byte("{\"text\":\"a\"}\nnot json\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	p, err := newPosts(folder)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.read("broken"); err == nil || !strings.Contains(err.Error(), "broken.jsonl:2") {
		t.Errorf("error %v does not name file and line", err)
	}
	if err := run("", ""); err == nil || !strings.Contains(err.Error(), "ROSTRUM_DATA") {
		t.Errorf("error %v does not say how to name the folder", err)
	}
}

func TestHeldOutPostsAreNotLearnedFrom(t *testing.T) {
	for id, held := range map[string]bool{"lt-0003": true, "lt-1986": true, "lt-0004": false, "": false} {
		if got := (&post{ID: id}).heldOut(); got != held {
			t.Errorf("post %q: held out is %v", id, got)
		}
	}
}
