package api

import (
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"rostrum/fault"
)

// tellInProblem puts what is wrong with a request, as the description has it, into our words.
func tellInProblem(ctx huma.Context, _ string, v any) (any, error) {
	m, ok := v.(*huma.ErrorModel)
	if !ok {
		return v, nil
	}
	lang := callOf(ctx.Context()).lang
	if len(m.Errors) == 0 {
		return told(m.Status, general(m.Status), lang), nil
	}
	var all []Detail
	for _, e := range m.Errors {
		field := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(e.Location, "body."), "query."), "path."), "header.")
		all = append(all, Detail{field, wrongWith(e.Message).In(lang)})
	}
	first := all[0]
	p := told(m.Status, &fault.Fault{Code: fault.Invalid, Field: first.Field,
		EN: "The field “" + first.Field + "” is not right: " + first.Detail + ".",
		LT: "Netinka laukas „" + first.Field + "“: " + first.Detail + "."}, lang)
	if len(all) > 1 {
		p.Errors = all
	}
	return p, nil
}

// general says what is wrong where no field is.
func general(status int) *fault.Fault {
	switch status {
	case http.StatusUnsupportedMediaType:
		return fault.New(fault.Invalid, "This kind of content is not taken here. See /api for what is.", "Tokio turinio čia nepriimama. Koks priimamas, aprašyta puslapyje /api.")
	case http.StatusRequestEntityTooLarge:
		return fault.New(fault.TooMany, "What you sent is too large.", "Tai, ką atsiuntėte, per didelė.")
	case http.StatusInternalServerError:
		return fault.Internal()
	case http.StatusBadRequest:
		return fault.New(fault.Invalid, "The body is missing. See /api for what it holds.", "Trūksta užklausos turinio. Kas jame turi būti, aprašyta puslapyje /api.")
	}
	return fault.New(fault.Invalid, "The request is not right. See /api for what it holds.", "Užklausa netinkama. Kas joje turi būti, aprašyta puslapyje /api.")
}

// wrongWith says in both languages what is wrong with a field. Huma's messages are in English; what they quote is kept.
func wrongWith(message string) *fault.Fault {
	for _, known := range []struct{ prefix, en, lt string }{
		{"unexpected property", "there is no such field", "tokio lauko nėra"},
		{"unknown query parameter", "there is no such parameter", "tokio parametro nėra"},
		{"expected required property ", "it is required: ", "jo trūksta: "},
		{"required ", "it is required", "jo trūksta"},
		{"expected string to be RFC 3339", "it must be a time such as 2026-03-14T09:00:00Z", "turi būti laikas, pavyzdžiui, 2026-03-14T09:00:00Z"},
		{"expected boolean", "it must be true or false", "turi būti true arba false"},
		{"expected number >= ", "it must be at least ", "turi būti ne mažiau kaip "},
		{"expected number <= ", "it must be at most ", "turi būti ne daugiau kaip "},
		{"expected number", "it must be a number", "turi būti skaičius"},
		{"expected integer", "it must be a whole number", "turi būti sveikasis skaičius"},
		{"invalid integer", "it must be a whole number", "turi būti sveikasis skaičius"},
		{"invalid boolean", "it must be true or false", "turi būti true arba false"},
		{"expected string", "it must be a text", "turi būti tekstas"},
		{"expected array length >= ", "it must have at least so many items: ", "mažiausias elementų skaičius: "},
		{"expected array length <= ", "it must have at most so many items: ", "didžiausias elementų skaičius: "},
		{"expected array", "it must be a list", "turi būti sąrašas"},
		{"expected object", "it must be an object", "turi būti objektas"},
		{"expected value to be one of ", "it must be one of ", "turi būti vienas iš "},
		{"expected length >= ", "it must have at least so many characters: ", "mažiausias ženklų skaičius: "},
		{"expected length <= ", "it must have at most so many characters: ", "didžiausias ženklų skaičius: "},
	} {
		rest, ok := strings.CutPrefix(message, known.prefix)
		if !ok {
			continue
		}
		if !strings.HasSuffix(known.en, " ") {
			rest = ""
		}
		rest = strings.TrimSuffix(rest, " to be present")
		return &fault.Fault{EN: known.en + rest, LT: known.lt + rest}
	}
	return &fault.Fault{EN: "it cannot be read", LT: "jo perskaityti nepavyksta"}
}
