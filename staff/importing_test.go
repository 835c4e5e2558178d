package staff_test

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"rostrum/fault"
	"rostrum/staff"
)

// sheet is a list as a Lithuanian spreadsheet has it.
const sheet = "Vardas;Pavardė;El. paštas;Komanda;Vaidmenys;Kalba\n" +
	"Žydrė;Šiaučiūnaitė;Zydre@example.com;Klientų aptarnavimas;Kreipinių tvarkytoja, tvirtintoja;Lietuvių\n" +
	"Ėglė;Ąžuolė;egle@example.com;;;\n"

func utf16File(order binary.AppendByteOrder, mark bool, text string) []byte {
	var file []byte
	if mark {
		file = order.AppendUint16(file, 0xfeff)
	}
	for _, unit := range utf16.Encode([]rune(text)) {
		file = order.AppendUint16(file, unit)
	}
	return file
}

func TestOneListInEveryForm(t *testing.T) {
	baltic, err := charmap.Windows1257.NewEncoder().String(sheet)
	if err != nil {
		t.Fatal(err)
	}
	tabs := strings.ReplaceAll(sheet, ";", "\t")
	commas := strings.ReplaceAll(strings.ReplaceAll(sheet, "Kreipinių tvarkytoja, tvirtintoja", `"Kreipinių tvarkytoja, tvirtintoja"`), ";", ",")
	english := strings.NewReplacer("Vardas;Pavardė;El. paštas;Komanda;Vaidmenys;Kalba", "First name;Last name;E-mail;Team;Roles;Language",
		"Kreipinių tvarkytoja, tvirtintoja", "case handler/approver", "Lietuvių", "lt").Replace(sheet)
	for name, file := range map[string]struct {
		bytes    []byte
		encoding staff.Encoding
	}{
		"UTF-8":                    {[]byte(sheet), staff.UTF8},
		"UTF-8 with mark":          {[]byte("\ufeff" + sheet), staff.UTF8},
		"UTF-16":                   {utf16File(binary.LittleEndian, true, sheet), staff.UTF16},
		"UTF-16, big end first":    {utf16File(binary.BigEndian, true, sheet), staff.UTF16},
		"UTF-16 without mark":      {utf16File(binary.LittleEndian, false, sheet), staff.UTF16},
		"Windows-1257":             {[]byte(baltic), staff.Windows1257},
		"tabs":                     {[]byte(tabs), staff.UTF8},
		"commas":                   {[]byte(commas), staff.UTF8},
		"line ends of Windows":     {[]byte(strings.ReplaceAll(sheet, "\n", "\r\n")), staff.UTF8},
		"line ends of old Macs":    {[]byte(strings.ReplaceAll(sheet, "\n", "\r")), staff.UTF8},
		"English heads and values": {[]byte(english), staff.UTF8},
	} {
		list, err := staff.ReadList(file.bytes)
		if err != nil || len(list.Wrong) > 0 || list.Encoding != file.encoding || len(list.Rows) != 2 {
			t.Errorf("%s: %+v, %v", name, list, err)
			continue
		}
		first, second := list.Rows[0], list.Rows[1]
		if first.Name != "Žydrė Šiaučiūnaitė" || first.Mail != "zydre@example.com" || first.Team != "Klientų aptarnavimas" || first.Language != "lt" ||
			!slices.Equal(first.Roles, []staff.Role{staff.Approver, staff.CaseHandler}) || first.Line != 2 {
			t.Errorf("%s: %+v", name, first)
		}
		if second.Name != "Ėglė Ąžuolė" || second.Roles != nil || second.Line != 3 {
			t.Errorf("%s: %+v", name, second)
		}
	}
}

func TestWrongLinesAreToldAndStopNoOther(t *testing.T) {
	lines := []struct{ line, says string }{
		{"name,mail,team,roles,language,Phone", ""},
		{"Good One,good@example.com,Sales,author,en,+370", ""},
		{",nameless@example.com,,,", "Enter the name"},
		{"No Address,nobody,,,", "Enter an e-mail address"},
		{"Same,GOOD@example.com,,,", "already"},
		{"Wizard,wizard@example.com,,wizard,", "“wizard”"},
		{"German,german@example.com,,,de", "“de”"},
		{`"Quoted,quoted@example.com,,,`, "quotation mark"},
		{"Too,many@example.com,,,,,cells", "7 cells"},
		{"Ga\xfeina,gaida@example.com,,,", "Letters of this line were lost"},
		{"Žibutė Ž.,zibute@example.com,,,", ""},
		{" , ,,", ""},
		{"Long,long@example.com," + strings.Repeat("x", 101) + ",,", "team's name"},
		{"Last,last@example.com", ""},
	}
	var file strings.Builder
	wanted := map[int]string{}
	for i, l := range lines {
		file.WriteString(l.line + "\n")
		if l.says != "" {
			wanted[i+1] = l.says
		}
	}
	list, err := staff.ReadList([]byte(file.String()))
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range list.Wrong {
		if says, ok := wanted[w.Line]; !ok || !strings.Contains(w.Fault.EN, says) || w.Fault.LT == "" {
			t.Errorf("line %d: %s", w.Line, w.Fault.EN)
		}
		delete(wanted, w.Line)
	}
	if len(wanted) > 0 || len(list.Rows) != 3 || !slices.Equal(list.Ignored, []string{"Phone"}) {
		t.Errorf("not told: %v; rows %+v; ignored %v", wanted, list.Rows, list.Ignored)
	}
}

func TestFilesThatAreNoLists(t *testing.T) {
	for name, file := range map[string]string{
		"empty":        "",
		"only heads":   "name,mail\n\n",
		"no heads":     "Rasa,rasa@example.com\n",
		"a workbook":   "PK\x03\x04 and so on",
		"too long":     "name,mail\n" + strings.Repeat("a,b\n", staff.MaxListLines+1),
		"too large":    strings.Repeat("x", staff.MaxList+1),
		"no addresses": "name,team\nRasa,Sales\n",
	} {
		if _, err := staff.ReadList([]byte(file)); !fault.Is(err, fault.Invalid) || fault.For(err).Field != "file" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzReadList holds whatever is read to what the rest relies on: every row can be a person, every line is told once.
func FuzzReadList(f *testing.F) {
	f.Add([]byte(sheet))
	f.Add(utf16File(binary.LittleEndian, true, sheet))
	f.Add([]byte("name\tmail\n\"a\"b\t\x00\n\xff\xfe,x@y\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		list, err := staff.ReadList(file)
		if err != nil {
			if !fault.Is(err, fault.Invalid) {
				t.Fatal(err)
			}
			return
		}
		seen := map[any]bool{}
		once := func(key any) {
			if seen[key] {
				t.Fatalf("%v twice", key)
			}
			seen[key] = true
		}
		for _, row := range list.Rows {
			once(row.Line)
			once(row.Mail)
			if _, err := (staff.Person{Name: row.Name, Mail: row.Mail, Roles: row.Roles, Language: row.Language, Zone: "UTC"}).Checked(); err != nil {
				t.Fatalf("%+v: %v", row, err)
			}
		}
		for _, w := range list.Wrong {
			once(w.Line)
			if w.Fault.Code == fault.Broken || w.Fault.LT == "" {
				t.Fatalf("line %d: %+v", w.Line, w.Fault)
			}
		}
	})
}

func TestPreviewSaysWhatTakingDoes(t *testing.T) {
	admin := staff.Person{ID: "admin", Name: "Ona Onaitė", Mail: "ona@example.com", State: staff.Active, Roles: []staff.Role{staff.Administrator}, Language: "lt", Zone: "UTC"}
	rasa := staff.Person{ID: "rasa", Name: "Rasa Rasaitė", Mail: "rasa@example.com", State: staff.Active, Team: "t1", Language: "lt", Zone: "UTC"}
	gone := staff.Person{ID: "gone", Name: "Jonas", Mail: "jonas@example.com", State: staff.Left, Language: "lt", Zone: "UTC"}
	be := staff.Person{ID: "be", Name: "Be komandos", Mail: "be@example.com", State: staff.Active, Language: "lt", Zone: "UTC"}
	people := map[string]staff.Person{be.Mail: be, admin.Mail: admin, rasa.Mail: rasa, gone.Mail: gone}
	teams := []staff.Team{{ID: "t1", Name: "Rinkodara"}}
	for name, c := range map[string]struct {
		row  staff.Row
		want string
	}{
		"new":                     {staff.Row{Name: "A", Mail: "a@example.com", Team: "RINKODARA"}, "added"},
		"new in a new team":       {staff.Row{Name: "A", Mail: "a@example.com", Team: "Teisė"}, "added, new team"},
		"as is":                   {staff.Row{Name: rasa.Name, Mail: rasa.Mail, Team: "rinkodara"}, "unchanged"},
		"empty cells":             {staff.Row{Name: rasa.Name, Mail: rasa.Mail}, "unchanged"},
		"moved":                   {staff.Row{Name: rasa.Name, Mail: rasa.Mail, Team: "Teisė"}, "changed team, new team"},
		"renamed, given roles":    {staff.Row{Name: "Rasa", Mail: rasa.Mail, Roles: []staff.Role{staff.Author}}, "changed name roles"},
		"joins a new team":        {staff.Row{Name: "B", Mail: "be@example.com", Team: "Teisė"}, "changed name team, new team"},
		"own roles":               {staff.Row{Name: admin.Name, Mail: admin.Mail, Roles: []staff.Role{staff.Administrator, staff.Auditor}}, "refused"},
		"own name":                {staff.Row{Name: "Ona", Mail: admin.Mail, Roles: []staff.Role{staff.Administrator}}, "changed name"},
		"made administrator":      {staff.Row{Name: rasa.Name, Mail: rasa.Mail, Roles: []staff.Role{staff.Administrator}}, "refused"},
		"has left":                {staff.Row{Name: "Jonas", Mail: gone.Mail}, "refused"},
		"newcomer, administrator": {staff.Row{Name: "A", Mail: "a@example.com", Roles: []staff.Role{staff.Administrator}}, "refused"},
	} {
		step := staff.Preview([]staff.Row{c.row}, admin, staff.Person{Language: "lt", Zone: "UTC"}, people, teams)[0]
		got := strings.TrimSpace(fmt.Sprint(step.Outcome, " ", strings.Join(step.Fields, " ")))
		if step.NewTeam {
			got += ", new team"
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s (%v)", name, got, c.want, step.Fault)
		}
	}
}

func TestPeopleAreFoundAsTheyAreTyped(t *testing.T) {
	words := staff.SearchWords("Žydrė Šiaučiūnaitė-Ą", "z.siau@banga.lt")
	for query, found := range map[string]bool{"žyd": true, "ZYDRE siau": true, "šiaučiūn": true, "z.siau@": true, "z.siau": true, "banga": false, "zyx": false, "zydre jonas": false} {
		all := true
		for _, term := range staff.SearchTerms(query) {
			all = all && slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, term) })
		}
		if all != found {
			t.Errorf("%q finds: %v", query, all)
		}
	}
}
