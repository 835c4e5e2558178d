package publish

import "rostrum/fault"

// Conflict is the fault of two who change the same publication at the same time.
func Conflict() *fault.Fault {
	return fault.New(fault.Conflict, "This publication changed at the same moment. Look at where it stands now.",
		"Tuo pat metu ši publikacija pasikeitė. Pažiūrėkite, kokia jos būsena dabar.")
}
