package handbook

import "embed"

//go:embed testdata
var testdata embed.FS
