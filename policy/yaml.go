package policy

import (
	"errors"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"
)

// parse reads one YAML document and refuses what a policy does not use: aliases, tags, several documents, deep
// nesting. It gives nil where there are faults, and a node of kind zero where the file is empty.
func (l *loader) parse(file string) *yaml.Node {
	content := l.content[file]
	l.nodes += countMarks(content)
	if countMarks(content) > maxFileNodes || l.nodes > maxTotalNodes {
		l.index.unread = append(l.index.unread, file)
		l.add(Place{File: file}, CodeLimit, both("the file has too many entries", "faile per daug elementų"), splitFile)
		return nil
	}
	node, fault := parseYAML(file, content)
	if fault != nil {
		l.index.unread = append(l.index.unread, file)
		l.report(*fault)
		return nil
	}
	return node
}

// countMarks gives an upper bound of how many nodes a YAML text can unfold to.
func countMarks(content string) int {
	return strings.Count(content, "\n") + strings.Count(content, ",") + strings.Count(content, ":") +
		strings.Count(content, "[") + strings.Count(content, "{") + strings.Count(content, "- ")
}

func parseYAML(file, content string) (node *yaml.Node, fault *Problem) {
	defer func() {
		if r := recover(); r != nil {
			node, fault = nil,
				&Problem{file, 1, 1, CodeYAML, both("the file cannot be read as YAML", "failo nepavyko perskaityti kaip YAML"),
					both("Write it more simply, or put texts in quotes.", "Rašykite paprasčiau arba tekstus rašykite kabutėse.")}
		}
	}()
	reader := yaml.NewDecoder(strings.NewReader(content))
	var document, second yaml.Node
	if err := reader.Decode(&document); errors.Is(err, io.EOF) {
		return &yaml.Node{}, nil
	} else if err != nil {
		return nil, explainYAML(file, content)
	}
	if err := reader.Decode(&second); err == nil {
		return nil,
			&Problem{file, second.Line, second.Column, CodeYAML, both("a second document begins here", "čia prasideda antras dokumentas"),
				both("Remove the line ---: a file holds one document.", "Pašalinkite eilutę ---: faile gali būti vienas dokumentas.")}
	} else if !errors.Is(err, io.EOF) {
		return nil, explainYAML(file, content)
	}
	root := document.Content[0]
	if fault := refuse(file, root, 1); fault != nil {
		return nil, fault
	}
	if root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		return &yaml.Node{}, nil
	}
	return root, nil
}

var tooDeep = Text{"the nesting is too deep", "per daug įdėties lygių"}

// refuse finds the first node that a policy does not use.
func refuse(file string, n *yaml.Node, depth int) *Problem {
	problem := func(message, mend Text) *Problem {
		return &Problem{file, n.Line, n.Column, CodeYAML, message, mend}
	}
	switch {
	case depth > maxDepth:
		return problem(tooDeep, flatten)
	case n.Kind == yaml.AliasNode:
		return problem(both("YAML aliases (*%s) are not used in a policy", "YAML nuorodos (*%s) politikoje nenaudojamos", n.Value), unalias)
	case n.Anchor != "":
		return problem(both("YAML anchors (&%s) are not used in a policy", "YAML inkarai (&%s) politikoje nenaudojami", n.Anchor),
			both("Remove the anchor, or put a text that begins with & in quotes.",
				"Inkarą pašalinkite, o tekstą, prasidedantį &, rašykite kabutėse."))
	case n.Style&yaml.TaggedStyle != 0:
		return problem(both("YAML tags (%s) are not used in a policy", "YAML žymos (%s) politikoje nenaudojamos", n.Tag),
			both("Remove the tag, or put a text that begins with ! in quotes.",
				"Žymą pašalinkite, o tekstą, prasidedantį !, rašykite kabutėse."))
	}
	for _, child := range n.Content {
		if p := refuse(file, child, depth+1); p != nil {
			return p
		}
	}
	return nil
}
