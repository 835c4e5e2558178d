package notify

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/textproto"

	"rostrum/fault"
)

// unknownReceiver is a server's refusal of one receiver, not of the letter.
type unknownReceiver struct{ error }

func (u unknownReceiver) Unwrap() error { return u.error }

// refused tells what an error of a conversation means.
func refused(err error) outcome {
	reply, replied := errors.AsType[*textproto.Error](err)
	if !replied {
		return unreached(err)
	}
	o := smtpMeaning(reply.Code, err)
	o.said = fmt.Sprintf("%d %s", reply.Code, reply.Msg)
	return o
}

// unreached tells what an error means that no reply of the server explains: the network's, or the library's refusal to
// go on unsafely.
func unreached(err error) outcome {
	_, known := meaning(err)
	_, network := errors.AsType[net.Error](err)
	if known || network || errors.Is(err, io.EOF) {
		return explain(err)
	}
	return outcome{code: fault.Unavailable, said: err.Error(),
		en: "The mail server offers no safe way to sign in: neither STARTTLS nor a kind of sign-in that we know. Try smtps:// and port 465.",
		lt: "Pašto serveris nesiūlo saugaus prisijungimo: nei STARTTLS, nei mums žinomo prisijungimo būdo. Išbandykite smtps:// ir 465 prievadą."}
}

func smtpMeaning(code int, err error) outcome {
	_, receiver := errors.AsType[unknownReceiver](err)
	switch {
	case code == 530, code == 534, code == 535, code == 538:
		return outcome{code: fault.Unavailable,
			en: "The mail server does not let us sign in. Check the name and the password; some services want a password made for applications.",
			lt: "Pašto serveris neleidžia prisijungti. Patikrinkite naudotojo vardą ir slaptažodį; kai kurios tarnybos reikalauja atskiro programoms skirto slaptažodžio."}
	case code >= 400 && code < 500:
		return outcome{code: fault.Unavailable,
			en: "The mail server asks us to come back later. It is tried again.",
			lt: "Pašto serveris prašo bandyti vėliau. Bus bandoma dar kartą."}
	case receiver:
		return outcome{code: fault.NotFound,
			en: "The mail server does not take letters to this address. Check its spelling and whether the mailbox still exists.",
			lt: "Pašto serveris laiškų šiuo adresu nepriima. Patikrinkite, ar adresas be klaidų ir ar pašto dėžutė dar yra."}
	case code == 552:
		return outcome{code: fault.Invalid,
			en: "The letter is too large for the mail server, or the mailbox is full.",
			lt: "Laiškas pašto serveriui per didelis arba pašto dėžutė pilna."}
	}
	return outcome{code: fault.Unavailable,
		en: "The mail server refused the letter. Check that it may send from our address; its reply says why.",
		lt: "Pašto serveris laiško nepriėmė. Patikrinkite, ar iš mūsų adreso leista siųsti; priežastis nurodyta jo atsakyme."}
}
