package opinion

import (
	"slices"
	"strings"

	"rostrum/check"
	"rostrum/text"
	"rostrum/tone"
)

// redact puts a word in place of all that might be personal or secret: what rules found to be so, handles, links,
// addresses of mail, everything with a digit, and every word with a capital that is neither among the most ordinary ones
// nor abuse itself. Too much is masked rather than too little; names in small letters stay.
func redact(s string, found []check.Finding, abuse []tone.Evidence) string {
	masks := make([]string, len(s))
	hide := func(start, end int, mask string) {
		for i := max(0, start); i < min(end, len(s)); i++ {
			if masks[i] == "" {
				masks[i] = mask
			}
		}
	}
	for i := range found {
		if f := &found[i]; secret(f) {
			hide(f.Start, f.End, "[HIDDEN]")
		}
	}
	d := text.NewReader().Read(s, "")
	for i := range d.Tokens {
		if mask := maskOf(d, &d.Tokens[i], abuse); mask != "" {
			hide(int(d.Tokens[i].Start), int(d.Tokens[i].End), mask)
		}
	}
	var out strings.Builder
	for i := range len(s) {
		switch {
		case masks[i] == "":
			out.WriteByte(s[i])
		case i == 0 || masks[i-1] != masks[i]:
			out.WriteString(masks[i])
		}
	}
	return out.String()
}

func secret(f *check.Finding) bool {
	for _, family := range []string{"pii.", "secret.", "confidential."} {
		if strings.HasPrefix(string(f.Category), family) {
			return true
		}
	}
	return false
}

func maskOf(d *text.Document, t *text.Token, abuse []tone.Evidence) string {
	switch t.Kind {
	case text.Handle:
		return "[HANDLE]"
	case text.Link:
		return "[LINK]"
	case text.Email:
		return "[EMAIL]"
	}
	switch {
	case strings.ContainsAny(d.Source[t.Start:t.End], "0123456789"):
		return "[NUMBER]"
	case t.Kind == text.Word && t.Flags&text.Capital != 0 && !ordinary(string(d.Word(t))) && !judged(t, abuse):
		return "[NAME]"
	}
	return ""
}

// judged tells whether a word is one of those that are to be judged.
func judged(t *text.Token, abuse []tone.Evidence) bool {
	return slices.ContainsFunc(abuse, func(e tone.Evidence) bool { return e.Of != tone.Defamation && e.Start <= t.Start && t.End <= e.End })
}

// ordinary tells whether a word, folded, is one with which sentences often begin and nobody is called.
func ordinary(word string) bool { return strings.Contains(beginnings, " "+word+" ") }

const beginnings = " a about after again all also always am an and another any are as at back be because been before being both but by can can't come " +
	"could did didn't do does doesn't don't down each either else even every everybody everyone everything fuck fucking get give go going good got had has have " +
	"he hello her here hey hi his how i i'd i'll i'm i've if in into is isn't it it's its just keep last let like look lot many maybe me more most much my " +
	"never new nice no nobody none nor not nothing now of oh on one only or other our out over people please really remember see she should shut so " +
	"some somebody someone something sorry still stop such sure take thank thanks that that's the their them then there there's these they they're think this those " +
	"to today together tomorrow too try under until up us very want was we we're well were what what's when where which while who why with without " +
	"won't would yes yesterday yet you you're your yours " +
	"aciu an ant apie ar arba as atrodo bet be beje bus buvo cia da dabar dar daug del dekoju eik eikit eikite esi gal gali galima gana gerai geras gera i ir is iki isvis it " +
	"ja jau jei jeigu ji jie jis jo jos juk jum jums jus jusu kad kada kai kaip kaipgi kam kas ka kiek kitas kitaip kodel kol koks kokia kokie kokios kur kuris kuri " +
	"labai labas laba lai liaukis liaukites man manau mano mes mums mus musu na ne nebe nebent negi nei nejau nera nes nesamone netiesa niekada niekas nieko noriu nors nuo o " +
	"pagaliau paklausyk pas per po prasau prie reikia rytoj sakau sau save savo siandien sia sie sios sis sita sitas sitie situos sveiki su ta tada tai taip tarp tas tau tave tavo " +
	"tegu tegul ten tie tik tikrai tikiuosi to todel tokie toks tokia tos tu turi tuoj uz uzteks vakar vel vien viena vienas vis visada visai visi viskas visos visur zinai zinau zinoma ziurek zmones "
