package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"strings"
	"testing/fstest"
	"time"

	"rostrum/bench/corpus"
	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/starter"
	"rostrum/post"
)

// mixture gives the tweets, with the Lithuanian posts strewn in so that one post in ten is Lithuanian.
func mixture(tweets, lithuanian string) ([]post.Post, error) {
	var posts []post.Post
	now := time.Now()
	add := func(text string) { posts = append(posts, post.Post{Text: text, Channel: post.Brand, At: now}) }
	lt, err := os.ReadFile(lithuanian)
	if err != nil {
		return nil, err
	}
	ours := strings.Split(strings.TrimSpace(string(lt)), "\n")
	err = corpus.Lines(tweets, func(line []byte) error {
		var t struct{ Text string }
		if err := json.Unmarshal(line, &t); err != nil {
			return err
		}
		add(t.Text)
		if n := len(posts); n%10 == 9 {
			add(ours[n/10%len(ours)])
		}
		return nil
	})
	return posts, err
}

func bytesOf(posts []post.Post) int {
	n := 0
	for i := range posts {
		n += len(posts[i].Text)
	}
	return n
}

// vocabulary gives dictionary nouns and names, to make terms of.
func vocabulary(dictionary string) ([]string, error) {
	var words []string
	err := corpus.Lines(dictionary, func(line []byte) error {
		if word, flags, ok := strings.Cut(string(line), "/"); ok && strings.Contains(flags, "D") && len(word) > 4 {
			words = append(words, word)
		}
		return nil
	})
	return words, err
}

// policyWith compiles the starter with every pack and n codenames of two words, one in ten of them of one rare word.
func policyWith(words []string, n int) (*check.Checker, error) {
	base, err := starter.Files(starter.Options{Company: "Banga", Languages: []string{"lt", "en"},
		Sectors: []string{"finance", "government", "health", "retail"}, Today: time.Now()})
	if err != nil {
		return nil, err
	}
	files := fstest.MapFS{}
	err = fs.WalkDir(base, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(base, path)
		files[path] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		return nil, err
	}
	var terms strings.Builder
	random := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		head := words[random.IntN(len(words))]
		if i%10 == 0 {
			fmt.Fprintf(&terms, "- %s%s\n", head, words[random.IntN(len(words))])
			continue
		}
		fmt.Fprintf(&terms, "- Projektas %s %s\n", head, words[random.IntN(len(words))])
	}
	files["terms/codenames.yaml"] = &fstest.MapFile{Data: []byte(terms.String())}
	p, err := policy.Load(files)
	if err != nil {
		return nil, err
	}
	return check.Compile(p)
}
