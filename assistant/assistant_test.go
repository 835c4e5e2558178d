package assistant_test

import (
	"context"
	"encoding/json"
	"slices"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"rostrum/assistant"
	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/starter"
)

type shelf struct{ kept []assistant.Draft }

func (s *shelf) Keep(_ context.Context, d assistant.Draft) (string, error) {
	s.kept = append(s.kept, d)
	return "https://rostrum.example/posts/1", nil
}

// connect lets an assistant talk to the server as it would over a pipe.
func connect(t *testing.T, drafts assistant.Drafts) *mcp.ClientSession {
	t.Helper()
	p, err := policy.Load(starter.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	checker, err := check.Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	near, far := mcp.NewInMemoryTransports()
	if _, err := assistant.New(checker, drafts, "en", "test").Connect(t.Context(), far, nil); err != nil {
		t.Fatal(err)
	}
	session, err := mcp.NewClient(&mcp.Implementation{Name: "test"}, nil).Connect(t.Context(), near, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = session.Close() })
	return session
}

func call(t *testing.T, s *mcp.ClientSession, tool string, arguments, into any) (wrong string) {
	t.Helper()
	result, err := s.CallTool(t.Context(), &mcp.CallToolParams{Name: tool, Arguments: arguments})
	if err != nil {
		t.Fatal(err)
	}
	if result.IsError {
		return result.Content[0].(*mcp.TextContent).Text
	}
	told, err := json.Marshal(result.StructuredContent)
	if err == nil {
		err = json.Unmarshal(told, into)
	}
	if err != nil {
		t.Fatal(err)
	}
	return ""
}

func TestAnAssistantChecksExplainsAndDrafts(t *testing.T) {
	drafts := &shelf{}
	s := connect(t, drafts)
	var found struct {
		Verdict  string
		Findings []struct{ Clause, Message string }
	}
	if wrong := call(t, s, "check", map[string]any{"text": "Mūsų klientės asmens kodas 49003111045.", "language": "lt"}, &found); wrong != "" || found.Verdict == "allow" || len(found.Findings) == 0 {
		t.Fatalf("%q %+v", wrong, found)
	}
	var told struct {
		Clauses []struct {
			ID, Title, Text string
			Examples        []struct{ Fine bool }
		}
	}
	if wrong := call(t, s, "explain", map[string]any{"clause": found.Findings[0].Clause, "language": "lt"}, &told); wrong != "" || len(told.Clauses) != 1 || told.Clauses[0].Text == "" || len(told.Clauses[0].Examples) == 0 {
		t.Errorf("%q %+v", wrong, told)
	}
	if wrong := call(t, s, "explain", map[string]any{"clause": "nowhere", "language": "lt"}, &told); wrong != "Punkto „nowhere“ nėra. Klauskite nenurodę punkto – gausite sąrašą." {
		t.Errorf("%q", wrong)
	}
	var kept struct{ Address string }
	if wrong := call(t, s, "draft", map[string]any{"text": "Labas rytas, Vilniau!"}, &kept); wrong != "" || kept.Address == "" || len(drafts.kept) != 1 {
		t.Errorf("%q %+v", wrong, kept)
	}
	if wrong := call(t, s, "draft", map[string]any{"text": "  "}, &kept); wrong == "" || len(drafts.kept) != 1 {
		t.Error("an empty draft was kept")
	}
}

func TestAnAssistantCanPublishNothing(t *testing.T) {
	for _, drafts := range []assistant.Drafts{nil, &shelf{}} {
		tools, err := connect(t, drafts).ListTools(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, tool := range tools.Tools {
			if !slices.Contains([]string{"check", "explain", "draft"}, tool.Name) || tool.Name == "draft" && drafts == nil {
				t.Errorf("there is a tool %s", tool.Name)
			}
		}
	}
}
