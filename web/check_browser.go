package web

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"rostrum/check"
)

// browserCheck is what the browser loads to check drafts by itself. All of it is scripts, since the page may fetch nothing.
type browserCheck struct{ Worker, Runtime, Checker, Policy string }

// browserCheck gives the addresses, or nil where this build has no checker for browsers.
func (s *Server) browserCheck(ready *Ready) *browserCheck {
	runtime, err := s.render.assets.URL("checker/runtime.js")
	if err != nil {
		return nil
	}
	checker, err := s.render.assets.URL("checker/checker.js")
	if err != nil {
		return nil
	}
	return &browserCheck{Worker: "/check/worker.js", Runtime: runtime, Checker: checker, Policy: "/check/policy/" + s.bundleName(ready) + ".js"}
}

// bundleName names what a browser may keep: this policy, for this build of the checker.
func (s *Server) bundleName(ready *Ready) string {
	checker, _ := s.render.assets.URL("checker/checker.js") // without one, any name will do
	sum := sha256.Sum256([]byte(ready.Policy.Digest + " " + checker))
	return hex.EncodeToString(sum[:8])
}

// checkWorker gives the script in which drafts are checked. It comes with a policy of its own, by which browsers let it
// compile the checker and connect to nothing.
func (s *Server) checkWorker(v *visit) error {
	v.r.URL.Path = "/assets/checkworker.js"
	v.w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'; base-uri 'none'; form-action 'none'")
	s.render.assets.ServeHTTP(v.w, v.r)
	return nil
}

// checkPolicy gives the policy in force as a browser gets it: a script with a check.Bundle.
func (s *Server) checkPolicy(v *visit) error {
	ready, err := s.readyInForce(v)
	if err != nil {
		return err
	}
	if v.r.PathValue("digest") != s.bundleName(ready)+".js" {
		return s.nothingHere(v)
	}
	script, err := fromShelf(&s.shelf, "bundle "+ready.Policy.Digest, func() ([]byte, error) { return bundleScript(ready) })
	if err != nil {
		return err
	}
	head := v.w.Header()
	head.Set("Content-Type", "text/javascript; charset=utf-8")
	head.Set("Cache-Control", "private, max-age=604800, immutable")
	head.Set("Content-Encoding", "gzip") // every browser that runs WebAssembly takes it
	_, err = v.w.Write(script)
	return err
}

func bundleScript(ready *Ready) ([]byte, error) {
	bundle, err := check.Seal(ready.Policy, ready.Files, rand.Reader)
	if err != nil {
		return nil, err
	}
	sent, err := json.Marshal(bundle)
	if err != nil {
		return nil, err
	}
	quoted, err := json.Marshal(string(sent)) // a JSON string is a string of JavaScript (ECMA-262, since 2019)
	if err != nil {
		return nil, err
	}
	return shrink([]byte("self.rostrumPolicy = " + string(quoted) + ";\n")), nil
}
