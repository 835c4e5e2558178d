package staff

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"

	"rostrum/fault"
)

// The limits of a list of people.
const (
	MaxList      = 4 << 20 // bytes
	MaxListLines = 20_000
)

// Row is a line of a list of people. What is empty leaves a person as they are; Roles is nil where the cell was empty, and
// empty but not nil where it says only “employee”.
type Row struct {
	Line     int // in the file, from 1
	Name     string
	Mail     string
	Team     string // by name
	Roles    []Role
	Language string
}

// Wrong is a line that cannot be taken, and why.
type Wrong struct {
	Line  int
	Fault *fault.Fault
}

// List is a list of people as it was read.
type List struct {
	Encoding Encoding
	Rows     []Row
	Wrong    []Wrong
	Ignored  []string // the heads of columns that mean nothing here
}

// ReadList reads a list of people as spreadsheets save it: CSV with commas, semicolons or tabs, its columns named in
// English or Lithuanian by the first line. A line that cannot be taken is told and does not stop the others. It gives a
// fault where the file as a whole is no such list.
func ReadList(file []byte) (List, error) {
	if err := listable(file); err != nil {
		return List{}, err
	}
	all, encoding := decoded(file)
	list := List{Encoding: encoding}
	var heads *heads
	seen := map[string]int{}
	for _, l := range all {
		if strings.Trim(l.text, " \t,;\"") == "" {
			continue
		}
		if heads == nil {
			var err error
			if heads, err = readHeads(l.text); err != nil {
				return List{}, err
			}
			list.Ignored = heads.ignored
			continue
		}
		if len(list.Rows)+len(list.Wrong) == MaxListLines {
			return List{}, tooLong()
		}
		row, err := heads.row(l)
		if err == nil && seen[row.Mail] > 0 {
			err = fault.New(fault.Invalid, fmt.Sprintf("The same address is on line %d already.", seen[row.Mail]),
				fmt.Sprintf("Tas pats adresas jau yra %d eilutėje.", seen[row.Mail]))
		}
		if err != nil {
			list.Wrong = append(list.Wrong, Wrong{l.number, fault.For(err)})
			continue
		}
		seen[row.Mail] = row.Line
		list.Rows = append(list.Rows, row)
	}
	if heads == nil || len(list.Rows)+len(list.Wrong) == 0 {
		return List{}, fault.Of("file", "The list is empty: it needs a first line with the names of the columns, and a line for each person.",
			"Sąrašas tuščias: pirmoje eilutėje turi būti stulpelių pavadinimai, toliau – po eilutę kiekvienam žmogui.")
	}
	return list, nil
}

// listable refuses a file that is too large or no text at all.
func listable(file []byte) error {
	if len(file) > MaxList {
		return tooLong()
	}
	if bytes.HasPrefix(file, []byte("PK\x03\x04")) || bytes.HasPrefix(file, []byte{0xd0, 0xcf, 0x11, 0xe0}) {
		return fault.Of("file", "This is a workbook. Save the sheet as CSV (“CSV UTF-8” in Excel) and choose that file.",
			"Tai skaičiuoklės failas. Įrašykite lapą CSV formatu (programoje „Excel“ – „CSV UTF-8“) ir pasirinkite tą failą.")
	}
	return nil
}

func tooLong() error {
	return fault.Of("file", fmt.Sprintf("A list has up to %d people and 4 MB. Cut it into several files.", MaxListLines),
		fmt.Sprintf("Sąraše gali būti iki %d žmonių, o faile – iki 4 MB. Padalykite jį į kelis failus.", MaxListLines))
}

// cells cuts a line into its cells. A name has no line breaks, so a line of the file is a line of the list, and a
// forgotten quotation mark costs one person, not all that follow.
func cells(text string, separator rune) ([]string, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.TrimLeadingSpace = separator, -1, separator != '\t'
	record, err := r.Read()
	if err != nil {
		return nil, fault.New(fault.Invalid, "A quotation mark is missing or one too many on this line.",
			"Šioje eilutėje trūksta kabučių arba jų yra per daug.")
	}
	for i := range record {
		record[i] = spaced(record[i])
	}
	return record, nil
}

// row reads a line of the list.
func (h *heads) row(l line) (Row, error) {
	row := Row{Line: l.number}
	if l.broken {
		return row, fault.New(fault.Invalid, "Letters of this line were lost: it is written in another encoding than the rest. Save the list as UTF-8.",
			"Šios eilutės raidės sugadintos: ji įrašyta kita koduote nei likusios. Įrašykite sąrašą UTF-8 koduote.")
	}
	record, err := cells(l.text, h.separator)
	if err != nil {
		return row, err
	}
	if len(record) > h.width && strings.Join(record[h.width:], "") != "" {
		return row, fault.New(fault.Invalid,
			fmt.Sprintf("This line has %d cells and the first line %d. Put text with the separator in it in quotation marks.", len(record), h.width),
			fmt.Sprintf("Šioje eilutėje langelių yra %d, o pirmoje – %d. Tekstą su skirtuku rašykite kabutėse.", len(record), h.width))
	}
	cell := func(c column) string {
		if at, ok := h.at[c]; ok && at < len(record) {
			return record[at]
		}
		return ""
	}
	row.Name = spaced(cell(nameColumn) + " " + cell(surnameColumn))
	row.Mail, row.Team = cell(mailColumn), cell(teamColumn)
	if row.Roles, err = rolesNamed(cell(rolesColumn)); err != nil {
		return row, err
	}
	if row.Language, err = languageNamed(cell(languageColumn)); err != nil {
		return row, err
	}
	return row.checked()
}

// checked gives the row with its address as addresses are kept, or what is wrong with it.
func (row Row) checked() (Row, error) {
	p, err := Person{Name: row.Name, Mail: row.Mail, Zone: "UTC"}.checked()
	if err != nil {
		return row, err
	}
	row.Name, row.Mail = p.Name, p.Mail
	if row.Team != "" {
		row.Team, err = teamName(row.Team)
	}
	return row, err
}
