package web

import (
	"errors"
	"io"
	"net/http"
	"path"
	"strings"

	"rostrum/fault"
	"rostrum/folder"
)

// uploaded reads the file of a form.
func uploaded(r *http.Request, field string) ([]byte, error) {
	file, _, err := r.FormFile(field)
	if errors.Is(err, http.ErrMissingFile) || errors.Is(err, http.ErrNotMultipart) {
		return nil, fault.Of(field, "Choose a file.", "Pasirinkite failą.")
	} else if err != nil {
		return nil, fault.Of(field, "The file did not arrive whole, or is larger than 16 MB. Try again.",
			"Failas atkeliavo ne visas arba yra didesnis nei 16 MB. Bandykite dar kartą.")
	}
	defer func() { _ = file.Close() }()
	return io.ReadAll(file)
}

// lifted gives the files as seen from the folder that has policy.yaml: archives often have one folder around it.
func lifted(files folder.Files) folder.Files {
	top := ""
	for name := range files {
		if dir, file := path.Split(name); file == "policy.yaml" && strings.Count(dir, "/") == 1 {
			top = dir
		}
	}
	if _, there := files["policy.yaml"]; there || top == "" {
		return files
	}
	inside := folder.Files{}
	for name, content := range files {
		if rest, ok := strings.CutPrefix(name, top); ok {
			inside[rest] = content
		}
	}
	return inside
}
