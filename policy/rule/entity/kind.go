package entity

import "rostrum/policy/rule"

// kind is one sort of personal data.
type kind uint8

const (
	ltPersonalCode kind = iota
	lvPersonalCode
	eePersonalCode
	plPESEL
	fiHETU
	sePersonnummer
	dkCPR
	deSteuerID
	esDNI
	itCodiceFiscale
	frNIR
	nlBSN
	beRRN
	ukNINO
	usSSN
	passport
	drivingLicence
	phone
	email
	iban
	card
	ip
	homeAddress
	healthFact
	kinds
)

// about says how a kind is called in a policy and to people.
type about struct {
	name     string
	category rule.Category
	what     rule.Text // continues "This looks like …" and „Panašu, kad čia yra …“
}

var abouts = [kinds]about{
	ltPersonalCode:  {"lt_personal_code", rule.PIINationalID, rule.Text{EN: "a Lithuanian personal code", LT: "asmens kodas"}},
	lvPersonalCode:  {"lv_personal_code", rule.PIINationalID, rule.Text{EN: "a Latvian personal code", LT: "Latvijos asmens kodas"}},
	eePersonalCode:  {"ee_personal_code", rule.PIINationalID, rule.Text{EN: "an Estonian personal code", LT: "Estijos asmens kodas"}},
	plPESEL:         {"pl_pesel", rule.PIINationalID, rule.Text{EN: "a Polish PESEL number", LT: "Lenkijos asmens kodas (PESEL)"}},
	fiHETU:          {"fi_hetu", rule.PIINationalID, rule.Text{EN: "a Finnish personal identity code", LT: "Suomijos asmens kodas"}},
	sePersonnummer:  {"se_personnummer", rule.PIINationalID, rule.Text{EN: "a Swedish personal identity number", LT: "Švedijos asmens kodas"}},
	dkCPR:           {"dk_cpr", rule.PIINationalID, rule.Text{EN: "a Danish CPR number", LT: "Danijos asmens kodas (CPR)"}},
	deSteuerID:      {"de_steuer_id", rule.PIINationalID, rule.Text{EN: "a German tax identification number", LT: "Vokietijos mokesčių mokėtojo numeris"}},
	esDNI:           {"es_dni", rule.PIINationalID, rule.Text{EN: "a Spanish DNI or NIE", LT: "Ispanijos asmens kodas (DNI arba NIE)"}},
	itCodiceFiscale: {"it_codice_fiscale", rule.PIINationalID, rule.Text{EN: "an Italian codice fiscale", LT: "Italijos asmens kodas (codice fiscale)"}},
	frNIR:           {"fr_nir", rule.PIINationalID, rule.Text{EN: "a French social security number", LT: "Prancūzijos socialinio draudimo numeris"}},
	nlBSN:           {"nl_bsn", rule.PIINationalID, rule.Text{EN: "a Dutch BSN", LT: "Nyderlandų asmens kodas (BSN)"}},
	beRRN:           {"be_rrn", rule.PIINationalID, rule.Text{EN: "a Belgian national number", LT: "Belgijos asmens kodas"}},
	ukNINO:          {"uk_nino", rule.PIINationalID, rule.Text{EN: "a UK National Insurance number", LT: "Jungtinės Karalystės socialinio draudimo numeris"}},
	usSSN:           {"us_ssn", rule.PIINationalID, rule.Text{EN: "a US Social Security number", LT: "JAV socialinio draudimo numeris"}},
	passport:        {"passport", rule.PIINationalID, rule.Text{EN: "the number of a passport or identity card", LT: "paso arba asmens tapatybės kortelės numeris"}},
	drivingLicence:  {"driving_licence", rule.PIINationalID, rule.Text{EN: "the number of a driving licence", LT: "vairuotojo pažymėjimo numeris"}},
	phone:           {"phone", rule.PIIPhone, rule.Text{EN: "a phone number", LT: "telefono numeris"}},
	email:           {"email", rule.PIIEmail, rule.Text{EN: "somebody’s e-mail address", LT: "asmeninis el. pašto adresas"}},
	iban:            {"iban", rule.PIIIBAN, rule.Text{EN: "a bank account number", LT: "banko sąskaitos numeris"}},
	card:            {"card", rule.PIICard, rule.Text{EN: "a payment card number", LT: "mokėjimo kortelės numeris"}},
	ip:              {"ip", rule.PIIOther, rule.Text{EN: "an IP address", LT: "IP adresas"}},
	homeAddress:     {"home_address", rule.PIIAddress, rule.Text{EN: "somebody’s home address", LT: "kieno nors namų adresas"}},
	healthFact:      {"health_fact", rule.PIIHealth, rule.Text{EN: "a fact about a named person’s health", LT: "žinia apie įvardyto žmogaus sveikatą"}},
}

// message says what was found, without repeating it.
func (k kind) message() rule.Text {
	a := &abouts[k]
	return rule.Text{
		EN: "This looks like " + a.what.EN + ". Once public, it cannot be taken back.",
		LT: "Panašu, kad čia yra " + a.what.LT + ". Paviešinto nebeatšauksi.",
	}
}

func (k kind) suggestion() rule.Text {
	switch k {
	case phone, email:
		return rule.Text{
			EN: "Give the company’s public contact instead, or carry on in a private message.",
			LT: "Nurodykite viešą įmonės kontaktą arba pratęskite pokalbį asmenine žinute.",
		}
	case healthFact:
		return rule.Text{
			EN: "Leave out the person or their health, unless they have agreed in writing to its being published.",
			LT: "Nerašykite, kas tas žmogus arba kuo jis serga, nebent jis raštu sutiko, kad tai būtų paskelbta.",
		}
	case homeAddress:
		return rule.Text{
			EN: "Leave out the street and the number; the town is enough.",
			LT: "Nerašykite gatvės ir namo numerio – pakanka miesto.",
		}
	}
	return rule.Text{
		EN: "Take it out; whoever needs it can get it through a private channel.",
		LT: "Išbraukite – kam reikia, gaus asmeniškai.",
	}
}

// parse reads the kinds that a rule names; none means all.
func parse(names []string) ([kinds]bool, error) {
	var wanted [kinds]bool
	for _, name := range names {
		k, ok := byName(name)
		if !ok {
			return wanted, rule.Unknown("find", name, known()...)
		}
		wanted[k] = true
	}
	if len(names) == 0 {
		for k := range wanted {
			wanted[k] = true
		}
	}
	return wanted, nil
}

func byName(name string) (kind, bool) {
	for k := range abouts {
		if abouts[k].name == name {
			return kind(k), true
		}
	}
	return 0, false
}

func known() []string {
	names := make([]string, kinds)
	for k := range abouts {
		names[k] = abouts[k].name
	}
	return names
}
