package notify

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/url"
	"os"
	"syscall"

	"code.dny.dev/ssrf"

	"rostrum/fault"
)

// explain tells what an error on the way to the other side means.
func explain(err error) outcome {
	if address, ok := errors.AsType[*url.Error](err); ok {
		err = address.Err
	}
	o, known := meaning(err)
	if !known {
		o = outcome{code: fault.Unavailable,
			en: "The connection failed. Check the address; it is tried again later.",
			lt: "Ryšys nutrūko. Patikrinkite adresą; vėliau bus bandoma dar kartą."}
	}
	o.said = err.Error()
	return o
}

// meaning tells what an error means that has a meaning of its own.
func meaning(err error) (outcome, bool) {
	lookup, isLookup := errors.AsType[*net.DNSError](err)
	_, badCertificate := errors.AsType[*tls.CertificateVerificationError](err)
	_, noTLS := errors.AsType[tls.RecordHeaderError](err)
	switch {
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork):
		return outcome{code: fault.Invalid,
			en: "This address leads into a private network. Use a public address, or ask the operator of the server to allow private ones.",
			lt: "Šis adresas veda į vidinį tinklą. Nurodykite viešą adresą arba paprašykite serverio administratoriaus leisti vidinius adresus."}, true
	case timedOut(err):
		return outcome{code: fault.Unavailable,
			en: "The other side did not answer in time. Check the address and the firewall; it is tried again later.",
			lt: "Kita pusė laiku neatsakė. Patikrinkite adresą ir užkardą; vėliau bus bandoma dar kartą."}, true
	case isLookup && lookup.IsNotFound:
		return outcome{code: fault.Unavailable,
			en: "There is no server of this name. Check the spelling of the address.",
			lt: "Serverio tokiu vardu nėra. Patikrinkite, ar adresas parašytas be klaidų."}, true
	case errors.Is(err, syscall.ECONNREFUSED):
		return outcome{code: fault.Unavailable,
			en: "Nothing answers at this address and port. Check the port, and that the server is running.",
			lt: "Šiuo adresu ir prievadu niekas neatsako. Patikrinkite prievadą ir ar serveris veikia."}, true
	case badCertificate:
		return outcome{code: fault.Unavailable,
			en: "The server's certificate is not valid for this address. Check the host name; the server's owner may have to renew the certificate.",
			lt: "Serverio sertifikatas šiam adresui netinka. Patikrinkite serverio vardą; gal serverio savininkas turi atnaujinti sertifikatą."}, true
	case noTLS:
		return outcome{code: fault.Unavailable,
			en: "The server does not speak TLS on this port. Check the port and the beginning of the address.",
			lt: "Šiuo prievadu serveris TLS nenaudoja. Patikrinkite prievadą ir adreso pradžią."}, true
	}
	return outcome{}, false
}

func timedOut(err error) bool {
	var slow net.Error
	return errors.Is(err, context.DeadlineExceeded) || errors.Is(err, os.ErrDeadlineExceeded) ||
		errors.As(err, &slow) && slow.Timeout()
}
