package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rostrum/tone"
)

// aims counts at whom abuse that was found is aimed, against at whom it is told to be.
type aims map[string][2]int // of a target: told rightly, all

// traits names protected traits as the labels of the Lithuanian posts do, which are coarser than the lexicon's.
var traits = map[tone.Trait]string{"religion": "faith", "race": "origin", "origin": "origin", "orientation": "orientation",
	"gender": "sex", "gender identity": "sex", "disability": "disability", "age": "age"}

func (a aims) count(p *lithuanianPost, t tone.Target) {
	if t.At == tone.AtNobody || !(p.Hate || p.Offensive || p.Threat) {
		return
	}
	is, told := strings.Replace(p.Target, "gender", "sex", 1), string(t.At)
	switch t.At {
	case tone.AtReader:
		told = "person"
	case tone.AtGroup:
		told = "group:" + traits[t.Trait]
	}
	n := a[is]
	if n[1]++; told == is {
		n[0]++
	}
	a[is] = n
}

func (a aims) tell() {
	fmt.Print("  at whom abuse is aimed, told rightly:")
	for _, target := range slices.Sorted(maps.Keys(a)) {
		fmt.Printf(" %s %d of %d", target, a[target][0], a[target][1])
	}
	fmt.Println()
}
