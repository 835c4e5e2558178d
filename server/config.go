package server

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"rostrum/fault"
	"rostrum/network"
	"rostrum/network/simulator"
	"rostrum/web"
)

// Config is what an operator decides. What the company decides is in the policy and in the settings pages.
type Config struct {
	Listen   string // host:port to listen on
	Data     string // the folder that keeps the database, unless Database names another, and the keys
	Database string // empty for SQLite in Data, or postgres://…
	Address  string // how browsers reach the server, such as https://rostrum.example.com; empty for http:// and Listen
	Mail     string // smtp://user:password@host:587?from=… or empty for none
	Proxies  string // addresses whose X-Forwarded-For is believed, separated by commas
	Log      string // "text" or "json"
	Private  bool   // webhooks may go to private addresses
	OIDC     string // the issuer of OpenID Connect, or empty
	Client   string // the client id there
	Secret   string // the client secret there

	Opinion       string // the address of an OpenAI-compatible endpoint that is asked for second opinions, or empty for none
	OpinionModel  string // the name of the model there
	OpinionKey    string // its key, where it wants one
	OpinionBudget string // calls a day, a whole number; empty or 0 asks nobody

	// Demo and Prepare are the demo's alone and no settings: whom a visitor may be without a password, and what is put
	// into an empty store before the server answers, when everything else is ready.
	Demo    []web.Persona
	Prepare func(ctx context.Context, s *Server) error
	// Simulated are the accounts of a simulated network beside the pages, the demo's alone. Networks are connectors in
	// the place of the real ones, for tests.
	Simulated []simulator.Account
	Networks  map[string]network.Network
}

// Setting is one of the operator's decisions, as flag, environment variable and key of the file.
type Setting struct {
	Name string // as a flag: listen; in the environment ROSTRUM_LISTEN; in the file listen:
	EN   string
	LT   string
	To   *string
	Flag *bool // instead of To for yes or no
}

// Settings lists all of them; there are no others, and unknown names are refused.
func (c *Config) Settings() []Setting {
	return []Setting{
		{"listen", "address and port to listen on", "adresas ir prievadas, kuriuo klausoma", &c.Listen, nil},
		{"data", "folder for the database and the keys", "aplankas duomenų bazei ir raktams", &c.Data, nil},
		{"database", "postgres://… instead of SQLite in the data folder", "postgres://… vietoj SQLite duomenų aplanke", &c.Database, nil},
		{"address", "how browsers reach the server, such as https://rostrum.example.com", "kaip serverį pasiekia naršyklės, pvz., https://rostrum.example.com", &c.Address, nil},
		{"mail", "mail server: smtp://user:password@host:587?from=rostrum@example.com", "pašto serveris: smtp://naudotojas:slaptažodis@serveris:587?from=rostrum@example.com", &c.Mail, nil},
		{"proxies", "proxies whose X-Forwarded-For is believed, separated by commas", "tarpiniai serveriai, kurių X-Forwarded-For tikima, atskirti kableliais", &c.Proxies, nil},
		{"log", "log format, text or json", "žurnalo forma: text arba json", &c.Log, nil},
		{"private-webhooks", "webhooks and networks may be at private addresses", "žiniatinklio kabliai ir tinklai gali būti vidiniais adresais", nil, &c.Private},
		{"oidc-issuer", "OpenID Connect issuer", "OpenID Connect tiekėjas", &c.OIDC, nil},
		{"oidc-client", "OpenID Connect client id", "OpenID Connect kliento ID", &c.Client, nil},
		{"oidc-secret", "OpenID Connect client secret", "OpenID Connect kliento paslaptis", &c.Secret, nil},
		{"opinion", "OpenAI-compatible endpoint asked for a second opinion on borderline posts, such as http://127.0.0.1:11434/v1", "su „OpenAI“ suderinamas adresas, kuriuo klausiama antrosios nuomonės apie abejotinus įrašus, pvz., http://127.0.0.1:11434/v1", &c.Opinion, nil},
		{"opinion-model", "name of the model that gives second opinions", "antrąją nuomonę teikiančio modelio pavadinimas", &c.OpinionModel, nil},
		{"opinion-key", "key of that endpoint, where it wants one", "to adreso raktas, jei jo reikia", &c.OpinionKey, nil},
		{"opinion-budget", "most calls a day for second opinions; without it nobody is asked", "daugiausia antrosios nuomonės užklausų per dieną; nenurodžius niekas neklausiama", &c.OpinionBudget, nil},
	}
}

// Defaults is what holds where nothing was decided.
func Defaults() Config {
	return Config{Listen: "127.0.0.1:8080", Data: "rostrum-data", Log: "text"}
}

// ReadFile takes what the YAML file says; unknown keys are refused with their line.
func (c *Config) ReadFile(path string) error {
	content, err := os.ReadFile(path)
	if err != nil {
		return fault.New(fault.Invalid, fmt.Sprintf("The configuration file %s cannot be read.", path),
			fmt.Sprintf("Nepavyko perskaityti konfigūracijos failo %s.", path))
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(content, &doc); err != nil {
		return fault.New(fault.Invalid, fmt.Sprintf("%s is not YAML: %v.", path, err), fmt.Sprintf("%s nėra YAML: %v.", path, err))
	}
	if len(doc.Content) == 0 {
		return nil
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		return fault.New(fault.Invalid, path+" must be names and values, such as “listen: 127.0.0.1:8080”.",
			path+" turi būti pavadinimai ir reikšmės, pavyzdžiui, „listen: 127.0.0.1:8080“.")
	}
	given := map[string]bool{}
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, value := root.Content[i], root.Content[i+1]
		if value.Kind != yaml.ScalarNode || given[key.Value] {
			return fault.New(fault.Invalid, fmt.Sprintf("%s:%d: “%s” takes one value, and is given once.", path, key.Line, key.Value),
				fmt.Sprintf("%s:%d: „%s“ turi vieną reikšmę ir nurodoma vieną kartą.", path, key.Line, key.Value))
		}
		given[key.Value] = true
		if err := c.set(key.Value, value.Value, fmt.Sprintf("%s:%d", path, key.Line)); err != nil {
			return err
		}
	}
	return nil
}

// otherVariables are ROSTRUM_ variables that are not for the server.
func otherVariables() []string {
	return []string{"ROSTRUM_LANGUAGE", "ROSTRUM_TRIES", "ROSTRUM_POSTGRES", "ROSTRUM_CHROMIUM", "ROSTRUM_NETWORKS", "ROSTRUM_TOKEN"}
}

// ReadEnvironment takes ROSTRUM_LISTEN and its like; unknown ones are refused.
func (c *Config) ReadEnvironment(environ []string) error {
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		key, ours := strings.CutPrefix(name, "ROSTRUM_")
		if !ours || slices.Contains(otherVariables(), name) {
			continue
		}
		if err := c.set(strings.ReplaceAll(strings.ToLower(key), "_", "-"), value, name); err != nil {
			return err
		}
	}
	return nil
}

func (c *Config) set(name, value, place string) error {
	for _, s := range c.Settings() {
		if s.Name != name {
			continue
		}
		if s.To != nil {
			*s.To = value
			return nil
		}
		switch value {
		case "true":
			*s.Flag = true
		case "false":
			*s.Flag = false
		default:
			return fault.New(fault.Invalid, fmt.Sprintf("%s: %s is true or false.", place, name), fmt.Sprintf("%s: %s yra true arba false.", place, name))
		}
		return nil
	}
	return fault.New(fault.Invalid,
		fmt.Sprintf("%s: there is no setting “%s”. “rostrum serve --help” lists them all.", place, name),
		fmt.Sprintf("%s: nustatymo „%s“ nėra. Visus išvardija „rostrum serve --help“.", place, name))
}

// Check says what in the configuration cannot be.
func (c *Config) Check() error {
	if c.Listen == "" || c.Data == "" {
		return fault.New(fault.Invalid, "--listen and --data cannot be empty. Leave them out for 127.0.0.1:8080 and rostrum-data.",
			"--listen ir --data negali būti tuščios. Praleidus galioja 127.0.0.1:8080 ir rostrum-data.")
	}
	if c.Address == "" {
		c.Address = "http://" + strings.Replace(c.Listen, "127.0.0.1:", "localhost:", 1) // browsers make passkeys for names only
	}
	u, err := url.Parse(c.Address)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") || strings.Trim(u.Path, "/") != "" {
		return fault.New(fault.Invalid, "--address must be like https://rostrum.example.com, without a path.",
			"--address turi būti kaip https://rostrum.example.com, be kelio.")
	}
	c.Address = u.Scheme + "://" + u.Host
	if c.Log != "text" && c.Log != "json" {
		return fault.New(fault.Invalid, "--log is text or json.", "--log yra text arba json.")
	}
	if c.OIDC != "" && (c.Client == "" || c.Secret == "") {
		return fault.New(fault.Invalid, "--oidc-issuer needs --oidc-client and --oidc-secret as well.",
			"Prie --oidc-issuer reikia ir --oidc-client bei --oidc-secret.")
	}
	_, err = c.opinion()
	return err
}

// Store is the url of the database.
func (c *Config) Store() string {
	if c.Database != "" {
		return c.Database
	}
	return "sqlite:" + c.Data + "/rostrum.db"
}
