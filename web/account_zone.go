package web

import (
	"slices"
	"strings"
)

// zones lists the time zones that people choose from, and the one that they have.
func zones(has string) []Option {
	names := strings.Fields(`Europe/Vilnius Europe/Amsterdam Europe/Athens Europe/Belgrade Europe/Berlin Europe/Brussels
		Europe/Bucharest Europe/Budapest Europe/Copenhagen Europe/Dublin Europe/Helsinki Europe/Istanbul Europe/Kyiv
		Europe/Lisbon Europe/London Europe/Luxembourg Europe/Madrid Europe/Oslo Europe/Paris Europe/Prague Europe/Riga
		Europe/Rome Europe/Sofia Europe/Stockholm Europe/Tallinn Europe/Vienna Europe/Warsaw Europe/Zurich
		Africa/Cairo Africa/Johannesburg Africa/Lagos Africa/Nairobi America/Chicago America/Denver America/Los_Angeles
		America/Mexico_City America/New_York America/Sao_Paulo America/Toronto Asia/Dubai Asia/Hong_Kong Asia/Jakarta
		Asia/Jerusalem Asia/Kolkata Asia/Seoul Asia/Shanghai Asia/Singapore Asia/Tokyo Atlantic/Reykjavik
		Australia/Sydney Pacific/Auckland UTC`)
	if has != "" && !slices.Contains(names, has) {
		names = append(names, has)
	}
	all := make([]Option, len(names))
	for i, name := range names {
		all[i] = Option{Value: name, Label: strings.ReplaceAll(name, "_", " ")}
	}
	return all
}
