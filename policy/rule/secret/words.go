package secret

// Words, as written, English and Lithuanian; the last two in all forms.
var (
	passwordWords = [3][]string{
		{"pasword", "passwort", "pw", "pwd", "psw", "pswd", "slaptazodi", "slaptažods", "wifi pass", "wi-fi pass", "master key"},
		{"password", "passwd", "passcode", "passphrase", "wifi key", "wi-fi key"},
		{"slaptažodis", "slaptas žodis", "slaptafrazė", "paswordas", "passwordas", "pasvordas"},
	}
	shortWords   = [3][]string{{"pass", "passw", "slapt", "user/pass", "login/pass"}, nil, nil}
	networkWords = [3][]string{{"wifi", "wi-fi", "wlan"}, nil, nil}
	pinWords     = [3][]string{
		{"PIN", "PIN-as", "PINas", "PIN'as", "PIN code", "PIN number", "PIN kodas", "PIN kodą", "PIN kodo", "PIN kodu", "PIN nr", "pinkodas", "pin is", "PIN2", "PUK", "PUK kodas", "PUK code", "CVV", "CVC", "CVV kodas", "CVC kodas", "CVV code",
			"pin code", "pin number", "my pin", "your pin", "his pin", "her pin", "our pin", "new pin", "card pin", "pin for", "pin's", "pin kodas", "pin kodą", "pin kodo", "pin kodu"},
		nil, {"pinas"},
	}
	codeWords = [3][]string{{"otp", "2fa"}, {"code", "combination", "combo"}, {"kodas"}}
	// What is opened with a code that stays the same.
	doorWords = [3][]string{
		{"wifi", "wi-fi", "to get in"},
		{"door", "gate", "alarm", "entry", "entrance", "lock", "safe", "keypad", "building", "office", "garage", "key box", "lockbox", "voicemail", "locker", "storage", "intercom"},
		{"durys", "vartai", "laiptinė", "signalizacija", "seifas", "spyna", "įėjimas", "biuras", "sandėlis", "garažas", "domofonas", "telefonspynė", "dėžutė", "atrakinti", "kabinetas"},
	}
	// What a code that is sent once is for.
	messageWords = [3][]string{
		{"your", "otp", "sms", "2fa", "one-time", "login", "log-in", "sign-in", "tavo", "jūsų", "mano"},
		{"verification", "security", "access", "authentication", "confirmation", "unlock", "reset", "meeting"},
		{"patvirtinimas", "prisijungimas", "vienkartinis", "sauga", "saugumas", "prieiga"},
	}
	offerWords = [3][]string{
		{"QR", "zip", "use code", "use the code", "use my code", "SAVE", "checkout", "su kodu", "source", "dress", "asmens", "PVM", "LT", "SWIFT", "HS", "iso"},
		{"promo", "discount", "coupon", "voucher", "postal", "postcode", "area", "country", "conduct", "error", "product", "referral", "gift", "tracking", "order", "company", "course", "color", "colour", "sort", "offer", "sale", "bar"},
		{"nuolaida", "akcija", "kuponas", "paštas", "įmonė", "prekė", "klaida", "šalis", "dovana", "dovanų", "siunta", "siuntimas", "užsakymas", "čekis", "nemokamas", "pirkimas", "pirkinys", "krepšelis", "spalva", "programa", "kursas"},
	}
	loginWords = [3][]string{
		{"user/pass", "user / pass", "username/password", "username / password", "login/password", "login / password", "login/pass", "vartotojas/slaptažodis", "creds", "log in with", "login with", "log in as", "prisijunk su", "prisijunkite su", "prisijungti su", "junkis su", "user pass"},
		{"login", "log-in", "credential", "username", "admin account"},
		{"prisijungimas", "vartotojas", "paskyra", "login"},
	}
)

// isTie tells whether a word says that what follows is what came before.
func isTie(word []byte) bool {
	switch string(word) {
	case "is", "are", "was", "yra", "buvo", "bus", "tai", "toks", "tokie", "s":
		return true
	}
	return false
}

// isFiller tells whether a word may stand between "is" and the secret, or between "is" and "password".
func isFiller(word []byte) bool {
	switch string(word) {
	case "is", "are", "yra", "changed", "set", "updated", "to", "pakeistas", "pakeiciau", "pakeitem", "pakeiteme", "nustaciau", "nustateme", "i", "now", "still", "just", "simply", "dabar", "vis", "dar", "tas", "pats", "the", "a", "our", "my", "your", "new", "musu", "mano", "naujas",
		"toks", "tokie", "as", "follows", "card", "korteles", "admin", "root", "main", "shared", "team", "server", "serverio", "bendras", "wifi", "wi", "fi", "office", "biuro", "tai", "guest", "current", "old", "senas", "tavo", "jusu", "username", "user", "code", "kodas", "password":
		return true
	}
	return false
}

// isStop tells whether a word shows that the sentence is about passwords, not one of them.
func isStop(word []byte) bool {
	switch string(word) {
	case "reset", "link", "links", "policy", "manager", "managers", "generator", "tips", "must", "should", "needs", "need", "requirements", "required", "hint", "protected",
		"never", "not", "change", "expired", "expires", "forgot", "forgotten", "if", "when", "http", "https", "page", "register", "sign", "signup", "up", "leak", "breach", "hygiene",
		"at", "least", "minimum", "or", "than",
		"turi", "turetu", "privalo", "reikia", "butinas", "ilgis", "bent", "niekam", "niekada", "nesakykite", "nesakyk", "keitimas", "keisti", "keiskite", "pakeisti", "pakeiskite", "priminimas", "atkurti", "atkurimas", "nuoroda",
		"tvarkykle", "tvarkykles", "generatorius", "negali", "nera", "arba", "kurie", "kuri", "kad", "jei", "jeigu", "su", "puslapis", "registracija":
		return true
	}
	return false
}

// isAdvising tells whether a word before "password" shows that any password is meant.
func isAdvising(word []byte) bool {
	switch string(word) {
	case "boarding", "season", "bus", "day", "vip", "backstage", "travel", "free", "mountain", "common", "commonest", "popular", "worst", "weakest", "terrible", "never", "don't", "dont", "avoid", "example", "instead", "if", "imagine", "whose", "joke", "eg",
		"dazniausias", "populiariausias", "blogiausias", "silpniausias", "niekada", "nenaudokite", "nenaudok", "venkite", "pavyzdziui", "pvz", "jei", "jeigu", "isivaizduokite", "nerasykite":
		return true
	}
	return false
}

// isUsual tells whether a word is a usual name to sign in with.
func isUsual(word []byte) bool {
	switch string(word) {
	case "admin", "administrator", "administratorius", "root", "user", "guest", "test", "demo", "svecias":
		return true
	}
	return false
}

// isOrdinary tells whether a plain word after "password:" or "password is" says something of it.
func isOrdinary(word []byte) bool {
	switch string(word) {
	case "required", "optional", "incorrect", "invalid", "wrong", "correct", "weak", "strong", "safe", "secure", "expired", "changed", "important", "here", "there", "below", "above", "protected",
		"hidden", "secret", "private", "confidential", "everything", "nothing", "something", "dead", "easy", "hard", "simple", "long", "short", "good", "bad", "great", "fine", "stupid", "crap", "trash", "key", "essential", "mandatory",
		"yours", "mine", "free", "coming", "gone", "unique", "it", "that", "this", "what", "yes", "no", "on", "back", "soon", "stolen", "leaked", "compromised", "hacked", "needed", "necessary", "case-sensitive", "dm", "inbox", "ask", "bio", "unknown", "none", "same", "still", "not", "now", "lost", "forgotten",
		"butinas", "privalomas", "neprivalomas", "neteisingas", "klaidingas", "silpnas", "stiprus", "saugus", "nesaugus", "pasibaige", "pakeistas", "svarbus", "svarbu", "cia", "zemiau", "auksciau", "paslaptis", "slaptas", "sudetingas", "paprastas", "ilgas", "trumpas", "geras", "blogas", "reikalingas", "nebutinas", "unikalus", "tas", "toks", "niekam", "pavogtas", "nutekintas", "pamestas", "pamirstas", "atskirai", "zinuteje", "asmeniskai", "viskas", "ne", "taip", "naujas", "senas", "vienas":
		return true
	}
	return false
}
