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
func kindOf(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "a set of keys"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case n.Kind != yaml.ScalarNode || isNull(n):
		return "empty"
	}
	return strconv.Quote(shorten(n.Value))
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
		d.add(d.at(n), CodeType, "Put it in quotes if the word itself is meant.", "%q means nothing in YAML", n.Value)
	case isNull(n):
		d.add(d.at(n), CodeMissing, "Write a value, or remove the line.", "%s is empty", f.title())
	case n.Kind != yaml.ScalarNode:
		d.add(d.at(n), CodeType, "Write a single value.", "%s must be a single value, and this is %s", f.title(), kindOf(n))
	default:
		return true
	}
	return false
}

func (d *decoder) scalar(n *yaml.Node, v reflect.Value, f *field) {
	if !d.isWord(n, f) {
		return
	}
	ok, want := true, ""
	switch v.Kind() {
	case reflect.String:
		v.SetString(n.Value)
		d.text(n, f)
	case reflect.Bool:
		want = "true or false"
		switch strings.ToLower(n.Value) {
		case "true", "yes", "on":
			v.SetBool(true)
		case "false", "no", "off":
		default:
			ok = false
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		want = "a whole number"
		i, err := strconv.ParseInt(n.Value, 10, v.Type().Bits())
		if ok = err == nil; ok && f.format == "count" && i < 0 {
			ok, want = false, "zero or more"
		}
		v.SetInt(i)
	case reflect.Float32, reflect.Float64:
		want = "a number"
		x, err := strconv.ParseFloat(n.Value, v.Type().Bits())
		ok = err == nil && x-x == 0 // neither infinite nor NaN
		v.SetFloat(x)
	default:
		panic(fmt.Sprintf("policy: no YAML value fits a field of type %v", v.Type()))
	}
	if !ok {
		d.add(d.at(n), CodeType, "Write "+want+".", "%s is %s, which is not %s", f.title(), kindOf(n), want)
	}
}

// text holds a text against what its field takes.
func (d *decoder) text(n *yaml.Node, f *field) {
	if len(f.oneOf) > 0 && !slices.Contains(f.oneOf, n.Value) {
		d.add(d.at(n), CodeValue, choices(n.Value, f.oneOf), "%s can't be %s", f.title(), kindOf(n))
	}
	switch f.format {
	case "id":
		if !isID(n.Value) {
			d.add(d.at(n), CodeValue, "Use lower-case letters, digits and hyphens.", "%s can't be %s", f.title(), kindOf(n))
		}
	case "number":
		if _, ok := parseNumber(n.Value); !ok {
			d.add(d.at(n), CodeValue, "Write numbers with full stops between them, such as 2.1.", "%s is not a clause number", kindOf(n))
		}
	case "field":
		if !isListName(n.Value) {
			d.add(d.at(n), CodeValue, "Use lower-case letters, digits, hyphens and underscores, without the brackets.", "%s can't be %s", f.title(), kindOf(n))
		}
	case "url":
		if u, err := url.Parse(n.Value); err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" {
			d.add(d.at(n), CodeValue, "Write it in full, with https://.", "%s is not a web address", kindOf(n))
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
			d.add(d.at(n), CodeValue, "Write year-month-day, such as 2026-12-01.", "%s is not a date", kindOf(n))
		}
		v.Set(reflect.ValueOf(date))
		return
	}
	duration, ok := parseDuration(n.Value)
	if !ok {
		d.add(d.at(n), CodeValue, "Write a number and s, m, h, d or w: 30m, 2h, 3d.", "%s is not a length of time", kindOf(n))
	}
	v.Set(reflect.ValueOf(duration).Convert(reflect.TypeFor[time.Duration]()))
}
