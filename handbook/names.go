package handbook

import (
	"strings"

	"rostrum/policy"
	"rostrum/post"
)

// name gives what people call one of the policy's fixed names. A name that is not in the table is shown as it is.
func name(table map[string]policy.Text, lang, id string) string {
	if t, ok := table[id]; ok {
		return t.In(lang)
	}
	return id
}

var ownerNames = map[string]policy.Text{
	policy.OwnerCrisis:          {EN: "Crisis", LT: "Krizių valdymas"},
	policy.OwnerMessageApproval: {EN: "Message approval", LT: "Pranešimų tvirtinimas"},
	policy.OwnerCustomerService: {EN: "Customer service", LT: "Klientų aptarnavimas"},
	policy.OwnerPublicRelations: {EN: "Public relations", LT: "Viešieji ryšiai"},
	policy.OwnerEngagement:      {EN: "Engagement", LT: "Bendravimas su sekėjais"},
}

var actionNames = map[string]policy.Text{
	"publish": {EN: "Publish", LT: "Skelbti"},
	"reply":   {EN: "Reply", LT: "Atsakyti"},
	"crisis":  {EN: "Comment in a crisis", LT: "Komentuoti per krizę"},
	"approve": {EN: "Approve", LT: "Tvirtinti"},
}

var actions = [...]string{"publish", "reply", "crisis", "approve"}

var channelNames = map[string]policy.Text{
	string(post.Brand):    {EN: "company accounts", LT: "įmonės paskyroms"},
	string(post.Personal): {EN: "personal accounts", LT: "asmeninėms paskyroms"},
	string(post.Mention):  {EN: "what others write about us", LT: "tam, ką apie mus rašo kiti"},
}

var exampleChannelNames = map[string]policy.Text{
	string(post.Brand):    {EN: "Company account", LT: "Įmonės paskyroje"},
	string(post.Personal): {EN: "Personal account", LT: "Asmeninėje paskyroje"},
	string(post.Mention):  {EN: "Somebody else's post", LT: "Kito žmogaus įrašas"},
}

var editNames = map[string]policy.Text{
	"none":     {EN: "Use it word for word.", LT: "Siųskite tiksliai taip, kaip parašyta."},
	"fields":   {EN: "Fill in the fields, change nothing else.", LT: "Užpildykite laukus, kito teksto nekeiskite."},
	"greeting": {EN: "Fill in the fields; the greeting and the ending may be your own.", LT: "Užpildykite laukus; pasisveikinti ir atsisveikinti galite savais žodžiais."},
	"free":     {EN: "A starting point: put it in your own words.", LT: "Tai tik pagrindas – rašykite savais žodžiais."},
}

var runbookKinds = map[string]policy.Text{
	"crisis": {EN: "Crisis", LT: "Krizė"},
	"breach": {EN: "Security breach", LT: "Saugumo pažeidimas"},
}

var toneNames = map[string]policy.Text{
	"negative": {EN: "a negative tone", LT: "neigiamas tonas"},
	"neutral":  {EN: "a neutral tone", LT: "neutralus tonas"},
	"positive": {EN: "a positive tone", LT: "teigiamas tonas"},
}

// fieldNames are the fields that most answers have.
var fieldNames = map[string]policy.Text{
	"name":      {EN: "name", LT: "vardas"},
	"order":     {EN: "order number", LT: "užsakymo numeris"},
	"contact":   {EN: "contact", LT: "kontaktai"},
	"time":      {EN: "time", LT: "laikas"},
	"date":      {EN: "date", LT: "data"},
	"price":     {EN: "price", LT: "kaina"},
	"link":      {EN: "link", LT: "nuoroda"},
	"service":   {EN: "service", LT: "paslauga"},
	"product":   {EN: "product", LT: "prekė"},
	"colleague": {EN: "your name", LT: "jūsų vardas"},
}

// categoryNames say what is in a mention that is routed by its category.
var categoryNames = map[string]policy.Text{
	"confidential.codename":   {EN: "codenames", LT: "kodiniai pavadinimai"},
	"confidential.financials": {EN: "unpublished figures", LT: "nepaskelbti finansiniai duomenys"},
	"confidential.client":     {EN: "clients' affairs", LT: "klientų paslaptys"},
	"confidential.other":      {EN: "other confidential matters", LT: "kita konfidenciali informacija"},
	"abuse.hate":              {EN: "hate", LT: "neapykantos kalba"},
	"abuse.offensive":         {EN: "insults", LT: "įžeidimai"},
	"abuse.threat":            {EN: "threats", LT: "grasinimai"},
	"defamation":              {EN: "accusations against people or companies", LT: "kaltinimai žmonėms ar įmonėms"},
	"illegal.conduct":         {EN: "unlawful conduct", LT: "neteisėti veiksmai"},
	"pii.national_id":         {EN: "personal identity numbers", LT: "asmens kodai"},
	"pii.phone":               {EN: "phone numbers", LT: "telefono numeriai"},
	"pii.email":               {EN: "e-mail addresses", LT: "el. pašto adresai"},
	"pii.iban":                {EN: "bank account numbers", LT: "banko sąskaitų numeriai"},
	"pii.card":                {EN: "payment card numbers", LT: "mokėjimo kortelių numeriai"},
	"pii.health":              {EN: "people's health", LT: "žmonių sveikatos duomenys"},
	"pii.address":             {EN: "home addresses", LT: "namų adresai"},
	"pii.other":               {EN: "other personal data", LT: "kiti asmens duomenys"},
	"secret.credential":       {EN: "passwords and keys", LT: "slaptažodžiai ir prieigos raktai"},
	"claim.finance":           {EN: "promises about money", LT: "pažadai apie pinigus"},
	"claim.health":            {EN: "claims about health", LT: "teiginiai apie sveikatą"},
	"claim.other":             {EN: "other claims that need proof", LT: "kiti teiginiai, kuriuos reikia įrodyti"},
	"disclosure.missing":      {EN: "advertising that does not say so", LT: "nepažymėta reklama"},
	"credit.missing":          {EN: "work without its author's name", LT: "kūriniai be autoriaus vardo"},
	"security.phish":          {EN: "phishing", LT: "sukčiavimo nuorodos"},
	"security.impersonation":  {EN: "accounts that pretend to be us", LT: "mumis apsimetančios paskyros"},
	"speaker":                 {EN: "speaking without permission", LT: "kalbėjimas be leidimo"},
	"form":                    {EN: "the form of a post", LT: "įrašo forma"},
	"system":                  {EN: "posts that could not be checked", LT: "įrašai, kurių patikrinti nepavyko"},
}

// network writes a network's id as the network writes itself.
func network(id string) string {
	switch id {
	case "linkedin":
		return "LinkedIn"
	case "youtube":
		return "YouTube"
	case "tiktok":
		return "TikTok"
	case "":
		return ""
	}
	return strings.ToUpper(id[:1]) + id[1:]
}
