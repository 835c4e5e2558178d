package policy

import (
	"fmt"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// kindOf says in plain words what a node is.
func kindOf(n *yaml.Node) Text {
	switch {
	case n.Kind == yaml.MappingNode:
		return Text{"a set of keys", "raktai"}
	case n.Kind == yaml.SequenceNode:
		return Text{"a list", "sąrašas"}
	case n.Kind != yaml.ScalarNode || isNull(n):
		return Text{"empty", "tuščia"}
	}
	return quoted(shorten(n.Value))
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// isWord says whether a node is a single value, and reports where it is not.
func (d *decoder) isWord(n *yaml.Node, f *field) bool {
	switch {
	case isNull(n) && n.Value != "":
		d.add(d.at(n), CodeType, both("%s means nothing in YAML", "YAML kalboje %s reiškia tuščią reikšmę", quoted(n.Value)),
			both("Put it in quotes if the word itself is meant.", "Jei turimas omenyje pats žodis, rašykite jį kabutėse."))
	case isNull(n):
		d.add(d.at(n), CodeMissing, both("%s is empty", "%s neturi reikšmės", f.title()),
			both("Write a value, or remove the line.", "Įrašykite reikšmę arba eilutę pašalinkite."))
	case n.Kind != yaml.ScalarNode:
		d.add(d.at(n), CodeType,
			both("%s must be a single value, and this is %s", "%s turi būti viena reikšmė, o čia %s", f.title(), kindOf(n)),
			both("Write a single value.", "Įrašykite vieną reikšmę."))
	default:
		return true
	}
	return false
}

func (d *decoder) scalar(n *yaml.Node, v reflect.Value, f *field) {
	if !d.isWord(n, f) {
		return
	}
	ok, want := true, Text{}
	switch v.Kind() {
	case reflect.String:
		v.SetString(n.Value)
		d.text(n, f)
	case reflect.Bool:
		want = Text{"true or false", "true arba false"}
		switch strings.ToLower(n.Value) {
		case "true", "yes", "on":
			v.SetBool(true)
		case "false", "no", "off":
		default:
			ok = false
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		want = Text{"a whole number", "sveikasis skaičius"}
		i, err := strconv.ParseInt(n.Value, 10, v.Type().Bits())
		if ok = err == nil; ok && f.format == "count" && i < 0 {
			ok, want = false, Text{"zero or more", "nulis arba daugiau"}
		}
		v.SetInt(i)
	case reflect.Float32, reflect.Float64:
		want = Text{"a number", "skaičius"}
		x, err := strconv.ParseFloat(n.Value, v.Type().Bits())
		ok = err == nil && x-x == 0 // neither infinite nor NaN
		v.SetFloat(x)
	default:
		panic(fmt.Sprintf("policy: no YAML value fits a field of type %v", v.Type()))
	}
	if !ok {
		d.add(d.at(n), CodeType,
			both("%s is %s, which is not %s", "%s yra %s, o turi būti %s", f.title(), kindOf(n), want),
			both("Write %s.", "Čia tinka %s.", want))
	}
}

// text holds a text against what its field takes.
func (d *decoder) text(n *yaml.Node, f *field) {
	unfit := func(mend Text) {
		d.add(d.at(n), CodeValue, both("%s can't be %s", "%s negali būti %s", f.title(), kindOf(n)), mend)
	}
	isNo := func(en, lt string, mend Text) {
		d.add(d.at(n), CodeValue, both("%s is not "+en, "%s nėra "+lt, kindOf(n)), mend)
	}
	if len(f.oneOf) > 0 && !slices.Contains(f.oneOf, n.Value) {
		unfit(choices(n.Value, f.oneOf))
	}
	switch f.format {
	case "id":
		if !isID(n.Value) {
			unfit(useIDs)
		}
	case "number":
		if _, ok := parseNumber(n.Value); !ok {
			isNo("a clause number", "punkto numeris", both("Write numbers with full stops between them, such as 2.1.",
				"Rašykite taškais atskirtus skaičius, pavyzdžiui, 2.1."))
		}
	case "field":
		if !isListName(n.Value) {
			unfit(both("Use lower-case letters, digits, hyphens and underscores, without the brackets.",
				"Tinka mažosios lotyniškos raidės, skaitmenys, brūkšneliai ir pabraukimo brūkšniai, be skliaustų."))
		}
	case "url":
		if u, err := url.Parse(n.Value); err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" {
			isNo("a web address", "interneto adresas", both("Write it in full, with https://.", "Rašykite visą, su https://."))
		}
	}
	if f.defines != "" {
		d.defines(f.defines, n.Value, d.at(n))
	}
	if f.ref != "" {
		d.refers(f.ref, n.Value, d.at(n))
	}
}

// moment reads a Date or a time.Duration.
func (d *decoder) moment(n *yaml.Node, v reflect.Value, f *field) {
	if !d.isWord(n, f) {
		return
	}
	if v.Type() == dateType {
		date, ok := parseDate(n.Value)
		if !ok {
			d.add(d.at(n), CodeValue, both("%s is not a date", "%s nėra data", kindOf(n)),
				both("Write year-month-day, such as 2026-12-01.", "Rašykite metus, mėnesį ir dieną, pavyzdžiui, 2026-12-01."))
		}
		v.Set(reflect.ValueOf(date))
		return
	}
	duration, ok := parseDuration(n.Value)
	if !ok {
		d.add(d.at(n), CodeValue, both("%s is not a length of time", "%s nėra trukmė", kindOf(n)),
			both("Write a number and s, m, h, d or w: 30m, 2h, 3d.", "Rašykite skaičių ir s, m, h, d arba w: 30m, 2h, 3d."))
	}
	v.Set(reflect.ValueOf(duration).Convert(reflect.TypeFor[time.Duration]()))
}
