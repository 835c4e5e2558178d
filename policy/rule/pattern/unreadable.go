package pattern

import (
	"errors"
	"regexp/syntax"

	"rostrum/policy/rule"
)

// unreadable says why an expression is none. The library says it in English only.
func unreadable(source string, err error) error {
	why := rule.Text{EN: err.Error(), LT: "sintaksės klaida"}
	if e, ok := errors.AsType[*syntax.Error](err); ok {
		why.EN = e.Code.String()
		if lt, known := whyLT()[e.Code]; known {
			why.LT = lt
		}
		if e.Expr != "" && e.Expr != source {
			why.EN, why.LT = why.EN+" `"+e.Expr+"`", why.LT+" `"+e.Expr+"`"
		}
	}
	return rule.Faultf("the pattern `%s` cannot be read: %s. RE2 syntax has no look-around and no back-references",
		"reiškinio `%s` perskaityti nepavyksta: %s. RE2 sintaksėje nėra nei žvalgymosi į priekį ar atgal, nei atgalinių nuorodų", source, why)
}

// whyLT words the library's reasons in Lithuanian.
func whyLT() map[syntax.ErrorCode]string {
	return map[syntax.ErrorCode]string{
		syntax.ErrInvalidCharClass:      "netinkama ženklų klasė",
		syntax.ErrInvalidCharRange:      "netinkamas ženklų intervalas",
		syntax.ErrInvalidEscape:         "netinkamas ženklas po pasvirojo brūkšnio",
		syntax.ErrInvalidNamedCapture:   "netinkamas grupės vardas",
		syntax.ErrInvalidPerlOp:         "netinkama arba nepalaikoma Perl sintaksė",
		syntax.ErrInvalidRepeatOp:       "kartojimas pakartotas du kartus iš eilės",
		syntax.ErrInvalidRepeatSize:     "netinkamas kartojimų skaičius",
		syntax.ErrInvalidUTF8:           "tai ne UTF-8 tekstas",
		syntax.ErrMissingBracket:        "trūksta uždaromojo ]",
		syntax.ErrMissingParen:          "trūksta uždaromojo )",
		syntax.ErrMissingRepeatArgument: "nėra to, kas turėtų kartotis",
		syntax.ErrTrailingBackslash:     "reiškinys baigiasi pasviruoju brūkšniu",
		syntax.ErrUnexpectedParen:       "nelauktas )",
		syntax.ErrNestingDepth:          "reiškinys per giliai sudėtas",
		syntax.ErrLarge:                 "reiškinys per didelis",
	}
}
