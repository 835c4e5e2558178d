//go:build js && wasm

// Command rostrum-wasm is the checker for browsers: the same engine, compiled to WebAssembly, so that a draft is
// checked without leaving the device. It refuses to send anything anywhere.
package main

import (
	"encoding/json"
	"syscall/js"
	"time"

	"rostrum/check"
	"rostrum/folder"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/text"
)

// main offers two functions to whoever loads it. rostrumOpen(bundle) takes the policy, a check.Bundle as JSON, and gives
// an empty string, or what is wrong with it. rostrumCheck(line, language) takes a post as one line of JSON and gives the
// verdict as another; the language is that of the messages, and empty means the post's own. A third argument says that it is
// a draft for the company's accounts and when it goes out, in milliseconds: its page counts its length, part by part.
func main() {
	var checker *check.Checker
	js.Global().Set("rostrumOpen", js.FuncOf(func(_ js.Value, args []js.Value) any {
		opened, err := open(args[0].String())
		if err != nil {
			return err.Error()
		}
		checker = opened
		return ""
	}))
	js.Global().Set("rostrumCheck", js.FuncOf(func(_ js.Value, args []js.Value) any {
		language := ""
		if len(args) > 1 {
			language = args[1].String()
		}
		var due time.Time
		if len(args) > 2 && args[2].Type() == js.TypeNumber {
			due = time.UnixMilli(int64(args[2].Float()))
		}
		return checkLine(checker, args[0].String(), language, due)
	}))
	select {}
}

func open(bundle string) (*check.Checker, error) {
	var b check.Bundle
	if err := json.Unmarshal([]byte(bundle), &b); err != nil {
		return nil, err
	}
	files := folder.Files{}
	for name, content := range b.Files {
		files[name] = []byte(content)
	}
	loaded, err := policy.Load(files)
	if err != nil {
		return nil, err
	}
	return check.CompileSealed(loaded, b.Sealed)
}

func checkLine(checker *check.Checker, line, language string, due time.Time) string {
	var parser post.Parser
	parsed := parser.Parse([]byte(line), 1)
	result := check.Result{}
	if parsed.Err != nil {
		result = check.Unreadable(rule.Text(*parsed.Err))
	} else {
		parsed.Post.At = time.Now()
		if !due.IsZero() {
			parsed.Post.At, parsed.Post.Counted = due, true
		}
		result = checker.Check(&parsed.Post)
	}
	lang := text.Lang(language)
	if lang == "" {
		lang = checker.ReaderLanguage(&result)
	}
	told := result.Tell(parsed.Post.ID, lang)
	out, err := told.Append(nil)
	if err != nil {
		panic(err)
	}
	return string(out)
}
