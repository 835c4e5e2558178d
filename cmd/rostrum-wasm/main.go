//go:build js && wasm

// Command rostrum-wasm is the checker for browsers: the same engine, compiled to WebAssembly, so that a draft is
// checked without leaving the device. It refuses to send anything anywhere.
package main

import (
	"syscall/js"
	"time"

	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/policy/starter"
	"rostrum/post"
	"rostrum/text"
)

// main offers rostrumCheck(line, language) to the page: a post as one line of JSON in, a verdict as one out. The
// language is that of the messages; empty means the post's own.
func main() {
	loaded, err := policy.Load(starter.Embedded())
	if err != nil {
		panic(err)
	}
	checker, err := check.Compile(loaded)
	if err != nil {
		panic(err)
	}
	js.Global().Set("rostrumCheck", js.FuncOf(func(_ js.Value, args []js.Value) any {
		language := ""
		if len(args) > 1 {
			language = args[1].String()
		}
		return checkLine(checker, args[0].String(), language)
	}))
	select {}
}

func checkLine(checker *check.Checker, line, language string) string {
	var parser post.Parser
	parsed := parser.Parse([]byte(line), 1)
	result := check.Result{}
	if parsed.Err != nil {
		result = check.Unreadable(rule.Text(*parsed.Err))
	} else {
		parsed.Post.At = time.Now()
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
