package notify

import (
	"fmt"
	"io"
	"net/http"

	"rostrum/fault"
)

// longestBody is how much of a reply's body is read, in bytes: enough for a sentence that says what is wrong.
const longestBody = 1 << 10

// statusLine is a reply in one line: the status, and how the body begins.
func statusLine(res *http.Response) string {
	body, _ := io.ReadAll(io.LimitReader(res.Body, longestBody))
	return fmt.Sprintf("%s %s %s", res.Proto, res.Status, body)
}

// replied tells what the status of a reply means.
func replied(status int) outcome {
	switch {
	case status >= 200 && status < 300:
		return outcome{en: "Delivered.", lt: "Pristatyta."}
	case status >= 300 && status < 400:
		return outcome{code: fault.Unavailable,
			en: "The address redirects elsewhere, and redirects are not followed. Enter the address that it leads to.",
			lt: "Adresas nukreipia kitur, o nukreipimais nesekama. Įveskite adresą, į kurį jis nukreipia."}
	case status == http.StatusGone:
		return outcome{code: fault.NotFound,
			en: "The receiver says that this address is gone for good. Remove it, or enter a new one.",
			lt: "Gavėjas praneša, kad šio adreso nebėra. Pašalinkite jį arba įveskite naują."}
	case status == http.StatusUnauthorized, status == http.StatusForbidden:
		return outcome{code: fault.Unavailable,
			en: "The receiver does not let us in. Check that both sides hold the same secret and that the address was copied whole.",
			lt: "Gavėjas mūsų neįleidžia. Patikrinkite, ar abi pusės turi tą patį raktą ir ar nukopijuotas visas adresas."}
	case status == http.StatusNotFound, status == http.StatusMethodNotAllowed:
		return outcome{code: fault.Unavailable,
			en: "The server is there, but nothing receives at this address. Check the path.",
			lt: "Serveris veikia, bet šiuo adresu niekas nepriima. Patikrinkite kelią."}
	case status == http.StatusTooManyRequests:
		return outcome{code: fault.Unavailable,
			en: "The receiver asks to be sent less for a while. It is tried again later.",
			lt: "Gavėjas prašo kurį laiką siųsti rečiau. Vėliau bus bandoma dar kartą."}
	case status >= 500:
		return outcome{code: fault.Unavailable,
			en: "The receiver has a fault of its own. It is tried again later; tell its owner if it stays.",
			lt: "Klaida įvyko gavėjo pusėje. Vėliau bus bandoma dar kartą; jei nepadės, praneškite gavėjui."}
	}
	return outcome{code: fault.Unavailable,
		en: "The receiver refused what was sent. Its reply says why.",
		lt: "Gavėjas pranešimo nepriėmė. Priežastis nurodyta jo atsakyme."}
}
