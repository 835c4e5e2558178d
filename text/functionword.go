package text

import "strings"

// functionWords are common words, folded, that tell a language: those of others are no ordinary words of English or
// Lithuanian as well. One string is one language, English and Lithuanian the first two.
var functionWords = [...]string{
	// English, with what people shorten
	"the is are was were and you of to in for with this that my your our we have has be not at it it's i'm don't can't what who " +
		"how when why from they she he his her about just like get out so all will would can but or if an on do does did been " +
		"there their them than then too very really more most some any lol omg wtf btw idk tbh smh pls thx thanks brb rt imo lmao",
	// Lithuanian
	"yra kad labai kaip apie dar buvo nuo iki mano tik prie arba taip mums jums visiems aciu siandien rytoj kur kada kodel nera " +
		"galima dabar reikia kai nes gali bei del jei kas tas mes jus jie jos savo bus buvau esu ant tai sis sia sie kuris kuri " +
		"kurie viskas labas laba visada niekada vel tiesiog tikrai nebe gal",
	// German
	"hallo der das und ist gut nicht ich wir ihr sie mit auf fur von zu ein eine einen dem den habe sind auch noch nur " +
		"aber oder wie sich heute morgen guten danke bitte uns unser unsere euch haben wird werden kann mein dein " +
		"keine immer schon zum zur nach wenn dass gibt alle ihre sehr mehr jetzt hier einem einer uber vom " +
		"vielen dank ihnen seit diese dieser durch weil machen leider ganz eure unseren unserem montag dienstag freitag samstag sonntag " +
		"gute nacht abend geht euch liebe tschuss",
	// French
	"le les des est et une que qui dans sur avec nous vous ils elle sont mais ou je bonjour merci tres bien " +
		"tout tous toute aujourd'hui c'est j'ai qu'il n'est d'un d'une l'equipe notre votre cette ces aux fait " +
		"chez bonne journee demain etre avoir leur mon ses quand comme encore ca " +
		"la au aussi faire peut beaucoup toujours avons avez ont ete lundi mardi mercredi jeudi vendredi samedi dimanche " +
		"bonsoir bientot revoir",
	// Spanish
	"una que por para con pero muy esta este como mas hola gracias hoy manana todo todos nuestra " +
		"nuestro nuestros donde cuando tambien al es en lo se le nos estamos somos feliz dia dias bueno buenos " +
		"buenas siempre porque hacer tienda quiero tengo soy eres amigos nueva nuevo hay tienes usted cuenta aqui " +
		"ahora sus mucho mucha " +
		"la el muchas nuestras ser puede tiene hemos han sobre desde hasta lunes martes jueves viernes sabado domingo",
	// Polish
	"nie jest sie dla jak ale czy juz tylko dzien dobry dziekuje dzis jutro tak wszystkim wszystko przez " +
		"przed bardzo moze mamy jestem nasz nasza nasze naszego od za przy oraz ktory ktora ktore bedzie byl lub " +
		"ze zawsze gdzie kiedy dzieki prosze teraz jeszcze nowy nowa nowe jego jej z " +
		"sa dziekujemy zapraszamy nam nas ich jako bez pod nad poniedzialku wtorek sroda czwartek piatek sobota niedziela " +
		"dobranoc witam witamy milego pozdrawiam widzenia",
	// Latvian
	"un par labdien paldies sodien rit loti vai ari es esmu bija tikai vini vina nav veikals ludzu latvijas " +
		"kopa vairak ludzam milu tevi slegts atverts pulksten darbdien priecajamies gaidam labrit " +
		"veikalu aicinam laipni klajas draugi " +
		"tiks musdienu jauns jaunais pirmdien otrdien tresdien piektdien sestdien varat",
	// Estonian
	"ning aga kui oma meie teie tana homme tere aitah palun koik koigile vaga olen oleme oli et siis veel juba " +
		"mida kes seda nii uus pood avame hommikust eesti tanase inimesed " +
		"eest esmaspaeval reedel laupaeval puhapaeval palju tule saab",
	// Italian
	"il gli che di con non una sono della delle nel nella al alla anche molto grazie ciao oggi domani " +
		"buongiorno tutti tutto piu siamo questo questa quando perche nostro nostra nostri hai abbiamo lo la " +
		"sempre fatto solo buona giornata dove dal dalla degli vi ci " +
		"la le mille grazie nostre sul sulla ancora fare essere stato lunedi martedi mercoledi giovedi venerdi sabato domenica " +
		"arrivederci buonanotte buonasera",
	// Portuguese
	"os uma nao que para com por mais muito obrigado obrigada hoje amanha bom dia todos nos voce voces esta " +
		"estamos sao da dos das ao pela pelo minha meu nossa nosso loja quando onde tambem bem eu ela foi ser seu " +
		"sua tudo isso aqui abre " +
		"dia ter tem mesmo nossos nossas segunda terca quarta quinta sexta domingo",
	// Dutch
	"de het een en ik je wij jullie niet voor op zijn ook maar naar aan dat vandaag morgen goed bedankt dank " +
		"allemaal heel onze ons wordt hebben heeft bij nog geen uit kan nieuwe winkel waar wat wel goedemorgen zo " +
		"al gaan kunnen als werd " +
		"jouw hun zal onder tegen veel weer maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
	// Scandinavian
	"och att det som en ett inte med jag vi ni har kan idag imorgon tack fran den var mycket bra alla mitt hej " +
		"om mig nya oppet vill ska skall sa blir nar eller ocksa hur mot efter vara vart og ikke jeg vaere dag tak " +
		"hva " +
		"vara detta denna vad vid mandag tisdag onsdag torsdag fredag lordag sondag mycket",
	// Finnish
	"se ole mita mutta kun niin oli ovat olen olemme tanaan huomenna kiitos hyvaa huomenta kaikki kaikille " +
		"paljon myos nyt viela sina meidan teidan etta joka kanssa uusi kauppa avataan taalla hei moi kuin ollut " +
		"voi nain " +
		"maanantaina tiistaina perjantaina lauantaina sunnuntaina hyva olla taas tulee",
	// Russian
	"da chto kak eto vsem vse privet spasibo dela dobryj den segodnya zavtra ochen vy ona oni nas vas tebya " +
		"menya mne tebe ty za ot dlya tolko bylo byl budet mozhno nado esche uzhe gde kogda pochemu horosho dobroe " +
		"utro pozhaluysta nash nasha",
}

const (
	languageCount = len(functionWords)
	wordSlots     = 2048
)

// functionWord says which languages a word belongs to, a bit for each.
type functionWord struct {
	hash      uint32 // the upper half, which is enough: a wrong hit among so few words costs little
	languages uint16
}

var functionWordSlots = functionWordTable()

// functionWordTable makes an open-addressed table of the words' hashes.
func functionWordTable() *[wordSlots]functionWord {
	var table [wordSlots]functionWord
	for language, words := range functionWords {
		for _, word := range strings.Fields(words) {
			hash := HashString(word)
			slot := hash % wordSlots
			for table[slot].languages != 0 && table[slot].hash != uint32(hash>>32) {
				slot = (slot + 1) % wordSlots
			}
			table[slot].hash = uint32(hash >> 32)
			table[slot].languages |= 1 << language
		}
	}
	return &table
}

// languagesOf gives the languages of which a word with this hash tells.
func languagesOf(hash uint64) uint16 {
	for slot := hash % wordSlots; ; slot = (slot + 1) % wordSlots {
		entry := &functionWordSlots[slot]
		if entry.languages == 0 || entry.hash == uint32(hash>>32) {
			return entry.languages
		}
	}
}
