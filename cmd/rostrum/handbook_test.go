package main

import (
	"bytes"
	"strings"
	"testing"
)

// TestNoChromium holds that a PDF that cannot be made is an error only for those who asked for one.
func TestNoChromium(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	for _, c := range []struct {
		flags      handbookFlags
		said, fail string
	}{
		{handbookFlags{}, "The PDF was left out: there is neither Chromium nor Google Chrome", ""},
		{handbookFlags{pdf: true}, "", "no PDF can be made: there is neither Chromium nor Google Chrome"},
		{handbookFlags{noPDF: true}, "", ""},
	} {
		said := &bytes.Buffer{}
		p := &program{streams: streams{err: said}, lang: "en"}
		path, err := p.printer(&c.flags)
		if path != "" {
			t.Errorf("%+v: found %s", c.flags, path)
		}
		if c.said == "" && said.Len() > 0 || !strings.Contains(said.String(), c.said) {
			t.Errorf("%+v: said %q", c.flags, said)
		}
		if c.fail == "" && err != nil || c.fail != "" && (err == nil || !strings.Contains(err.Error(), c.fail)) {
			t.Errorf("%+v: %v", c.flags, err)
		}
	}
}
