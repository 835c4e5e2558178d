package server

import (
	"maps"
	"net/http"
	"path/filepath"

	"rostrum/keyring"
	"rostrum/network"
	"rostrum/network/bluesky"
	"rostrum/network/mastodon"
	"rostrum/network/reach"
	"rostrum/network/simulator"
	"rostrum/outbox"
)

// connect makes the connectors, and the simulator where there is one.
func (s *Server) connect(keys keyring.Keys) (map[string]network.Network, error) {
	client := reach.Client(s.Config.Private)
	sky, err := bluesky.New(client, bluesky.Options{Seed: []byte(keys.Signer)})
	if err != nil {
		return nil, err
	}
	all := map[string]network.Network{"bluesky": sky, "mastodon": mastodon.New(client)}
	maps.Copy(all, s.Config.Networks)
	if len(s.Config.Simulated) == 0 {
		return all, nil
	}
	address := s.Config.Address + "/simulator"
	if s.Simulator, err = simulator.New(simulator.Options{Address: address, Accounts: s.Config.Simulated,
		File: filepath.Join(s.Config.Data, "simulator.jsonl")}); err != nil {
		return nil, err
	}
	all["simulator"] = simulator.Connector(address)
	return all, nil
}

// outbox is the worker that brings publications to their networks.
func (s *Server) newOutbox() *outbox.Runner {
	return &outbox.Runner{Store: s.Store, Sealer: s.Web.Sealer, Networks: s.Web.Networks, Edition: s.Web.Edition, Now: s.Web.Now, Log: s.log}
}

// describe answers Bluesky's servers, which read at this address who asks them for access.
func (s *Server) describe(w http.ResponseWriter, r *http.Request) {
	sky, ok := s.Web.Networks["bluesky"].(*bluesky.Connector)
	if !ok {
		http.NotFound(w, r)
		return
	}
	document, err := sky.Metadata(s.Web.Address.JoinPath("accounts", "connect", "done").String())
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(document)
}
